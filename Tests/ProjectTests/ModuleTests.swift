import Testing

/// What each module may import; the table of `docs/architecture.md` as data. SwiftPM would let more through.
private let allowed: [String: Set<String>] = [
  "Briefing": [],
  "Canvas": [],
  "Catalog": [
    "Briefing", "CQueue", "Darwin", "Foundation", "Glibc", "GRDB", "GRDBSQLite", "Synchronization", "System",
  ],
  "Formats": ["Briefing"],
  "Newsdesk": ["Briefing", "CCurl", "Catalog", "Darwin", "Formats", "Glibc", "Synchronization", "System"],
  "Reader": ["Briefing", "Canvas"],
  "System": ["CSystem", "Darwin", "Glibc", "Synchronization"],
  "Terminal": ["Canvas", "CNcurses", "Darwin", "Glibc", "Synchronization", "System"],
  "courant": [
    "ArgumentParser", "Briefing", "CVersion", "Canvas", "Catalog", "Darwin", "Formats", "Foundation", "Glibc",
    "Newsdesk", "Reader", "Synchronization", "System", "Terminal", "TOMLKit",
  ],
]

@Suite("The module table")
struct ModuleTests {
  @Test("No module imports more than the architecture allows", arguments: allowed.keys.sorted())
  func imports(module: String) throws {
    let files = Checkout.files(under: "Sources/\(module)", ending: "swift")
    #expect(!files.isEmpty)
    for file in files {
      for name in try importedModules(in: file) {
        #expect(allowed[module]?.contains(name) == true, "\(file) imports \(name)")
      }
    }
  }

  @Test("Every folder of Sources is in the table or is a C module")
  func everyModuleIsListed() {
    let folders = Set(
      Checkout.files(under: "Sources", ending: "swift").compactMap { $0.split(separator: "/").dropFirst().first })
    #expect(Set(folders.map(String.init)) == Set(allowed.keys))
  }

  @Test("The interface of the catalog names no type of GRDB")
  func catalogHidesItsDatabase() throws {
    for file in Checkout.files(under: "Sources/Catalog", ending: "swift") {
      let text = try Checkout.text(of: file)
      #expect(!text.contains("public import GRDB"), "\(file)")
    }
  }

  private func importedModules(in file: String) throws -> [String] {
    try Checkout.text(of: file).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 2, line.first?.isLetter == true || line.first == "@" else {
        return nil
      }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = words.dropFirst(at + 1).first { !kinds.contains($0) }
      return name.map { String($0.split(separator: ".")[0]) }
    }
  }
}
