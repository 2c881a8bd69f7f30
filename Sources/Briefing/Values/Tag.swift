/// What the user sorts stories by: a short name of letters and digits.
public enum Tag {
  /// The longest name, in characters.
  public static let longest = 64
  /// How many one story has at most.
  public static let most = 1000

  /// The name that what was typed stands for; nil if nothing is left of it.
  ///
  /// Lower case, through the gate, without `#` and double quotes; spaces become hyphens, so that `tag:` finds it without quotes.
  public static func name(_ typed: String) -> String? {
    var name = ""
    var count = 0
    for character in Gate.text(of: Gate.text(of: typed).lowercased()) {
      if count == longest { break }
      if character.isWhitespace {
        guard !name.isEmpty, name.last != "-" else { continue }
        name.append("-")
      } else if character != "\"", character != "#" {
        name.append(character)
      } else {
        continue
      }
      count += 1
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}

/// A tag, and how many stories have it.
public struct TagCount: Hashable, Sendable {
  public var name: String
  public var stories: Int

  public init(_ name: String, stories: Int) {
    self.name = name
    self.stories = stories
  }
}

/// A line of tags as one types it: `energy -ports` gives one and takes the other away.
///
/// Blanks part them, but not those within quotes; where there is a comma, commas do. Either way a tag may have several words:
/// `"energy policy" china`, `energy policy, china`.
public struct TagLine: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    /// As `Tag.name` makes it.
    public var name: String
    /// False behind a hyphen.
    public var isGiven: Bool
  }

  public private(set) var items: [Item] = []
  /// The first piece of the line that no tag can be made of; nil where all is well.
  public private(set) var flaw: String?

  public init(_ line: String) {
    // Some controls count as blanks, and are shown as letters.
    let line = Gate.text(of: line)
    for piece in Self.pieces(of: line).map(Self.trimmed) where !piece.isEmpty {
      let isGiven = !piece.hasPrefix("-")
      if let name = Tag.name(String(isGiven ? piece : piece.dropFirst())) {
        items.append(Item(name: name, isGiven: isGiven))
      } else if flaw == nil {
        flaw = String(piece)
      }
    }
  }

  /// Where the piece begins that is being typed at the end of a line.
  public static func startOfLastPiece(of line: String) -> String.Index {
    pieces(of: line, isBeingTyped: true).last?.startIndex ?? line.startIndex
  }

  /// What the tags are made of, the last piece also where it is empty.
  private static func pieces(of line: String, isBeingTyped: Bool = false) -> [Substring] {
    let hasCommas = line.contains(",")
    var pieces: [Substring] = []
    var (start, isQuoted) = (line.startIndex, false)
    for index in line.indices {
      // A quote without another one behind it is none, unless that is still to come.
      if line[index] == "\"" {
        isQuoted = !isQuoted && (isBeingTyped || line[line.index(after: index)...].contains("\""))
      }
      guard hasCommas ? line[index] == "," : line[index].isWhitespace && !isQuoted else { continue }
      pieces.append(line[start..<index])
      start = line.index(after: index)
    }
    return pieces + [line[start...]]
  }

  private static func trimmed(_ piece: Substring) -> Substring {
    let start = piece.drop(while: \.isWhitespace)
    return start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)
  }
}
