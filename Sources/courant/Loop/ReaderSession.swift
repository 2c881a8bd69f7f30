struct ReaderSession {
  init(_ inputs: [Input]) {}
  func run() throws {}
}
