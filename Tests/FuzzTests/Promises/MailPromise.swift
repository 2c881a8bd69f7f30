@testable import Formats

/// Whatever is read as a mail, or as several in a mailbox, is stories or nothing.
enum MailPromise {
  static func broken(by input: [UInt8]) -> String? {
    let single = { () throws(FormatError) -> any StorySeries in try MailStories(mail: input) { _, _ in nil } }
    let box = { () throws(FormatError) -> any StorySeries in MailStories(mailbox: input) { _, _ in nil } }
    return FormatPromise.flaw(in: single, of: input.count)
      ?? (input.starts(with: "From ".utf8) ? FormatPromise.flaw(in: box, of: input.count) : nil)
  }
}
