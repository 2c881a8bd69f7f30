import Formats
import Foundation
import Testing
import TmuxSupport

/// `courant export`, run as users run it.
@Suite("Exporting")
struct ExportTests {
  @Test("and adding again gives the very same catalog", arguments: StoryFormat.allCases)
  func again(form: StoryFormat) throws {
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

  @Test("says which notes a file has no place for, and leaves none out of JSON")
  func notes() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder"; "$courant" show --json "$seeds"/*clinic* > one.json
      sed 's/}$/, "notes": [{"section": null, "text": "Ask the ward."}]}/' one.json > noted.json
      "$courant" add noted.json && "$courant" notes
      "$courant" export out && "$courant" export --format json out2 && grep -c 'Ask the ward' out2/*
      """)
    #expect(outcome.output.contains("Ask the ward.") && outcome.lines.last == "1", "\(outcome.talk)\(outcome.output)")
    #expect(outcome.talk.contains("1 story in “out”; without a note, which only JSON has"))
    #expect(outcome.talk.contains("1 story in “out2”\n"))
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
      "$courant" list clinic | "$courant" tag add "Deep Sea," -; "$courant" export --format json out
      export XDG_DATA_HOME="$folder/two"; "$courant" add out
      "$courant" list is:read is:starred 'tag:"deep sea"' | wc -l; "$courant" list is:unread | wc -l
      """)
    #expect(outcome.lines.suffix(2).map { $0.trimmingCharacters(in: .whitespaces) } == ["1", "18"], "\(outcome.talk)")
  }

  @Test("takes the ids of stories, cut short or not, or from a list, in every format", arguments: StoryFormat.allCases)
  func byID(form: StoryFormat) throws {
    let outcome = try BuiltProgram.shell(
      """
      set -e; cd "$folder"; "$courant" add "$seeds"
      id=$("$courant" list clinic | head -1 | cut -d' ' -f1); other=$("$courant" list ferry | head -1 | cut -d' ' -f1)
      "$courant" export --format \(form.rawValue) one $id; ls one | wc -l; ls one | grep -c -- "-$id\\\(form.ending)"
      "$courant" export --format \(form.rawValue) two $(echo $id | cut -c1-3) $other; ls two | wc -l
      "$courant" list clinic | "$courant" export --format \(form.rawValue) three -; ls three | wc -l
      "$courant" export --format \(form.rawValue) four clinic $id || echo $?; ls four | wc -l
      """)
    let numbers = outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(numbers == ["1", "1", "2", "1", "66", "1"], "\(outcome.talk)")
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
