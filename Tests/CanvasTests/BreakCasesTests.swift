import Testing

@testable import Canvas

/// How our rules agree with the test of UAX #14, which `Tools/generate-break-cases.py` has cut to what can reach a line.
@Suite("The standard's cases of line breaking")
struct BreakCasesTests {
  /// Where the two differ, case by case.
  private static let apart: [[BreakDifference]] = {
    let cases = (try? BreakCase.all()) ?? []
    return cases.map { one in
      let odd = one.ours.symmetricDifference(one.standard)
      guard !odd.isEmpty else { return [] }
      return one.places.indices.filter { odd.contains(one.places[$0].offset) }.map { BreakDifference(at: $0, of: one) }
    }
  }()

  private var differences: [BreakDifference] { Self.apart.flatMap(\.self) }

  @Test("Where a line ends otherwise than the standard has it, the decision note says why")
  func explained() {
    for difference in differences where difference.reason == nil { Issue.record("\(difference)") }
  }

  @Test("Every reason for a difference is one, and the rest agrees")
  func measured() {
    for reason in BreakDifference.Reason.allCases {
      #expect(differences.contains { $0.reason == reason }, "\(reason.rawValue)")
    }
    #expect(Self.apart.count == 5730)
    #expect(Self.apart.count { $0.isEmpty } == 4984)
    #expect(differences.count == 783)
  }
}
