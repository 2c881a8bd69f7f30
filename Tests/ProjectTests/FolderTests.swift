import Testing

/// The folders of Briefing, each with those above it that it may use; the second half of the module table.
private let order = [["Model"], ["Text"], ["Values", "Address"], ["Parser"], ["Printer", "Versions"]]

@Suite struct `The folders of Briefing` {
  private static let level = order.enumerated().reduce(into: [String: Int]()) { levels, row in
    for folder in row.element { levels[folder] = row.offset }
  }

  @Test func `use only what stands in the same folder or below it`() throws {
    let files = try Checkout.files(under: "Sources/Briefing", ending: "swift").map { file in
      (file, folder: String(file.split(separator: "/")[2]), code: Self.code(of: try Checkout.text(of: file)))
    }
    #expect(Set(files.map(\.folder)) == Set(Self.level.keys))
    var types: [String: String] = [:]
    var nested: [String: Set<String>] = [:]
    for file in files {
      for (name, isNested) in Self.declarations(in: file.code) {
        nested[file.folder, default: []].insert(name)
        if !isNested { types[name] = file.folder }
      }
    }
    for file in files {
      for name in Self.names(in: file.code) where nested[file.folder]?.contains(name) != true {
        guard let user = Self.level[file.folder], let used = types[name].flatMap({ Self.level[$0] }) else { continue }
        #expect(used <= user, "\(file.0) uses \(name) of \(types[name] ?? "")")
      }
    }
  }

  /// The lines without comments and without what stands in quotes.
  private static func code(of text: String) -> [Substring] {
    text.split(separator: "\n").map { line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")[...]
    }
  }

  private static func declarations(in code: [Substring]) -> [(name: String, isNested: Bool)] {
    code.flatMap { line -> [(String, Bool)] in
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      return zip(words, words.dropFirst()).compactMap { keyword, name in
        ["struct", "enum", "class", "protocol", "typealias", "case"].contains(keyword)
          && name.first?.isUppercase == true
          ? (String(name), line.first == " ") : nil
      }
    }
  }

  /// Words that begin with a capital letter and do not stand behind a dot.
  private static func names(in code: [Substring]) -> Set<String> {
    Set(
      code.flatMap { line in
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }
          .compactMap { $0.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) }
          .filter { $0.first?.isUppercase == true }
      })
  }
}
