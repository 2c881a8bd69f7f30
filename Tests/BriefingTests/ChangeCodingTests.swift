import Briefing
import Foundation
import Testing

/// How changes lie in catalogs: what was written once has to be read for ever.
@Suite struct `A change as it is kept` {
  private static let kept: [(String, Change)] = [
    (
      #"{"mark":{"_0":[{"text":"a1b2"}],"_1":{"unread":{"_0":true}}}}"#,
      .mark([StoryID("a1b2")], .unread(true))
    ),
    (
      #"{"mark":{"_0":[{"text":"a1b2"}],"_1":{"starred":{"_0":false}}}}"#,
      .mark([StoryID("a1b2")], .starred(false))
    ),
    (
      #"{"mark":{"_0":[{"text":"a1b2"}],"_1":{"tagged":{"_0":"sea","_1":true}}}}"#,
      .mark([StoryID("a1b2")], .tagged("sea", true))
    ),
    (
      #"{"marks":{"_0":[{"mark":{"starred":{"_0":true}},"stories":[{"text":"a1b2"}]}]}}"#,
      .marks([Marking([StoryID("a1b2")], .starred(true))])
    ),
    (#"{"note":{"_0":{"text":"a1b2"},"section":2,"text":"x"}}"#, .note(StoryID("a1b2"), section: 2, text: "x")),
    (#"{"note":{"_0":{"text":"a1b2"},"text":"x"}}"#, .note(StoryID("a1b2"), section: nil, text: "x")),
    (#"{"keep":{"_0":{"name":"n","query":"q"}}}"#, .keep(SavedQuery(name: "n", query: "q"))),
    (#"{"forget":{"_0":"n"}}"#, .forget("n")),
    (
      #"{"remove":{"_0":[{"text":"a1b2"}],"isRemoved":true}}"#, .remove([StoryID("a1b2")], isRemoved: true)
    ),
    (#"{"withdraw":{"addition":7}}"#, .withdraw(addition: 7)),
    (#"{"readmit":{"addition":7}}"#, .readmit(addition: 7)),
  ]

  @Test func `is read and written as it always was`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for (text, change) in Self.kept {
      #expect(try JSONDecoder().decode(Change.self, from: Data(text.utf8)) == change)
      #expect(String(decoding: try encoder.encode(change), as: UTF8.self) == text)
    }
  }
}
