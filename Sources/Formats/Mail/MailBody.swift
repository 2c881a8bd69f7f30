/// What of a mail is to be read: its text, or its page, and what else there is.
struct MailBody {
  private(set) var texts: [MailPart] = []
  private(set) var pages: [MailPart] = []
  /// Mails that are in it, as in the digest of a list.
  private(set) var mails: [MailPart] = []
  private(set) var attachments: [MailPart] = []

  init(_ part: MailPart) {
    add(part, isInAlternative: false)
  }

  private mutating func add(_ part: MailPart, isInAlternative: Bool) {
    if part.type.value == "message/rfc822", let mail = part.parts.first {
      mails.append(mail)
    } else if part.type.value.hasPrefix("multipart/"), !part.parts.isEmpty {
      for inner in part.parts { add(inner, isInAlternative: part.type.value == "multipart/alternative") }
    } else if part.isText {
      texts.append(part)
    } else if part.isPage {
      pages.append(part)
    } else {
      attachments.append(part)
    }
  }

  /// Whether it says something itself, and is not only a cover around others.
  var isCover: Bool { texts.isEmpty && pages.isEmpty && !mails.isEmpty }
}
