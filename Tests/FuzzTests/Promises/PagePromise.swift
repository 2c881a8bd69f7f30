import Briefing

@testable import Formats

/// Whatever is read as a page, all of it may be shown, and what is set aside has a place.
enum PagePromise {
  static func broken(by input: [UInt8]) -> String? {
    let page = Page.read(input, url: "https://a.example/b/c")
    return StoryPromise.flaw(in: page.reading, of: input.count)
      ?? FormatPromise.flaw(in: { () throws(FormatError) in try PageStories(input) { _, _ in nil } }, of: input.count)
  }
}
