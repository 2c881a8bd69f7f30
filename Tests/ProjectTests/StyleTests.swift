import Testing

@Suite("The style that a linter does not know")
struct StyleTests {
  private static let sources = Checkout.files(under: "Sources", ending: "swift")

  @Test("Nothing is left half done or forced", arguments: ["TODO", "FIXME", "try!", "as!", "fatalError("])
  func nothingForced(word: String) throws {
    for file in Self.sources {
      #expect(try !Checkout.text(of: file).contains(word), "\(file) has \(word)")
    }
  }

  @Test("No type is called after nothing in particular")
  func namesSayWhatTheyAre() {
    for file in Self.sources {
      let name = file.split(separator: "/").last ?? ""
      for vague in ["Manager", "Helper", "Util", "Base.swift"] {
        #expect(!name.contains(vague), "\(file)")
      }
    }
  }

  /// How a file begins that a generator wrote.
  private static let generated = ["// Made by ", "// Written by "]

  @Test("A file holds one idea: hand-written ones stay under 300 lines")
  func filesAreShort() throws {
    for file in Self.sources {
      let text = try Checkout.text(of: file)
      guard !Self.generated.contains(where: text.hasPrefix) else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 300, "\(file) has \(lines) lines")
    }
  }
}
