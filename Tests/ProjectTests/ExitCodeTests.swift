import Testing

/// What scripts read in the documents is what the code says.
@Suite("Exit codes in the documents")
struct ExitCodeTests {
  @Test func `every exit code that has a name stands in the table`() throws {
    let codes = try Checkout.text(of: "Sources/courant/Sentences/UserFacingError.swift").matches(
      of: /ExitCode\((\d+)\)/)
    let table = try Checkout.text(of: "docs/command-line.md").matches(of: /\| (\d+) \|/).map(\.1)
    #expect(codes.count > 5)
    #expect(Set(codes.map(\.1)).isSubset(of: table))
    #expect(Set(table).subtracting(codes.map(\.1)) == ["0", "1", "64"])
  }
}
