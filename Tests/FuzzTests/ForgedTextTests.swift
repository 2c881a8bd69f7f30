import Testing

/// A part of what `scripts/fuzz forged` does with a million.
@Suite struct `Texts that only say they are Courant's own` {
  @Test func `read back as they were read, and come out of a catalog so`() {
    #expect(ForgedText.flaw(in: 5000, seed: 1) == nil)
  }
}
