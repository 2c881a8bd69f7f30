import Briefing
import Catalog
import Foundation
import Testing
import TmuxSupport

@testable import courant

/// What is exported comes back as it was.
@Suite("A story that is exported")
struct ExportFormTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The seeds and every story of the corpus.
  static let stories: [String] = {
    let folders = ["../seeds", "BriefingTests/Corpus/contract", "BriefingTests/Corpus/adversary"]
    return folders.flatMap { folder in
      let path = tests.appendingPathComponent(folder).path
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return files.filter { $0.hasSuffix(".txt") }.sorted().map { path + "/" + $0 }
    }
  }()

  @Test("comes back with its id, its date and all that was set aside", arguments: stories, ExportForm.allCases)
  func comesBack(path: String, form: ExportForm) throws {
    let incoming = try StoryInput.all(.named(Input(argument: path)))[0].get()
    let row = Row(
      id: StoryID("k3f9"), headline: incoming.reading.story.headline, date: incoming.date, questions: 0, sources: 0)
    let detail = StoryDetail(row: row, story: incoming.reading.story, setAside: incoming.reading.setAside)
    let again = try StoryFile.first(form.bytes(of: detail), of: .standardInput)
    #expect(again.reading.story == detail.story)
    #expect(again.reading.setAside.map(\.text) == detail.setAside.map { $0.text.replacing("\n", with: " ") })
    #expect(again.reading.setAside.map(\.reason) == detail.setAside.map(\.reason))
    #expect(again.reading.stamp.id == row.id)
    #expect((again.reading.story.published ?? again.reading.stamp.date) == row.date)
  }

  @Test("has a name of letters, digits and hyphens, and of a hundred bytes at most")
  func name() {
    func name(_ headline: String, seconds: Int64 = 1_777_334_400) -> String {
      let row = Row(
        id: StoryID("k3f9"), headline: headline, date: Moment(seconds: seconds), questions: 0, sources: 0)
      return ExportName.of(row, .text)
    }
    #expect(name("A model maker, at last!") == "2026-04-28-a-model-maker-at-last-k3f9.txt")
    #expect(name("../../etc/passwd\u{0}\u{1B}[31m\n") == "2026-04-28-etc-passwd-31m-k3f9.txt")
    #expect(name("Über Öl") == "2026-04-28-uber-ol-k3f9.txt")
    #expect(name("蓄電池が動き出す") == "2026-04-28-蓄電池が動き出す-k3f9.txt")
    #expect(name("👩‍🔬 …") == "2026-04-28-k3f9.txt")
    for headline in [String(repeating: "字", count: 5000), String(repeating: "word ", count: 5000)] {
      #expect(name(headline).utf8.count <= 100)
      #expect(name(headline).hasSuffix("-k3f9.txt"))
    }
    for seconds in [Int64.min, -1, 0, .max] {
      #expect(name("H", seconds: seconds).utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || $0 > 0x2F })
    }
  }
}

