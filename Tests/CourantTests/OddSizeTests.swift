import Testing
import TmuxSupport

/// Files of sizes that no story has, and files whose size does not stay.
@Suite("Odd sizes")
struct OddSizeTests {
  /// Runs a line of the shell with `$1` as a file that it makes first, and gives what `show` comes to.
  private func shown(_ making: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd \"$folder\" && \(making) && exec \"$courant\" show story.txt")
  }

  @Test func `a file that grows and shrinks while it is read is told, or read as it was at one time`() throws {
    let outcome = try BuiltProgram.shell(
      """
      cd "$folder" && yes 'It was long.' | head -c 200000 >long && echo 'A port' >story.txt
      while :; do cat long >>story.txt; echo 'A port' >story.txt; done & writer=$!
      for try in 1 2 3 4 5 6; do "$courant" show story.txt >/dev/null 2>said; echo "$? $(wc -l <said)"; done
      kill $writer
      """)
    #expect(outcome.lines.count == 6)
    // A sentence with a code, or the story; empty for a moment is a size, too.
    let told = outcome.lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(told.allSatisfy { ["0 0", "75 1", "65 1"].contains($0) })
  }

  @Test func `a file of empty lines is nothing to read`() throws {
    let outcome = try shown("yes '' | head -n 200000 >story.txt")
    #expect(outcome.code == 65)
    #expect(outcome.output.isEmpty)
  }

  @Test func `marks without end stand eight to a letter, and the rest is set aside`() throws {
    let marks = "yes \"$(printf '\\314\\201')\" | head -n 20000 | tr -d '\\n'"
    let outcome = try shown("{ echo 'A port'; echo; printf e; \(marks); } >story.txt")
    #expect(outcome.code == 0)
    #expect(outcome.output.unicodeScalars.count { $0 == "\u{301}" } == 8)
  }

  @Test func `a file larger than any story is refused before it is read`() throws {
    let outcome = try shown("truncate -s 10G story.txt")
    #expect(outcome.code == 65)
    #expect(outcome.lines.isEmpty)
  }
}
