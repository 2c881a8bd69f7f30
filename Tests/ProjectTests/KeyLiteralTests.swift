import Testing

@Suite("Keys are bound in one place")
struct KeyLiteralTests {
  @Test("Only the command table and the keymap name a key")
  func noStrayKeys() throws {
    let names = [
      ".scalar(\"", ".control(\"", ".alt(\"", "Key.up", "Key.down", "Key.enter", "Key.escape", "Key.tab", "Key.left",
      "Key.right", "Key.backspace",
    ]
    let files = Checkout.files(under: "Sources/Reader", ending: "swift")
      .filter { !$0.hasPrefix("Sources/Reader/Commands/") }
    #expect(files.count > 10)
    for file in files {
      let text = try Checkout.text(of: file)
      for name in names {
        #expect(!text.contains(name), "\(file) has the key literal \(name)")
      }
    }
  }
}
