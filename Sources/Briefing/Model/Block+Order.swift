extension [Block.Span] {
  /// In the order of their beginnings, an enclosing one before what it encloses; those of one range as they were.
  public var inReadingOrder: [Block.Span] {
    enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      return (first.lowerBound, -first.upperBound, left.offset) < (second.lowerBound, -second.upperBound, right.offset)
    }.map(\.element)
  }
}

extension [Citation] {
  /// In the order of their places; those at one place as they were.
  public var inReadingOrder: [Citation] {
    enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }
}
