import Foundation

@testable import Canvas

/// One case of the standard's test of line breaking: a text, and where in it a line may end.
struct BreakCase {
  /// A scalar and where it begins, in UTF-8.
  struct Place {
    var offset: Int
    var scalar: Unicode.Scalar

    var breaking: Breaking { ScalarTable.entry(of: scalar.value).breaking }
    /// Whether it stands on what is before it, as some Korean letters do, or joins it.
    var isMark: Bool { [.mark, .joiner].contains(ScalarTable.entry(of: scalar.value).shape) }
  }

  /// As it stands in the file.
  let line: Substring
  let places: [Place]
  /// Where the standard lets a line end, but for spaces that open the text, which no line begins with.
  let standard: Set<Int>

  var text: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: places.map(\.scalar))
    return String(scalars)
  }

  /// The cases in `BreakCases.txt`.
  static func all() throws -> [BreakCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("BreakCases.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(BreakCase.init)
  }

  private init?(_ line: Substring) {
    var places: [Place] = []
    var ends: Set<Int> = []
    var offset = 0
    for part in line.split(separator: "÷") {
      if offset > 0 { ends.insert(offset) }
      for word in part.split(separator: " ") {
        guard let scalar = UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
        places.append(Place(offset: offset, scalar: scalar))
        offset += UTF8.width(scalar)
      }
    }
    let start = places.first { $0.breaking != .space }?.offset ?? offset
    (self.line, self.places, standard) = (line, places, ends.filter { $0 > start })
  }

  /// Where our rules let a line end.
  var ours: Set<Int> {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = GlyphScanner(bytes: bytes)
      var rules = BreakRules(columns: 1000)
      var ends: Set<Int> = []
      var isAfterSpace = false
      while let span = scanner.next() {
        guard span.breaking != .space else {
          isAfterSpace = true
          continue
        }
        if rules.strength(before: span, afterSpace: isAfterSpace, in: scanner) != nil {
          ends.insert(span.range.lowerBound)
        }
        rules.note(span, afterSpace: isAfterSpace, in: scanner)
        isAfterSpace = false
      }
      return ends
    }
  }
}