/// JSON from anywhere is a story, or honestly none.
@Suite("A story in JSON")
struct StoryJSONTests {
  @Test("is read as show --json prints it, with citations behind their paragraphs")
  func shown() throws {
    let file = try read(
      """
      {"headline": "A  port", "lede": [{"text": "So.", "citations": ["WWW.Axios.com", "https://b.org:80/x?q"]}],
       "sections": [{"heading": "Why?", "paragraphs": [{"text": "Ça."}]}], "published": "2026-04-28T00:00:00Z"}
      """)
    let citations = [
      Citation(place: 3, host: "axios.com"), Citation(place: 3, host: "b.org", url: "https://b.org:80/x?q"),
    ]
    #expect(
      file.reading.story
        == Story(
          headline: "A port", lede: [Block(text: "So.", citations: citations)],
          sections: [Section(heading: "Why?", blocks: [Block(text: "Ça.")])],
          published: Moment(iso8601: "2026-04-28")))
    #expect(file.marks == nil)
  }

  @Test("brings what the user set")
  func marks() throws {
    let marks = try #require(
      try read(
        """
        {"headline": "H", "sections": [{"heading": "Why?"}], "unread": false, "starred": true, "tags": ["Deep Sea", "#"],
         "notes": [{"section": 0, "text": "One\\nTwo \\u001b", "date": "2026-04-28T00:00:00Z"},
          {"section": 1e300, "text": "x"}, {"section": -1, "text": "y"}]}
        """.replacingOccurrences(of: "1e300", with: "77")
      ).marks)
    #expect(!marks.isUnread && marks.isStarred && marks.tags == ["deep-sea"])
    #expect(marks.notes.map(\.section) == [nil, 0])
    #expect(marks.notes.map(\.text) == ["x\n\ny", "One\nTwo ^["])
  }

  @Test("shows nothing that a terminal could obey, and keeps places inside its text")
  func hostile() throws {
    let story = try read(
      """
      {"headline": "\\u001b]0;x\\u0007 \\u202e\\n\\tH", "lede": [{"text": "äö", "cited": [
       {"at": 1, "host": "a.com"}, {"at": -5, "host": "b.com", "url": "https://b.com/ x"},
       {"at": 99, "host": "c.com", "url": "javascript:\\u0000"}]}]}
      """
    ).reading.story
    #expect(story.headline == "^[]0;x^G ⟨RLO⟩ H")
    #expect(story.lede[0].citations.map(\.place) == [0, 0, 4])
    #expect(story.lede[0].citations.map(\.url) == [nil, nil, nil])
  }

  @Test(
    "or it is none, and why is said",
    arguments: [
      ("{\"headline\": 5}", .noHeadline), ("{\"headline\": null}", .noHeadline), ("{\"headline\": \"\"}", .noHeadline),
      ("{\"headline\": \" \\n\"}", .noHeadline), ("{\"headline\": \"H\"", .broken),
      ("{\"headline\": \"\\ud800\"}", .broken), ("{\"headline\": \"H\", \"lede\": 7}", .strange(key: "lede")),
      ("{\"headline\": \"H\", \"lede\": [[]]}", .strange(key: "lede")),
      ("{\"headline\": \"H\", \"summary\": [1]}", .strange(key: "summary")),
      ("{\"headline\": \"H\", \"sections\": [{\"heading\": {}}]}", .strange(key: "heading")),
      ("{\"headline\": \"H\", \"published\": \"soon\"}", .strange(key: "published")),
      ("{\"headline\": \"H\", \"lede\": [{\"citations\": [\"(x) y\"]}]}", .strange(key: "citations")),
      ("{\"headline\": \"H\", \"lede\": [{\"text\": \"\", \"cited\": [{\"at\": 1e400}]}]}", nil),
      ("{\"headline\": \"H\", \"lede\": \(String(repeating: "[", count: 100_000))", .broken),
      ("{\"headline\": \"H\", \"lede\": [\(String(repeating: "{},", count: 600_000)){}]}", .tooLarge),
      ("{\"headline\": \"H\", \"x\": \(String(repeating: "{\"a\":", count: 100_000))", .broken),
    ] as [(String, JSONFlaw?)])
  func noStory(text: String, flaw: JSONFlaw?) {
    do {
      _ = try read(text)
      Issue.record("is a story")
    } catch {
      let found = if case .noStory(let flaw) = error.reason { flaw } else { nil as JSONFlaw? }
      #expect(found != nil && (flaw == nil || found == flaw))
    }
  }

  @Test("may have ten megabytes in one string")
  func long() throws {
    let text = String(repeating: "One word more. ", count: 700_000)
    #expect(
      try read("{\"headline\": \"H\", \"lede\": [{\"text\": \"\(text)\"}]}").reading.story.lede[0].text.count > 10 << 20
        - 1)
  }

  @Test("is told from text that opens with a brace")
  func brace() throws {
    #expect(try read("{Not} a headline\n\nBut text.").reading.story.headline == "{Not} a headline")
  }

  private func read(_ text: String) throws(InputError) -> StoryFile.Story {
    try StoryFile.first(Array(text.utf8), of: .standardInput)
  }
}

/// `courant export`, run as users run it.
@Suite("Exporting")
struct ExportTests {
  @Test("and adding again gives the very same catalog", arguments: ExportForm.allCases)
  func again(form: ExportForm) throws {
    let outcome = try BuiltProgram.shell(
      """
      set -e
      export XDG_DATA_HOME="$folder/one"
      "$courant" add "$seeds" && cd "$folder"
      "$courant" list | cut -d' ' -f1 > ids
      "$courant" export --format \(form.rawValue) out
      "$courant" show --json $(cat ids) > before
      "$courant" list > list
      export XDG_DATA_HOME="$folder/two"
      "$courant" add out
      "$courant" show --json $(cat ids) | cmp - before
      "$courant" list | cmp - list
      """)
    #expect(outcome.code == 0, "\(outcome.talk)\(outcome.output)")
  }

