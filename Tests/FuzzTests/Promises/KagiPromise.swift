@testable import Formats

/// Whatever is read as a day of Kagi News, its clusters are stories.
enum KagiPromise {
  static func broken(by input: [UInt8]) -> String? {
    FormatPromise.flaw(in: { () throws(FormatError) in try KagiDay(input) }, of: input.count)
  }
}
