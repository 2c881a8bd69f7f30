/// Leads from places in cleaned text back to the bytes it came from.
struct PlaceMap {
  /// A stretch whose bytes are not those of the input.
  struct Change {
    var clean: Range<Int>
    var original: Range<Int>
  }

  private(set) var changes: [Change] = []
  /// How far the text before the first change is shifted, for a byte-order mark that was taken off.
  var start = 0

  /// Records that `original` became `clean`; to be called in the order of places. Neighbours become one
  /// change if `merging`, which saves memory and loses their inner border.
  mutating func record(_ original: Range<Int>, as clean: Range<Int>, merging: Bool = true) {
    if merging, let last = changes.last, last.original.upperBound == original.lowerBound,
      last.clean.upperBound == clean.lowerBound
    {
      changes[changes.count - 1] = Change(
        clean: last.clean.lowerBound..<clean.upperBound, original: last.original.lowerBound..<original.upperBound)
    } else {
      changes.append(Change(clean: clean, original: original))
    }
  }

  /// Takes into account that so many bytes of the input stand before all of them.
  mutating func shift(by count: Int) {
    guard count > 0 else { return }
    start += count
    for index in changes.indices {
      let range = changes[index].original
      changes[index].original = range.lowerBound + count..<range.upperBound + count
    }
  }

  /// The bytes of the input that `clean` stands for.
  func original(of clean: Range<Int>) -> Range<Int> {
    let lower = lowerBound(clean.lowerBound)
    return lower..<max(lower, upperBound(clean.upperBound))
  }

  private func lowerBound(_ place: Int) -> Int {
    guard let change = last(where: { $0.clean.lowerBound <= place }) else { return place + start }
    if place < change.clean.upperBound { return change.original.lowerBound }
    return change.original.upperBound + place - change.clean.upperBound
  }

  private func upperBound(_ place: Int) -> Int {
    guard let change = last(where: { $0.clean.lowerBound < place }) else { return place + start }
    return change.original.upperBound + max(0, place - change.clean.upperBound)
  }

  /// The last change that `isBefore`, which must hold for a prefix of them.
  private func last(where isBefore: (Change) -> Bool) -> Change? {
    let next = changes.partitioningIndex { !isBefore($0) }
    return next > 0 ? changes[next - 1] : nil
  }
}