  @Test("leaves what is there, and says so")
  func existing() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder"; "$courant" export out --in "$seeds"; "$courant" export out --in "$seeds"; echo $?
      for file in out/*clinic*; do echo mine > $file; done
      "$courant" export out --in "$seeds"; echo $?; cat out/*clinic*
      "$courant" export --force out --in "$seeds"; echo $?; head -1 out/*clinic*; ls -A out | wc -l
      """)
    #expect(
      outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) } == [
        "0", "73", "mine", "0", "# The clinic that fixed its queue with a kitchen clock", "19",
      ])
    #expect(outcome.talk.contains("19 there already"))
    #expect(outcome.talk.contains("is there and says something else"))
    #expect(outcome.talk.contains("18 there already, 1 replaced"))
  }

  @Test("writes through no link and into no pipe")
  func links() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder"; "$courant" export once --in "$seeds"; mkdir out; echo safe > victim; n=0
      for file in once/*; do n=$((n+1)); case $n in 1) mkfifo out/${file#once/};; 2) mkdir out/${file#once/};;
        *) ln -s ../victim out/${file#once/};; esac; done
      timeout 10 "$courant" export out --in "$seeds"; echo $?; cat victim; ls -A out | grep -c courant
      timeout 10 "$courant" export --force out --in "$seeds"; echo $?; cat victim; find out -type f | wc -l
      """)
    #expect(outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) } == ["73", "safe", "0", "73", "safe", "18"])
  }

  @Test("two at once get along, and what a killed one left is cleared")
  func together() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder"; mkdir out; (exit 0) & wait $!; touch out/.courant-$!-7 out/.courant-$$-7 out/.courant-mine
      "$courant" export out --in "$seeds" & "$courant" export out --in "$seeds"; echo $?; wait $!; echo $?
      ls out | wc -l; ls -A out | grep '^[.]' | sed "s/$$/me/"
      """)
    #expect(
      outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) } == [
        "0", "0", "19", ".courant-me-7", ".courant-mine",
      ])
  }

  @Test("passes over JSON of other kinds in a folder, but not over half a story")
  func otherJSON() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder"; "$courant" export --format json out --in "$seeds"; echo '{"name": 1}' > out/package.json
      echo '[]' > out/list.json; "$courant" list --in out | wc -l; echo $?
      head -c 900 out/*clinic* > out/half.json; "$courant" list --in out > list; echo $?
      "$courant" show out/package.json; echo $?
      """)
    #expect(outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) } == ["19", "0", "65", "65"])
    #expect(outcome.talk.contains("half.json") && outcome.talk.contains("package.json"))
  }

  @Test("as JSON carries what the user set, to a catalog to which the stories are new")
  func marks() throws {
    let outcome = try BuiltProgram.shell(
      """
      set -e
      export XDG_DATA_HOME="$folder/one"; "$courant" add "$seeds"; cd "$folder"
      "$courant" list clinic | "$courant" mark read -; "$courant" list clinic | "$courant" mark star -
      "$courant" list clinic | "$courant" tag add "Deep Sea" -; "$courant" export --format json out
      export XDG_DATA_HOME="$folder/two"; "$courant" add out
      "$courant" list is:read is:starred 'tag:"deep sea"' | wc -l; "$courant" list is:unread | wc -l
      """)
    #expect(outcome.lines.suffix(2).map { $0.trimmingCharacters(in: .whitespaces) } == ["1", "18"], "\(outcome.talk)")
  }

  @Test("says why it cannot, in sysexits' codes")
  func cannot() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder"; touch file; mkdir locked
      "$courant" export file --in "$seeds"; echo $?
      "$courant" export none/out --in "$seeds"; echo $?
      "$courant" export - --in "$seeds"; echo $?
      (ulimit -f 2; "$courant" export small --in "$seeds"); echo $?; ls -A small | wc -l
      """)
    #expect(outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) } == ["73", "73", "64", "74", "0"])
  }
}
