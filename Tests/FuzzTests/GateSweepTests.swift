import Testing

/// A part of what `make gate` does whole, on all scalars, all pairs and ten million strings.
@Suite("The gate on everything")
struct GateSweepTests {
  @Test("Pairs of special scalars hold the gate's promises")
  func pairs() {
    #expect(GateSweep.special.count == 414)
    #expect(GateSweep.flawInPairs(every: 7) == nil)
  }

  @Test("Scalars by themselves do")
  func scalars() {
    #expect(GateSweep.flawInScalars(every: 11) == nil)
  }

  @Test("Random strings do")
  func strings() {
    #expect(GateSweep.flawInStrings(100_000, seed: 1) == nil)
  }
}
