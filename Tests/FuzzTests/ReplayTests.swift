import Foundation
import Testing

/// What fuzzing found is tried again on every run of the tests.
@Suite("Kept inputs")
struct ReplayTests {
  @Test("Every input that was kept holds its promise", arguments: Promise.allCases)
  func corpus(_ promise: Promise) throws {
    let kept = try KeptInputs.corpus(of: promise)
    #expect(kept.count >= 20)
    for input in kept {
      if let sentence = promise.broken(by: input.bytes) { Issue.record("\(input.name): \(sentence)") }
    }
  }

  @Test("What was broken once breaks no promise", arguments: Promise.allCases)
  func broken(_ promise: Promise) throws {
    for input in try KeptInputs.broken() {
      if let sentence = promise.broken(by: input.bytes) { Issue.record("\(input.name): \(sentence)") }
    }
  }

  @Test("Every numbered file has a line that says what it is")
  func described() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "adversarial/README.md"), encoding: .utf8)
    for input in try KeptInputs.broken() {
      #expect(text.contains("`\(input.name)`"), "\(input.name)")
    }
  }
}
