/// Lines that follow one another and say what marks of the text stand for.
struct ReferenceList {
  /// One thing that is defined.
  struct Entry {
    /// The lines that it stands in.
    var lines: [Int] = []
    /// The numbers or footnotes that stand for it.
    var numbers: [String] = []
    var sources: [InlineSource] = []
    /// A name that CommonMark makes links of, and where they lead.
    var name: String?
    var target: InlineTarget?
  }

  /// The line that stands above the entries, if one does.
  var heading: Int?
  /// Whether a line of marks underlines that.
  var isUnderlined = false
  var entries: [Entry] = []
  /// Whether its entries are numbered without saying that they define anything, so that nothing may refer to them.
  var mayBeUnreferred = false
  /// Whether nothing in the text refers to any of its entries.
  var isUnreferred = false

  /// The last of its lines.
  var lastLine: Int? { entries.last?.lines.last ?? heading }

  /// All its lines, by their indices.
  var lines: [Int] { (heading.map { isUnderlined ? [$0, $0 + 1] : [$0] } ?? []) + entries.flatMap(\.lines) }
}
