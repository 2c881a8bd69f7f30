extension RandomAccessCollection {
  /// The first index whose element is in the second part, or `endIndex` where there is none.
  ///
  /// Elements of the second part must stand behind all of the first, as in a sorted collection those do that are no less than a
  /// value. Looks at about log₂ of `count` elements.
  @inline(__always)
  package func partitioningIndex(where isInSecondPart: (Element) throws -> Bool) rethrows -> Index {
    var (start, length) = (startIndex, count)
    while length > 0 {
      let half = length / 2
      let middle = index(start, offsetBy: half)
      if try isInSecondPart(self[middle]) {
        length = half
      } else {
        start = index(after: middle)
        length -= half + 1
      }
    }
    return start
  }
}

extension RandomAccessCollection where Element: Comparable {
  /// Whether a sorted collection has an element.
  func sortedContains(_ element: Element) -> Bool {
    let index = partitioningIndex { $0 >= element }
    return index < endIndex && self[index] == element
  }
}
