import Canvas
import Testing

@testable import Reader

/// The one table of commands, and what is made from it.
struct CommandTableTests {
  @Test("Every command has exactly one entry, with a sentence, and a key unless it needs more than one")
  func complete() {
    #expect(CommandTable.entries.map(\.command).sorted(by: name) == Command.allCases.sorted(by: name))
    for entry in CommandTable.entries {
      #expect(entry.summary.hasSuffix("."), "\(entry.command)")
      #expect(entry.bindings.contains { !$0.keys.isEmpty } || entry.argument != nil, "\(entry.command)")
      for keys in entry.bindings.flatMap(\.keys) { #expect(!keys.keys.isEmpty, "\(entry.command)") }
    }
  }

  @Test("No key means two commands in one place, and none is the beginning of another")
  func unambiguous() {
    for scope in Scope.allCases {
      let bound = CommandTable.entries.flatMap { entry in
        entry.bindings.filter { $0.scope == scope }.flatMap(\.keys).map { (keys: $0, command: entry.command) }
      }
      for (index, one) in bound.enumerated() {
        for other in bound[(index + 1)...] {
          #expect(!one.keys.starts(with: other.keys), "\(scope): \(one.command), \(other.command)")
          #expect(!other.keys.starts(with: one.keys), "\(scope): \(one.command), \(other.command)")
        }
      }
    }
  }

  @Test("Every key of the table leads to its command")
  func bindings() {
    let keymap = Keymap()
    for entry in CommandTable.entries {
      for binding in entry.bindings {
        for keys in binding.keys {
          let number = keys.takesNumber ? 3 : nil
          let meaning = keymap.meaning(of: keys.keys, after: number, in: [binding.scope])
          #expect(meaning == .command(entry.command), "\(keys.label) in \(binding.scope)")
        }
      }
    }
  }

  @Test("A key is written as the documents write it")
  func notation() {
    #expect(KeySequence(notation: "zR").keys == [.scalar("z"), .scalar("R")])
    #expect(KeySequence(notation: "^d").keys == [.control("d")])
    #expect(KeySequence(notation: "<enter>").keys == [.enter])
    #expect(KeySequence(notation: "<digits><enter>") == KeySequence(takesNumber: true, keys: [.enter]))
    #expect(KeySequence(notation: "<").keys == [.scalar("<")])
    #expect(KeySequence(notation: "^").keys == [.scalar("^")])
    #expect(KeySequence(notation: "<digits><enter>").label == "digits Enter")
    #expect(KeySequence(notation: "zR").label == "zR")
    #expect(KeySequence(notation: "<space>").label == "Space")
  }

  @Test("A key that is given to a command is taken from the one that had it")
  func rebinding() {
    let keymap = KeySettings(rebinding: [
      Rebinding("page-down", keys: ["s", "<f5>"]), Rebinding("no-such-command", keys: ["x"]),
    ]).keymap
    #expect(keymap.meaning(of: [.scalar("s")], after: nil, in: [.everywhere]) == .command(.pageDown))
    #expect(keymap.meaning(of: [.function(5)], after: nil, in: [.everywhere]) == .command(.pageDown))
    #expect(keymap.meaning(of: [.scalar(" ")], after: nil, in: [.everywhere]) == .nothing)
    #expect(keymap.label(for: .pageDown, in: [.everywhere]) == "s")

    let taken = KeySettings(rebinding: [Rebinding("down", keys: ["k"])]).keymap
    #expect(taken.meaning(of: [.scalar("k")], after: nil, in: [.everywhere]) == .command(.down))
    #expect(taken.label(for: .up, in: [.everywhere]) == "Up")
  }

  @Test("A place's own keys come before those of everywhere")
  func scopes() {
    let keymap = Keymap()
    #expect(keymap.meaning(of: [.tab], after: nil, in: [.story, .everywhere]) == .command(.nextCitation))
    #expect(keymap.meaning(of: [.tab], after: nil, in: [.index, .everywhere]) == .command(.otherSide))
    #expect(keymap.meaning(of: [.scalar("n")], after: nil, in: [.matches, .story]) == .command(.nextMatch))
    #expect(keymap.meaning(of: [.scalar("n")], after: nil, in: [.story]) == .command(.nextQuestion))
  }

  @Test("A key that means something else in the place is not shown for a command")
  func shadowed() {
    #expect(Keymap().label(for: .otherSide, in: [.index, .everywhere]) == "Tab")
    #expect(Keymap().label(for: .otherSide, in: [.story, .everywhere]) == nil)
    #expect(Keymap().label(for: .nextQuestion, in: [.matches, .story, .everywhere]) == "]")
  }

  @Test("The page of keys names every command and every key")
  func document() {
    for entry in CommandTable.entries {
      #expect(KeysDocument.markdown.contains("`\(entry.usage)`"))
      for keys in entry.bindings.flatMap(\.keys) {
        let inTable = keys.label.replacing("|", with: "\\|")
        #expect(KeysDocument.markdown.contains("`\(inTable)`"))
      }
    }
  }

  private func name(_ one: Command, _ other: Command) -> Bool { one.rawValue < other.rawValue }
}
