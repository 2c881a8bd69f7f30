import Foundation
import Testing

@Suite("The documents")
struct DocumentTests {
  private static let documents =
    Checkout.files(under: "docs", ending: "md")
    + ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "seeds/README.md", "Tests/adversarial/README.md"]

  @Test("Every link to a file leads to one", arguments: documents)
  func linksResolve(document: String) throws {
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    for target in links(in: try Checkout.text(of: document)) {
      let path = folder.isEmpty ? target : folder + "/" + target
      #expect(Checkout.exists(path), "\(document) links to \(target)")
    }
  }

  @Test("Every test that the description of the format names is there")
  func formatNamesRealTests() throws {
    let tests = try Checkout.files(under: "Tests", ending: "swift").map(Checkout.text).joined()
    let names = testNames(in: try Checkout.text(of: "docs/briefing-format.md"))
    #expect(names.count >= 30)
    for name in names where !["the corpus", "its own tests"].contains(name) {
      let isThere = tests.contains("\"\(name)\"") || tests.contains("`\(name)`")
      #expect(isThere, "no test is called “\(name)”")
    }
  }

  @Test("The architecture's tour fits in 150 lines")
  func architectureIsShort() throws {
    let lines = try Checkout.text(of: "docs/architecture.md").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 150)
  }

  /// The last cell of each row of a table whose head ends in the tests' column, where semicolons part the names.
  private func testNames(in text: String) -> [String] {
    let lines = text.split(separator: "\n")
    var rows: [Substring] = []
    var isOfTests = false
    for (line, next) in zip(lines, lines.dropFirst() + [""]) {
      if next.hasPrefix("|--") { isOfTests = line.contains("| test") }
      if line.hasPrefix("| "), !next.hasPrefix("|--"), isOfTests { rows.append(line) }
    }
    return rows.compactMap { $0.split(separator: "|").last(where: { $0.contains { !$0.isWhitespace } }) }
      .flatMap { $0.split(separator: ";") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func links(in text: String) -> [String] {
    text.replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("#") }
      .map { String($0.split(separator: "#")[0]) }
  }
}
