import Testing

/// A part of what `scripts/fuzz mixed` does with a million.
@Suite struct `Texts of every mark in any order` {
  @Test func `lose nothing, and read back as they were read`() {
    #expect(MixedText.flaw(in: 3000, seed: 1) == nil)
  }
}
