import System
import Testing

@Suite struct `What a command prints` {
  private func output(_ command: String, limit: Int = 1000, within patience: Duration = .seconds(20)) -> CommandOutput {
    ChildProcess.output(of: ["sh", "-c", command], limit: limit, within: patience)
  }

  @Test func `is taken as it is, up to a limit`() {
    #expect(output("printf 'a\\nb'") == .output(Array("a\nb".utf8)))
    #expect(output("yes | head -c 300000", limit: 3) == .output(Array("y\ny".utf8)))
    #expect(output("true") == .output([]))
  }

  @Test func `is nothing where it fails or is not there`() {
    #expect(output("echo x; exit 3") == .failed && output("kill -9 $$") == .failed)
    #expect(ChildProcess.output(of: ["courant-none-such"], limit: 9, within: .seconds(20)) == .notStarted)
  }

  @Test func `is not waited for without end, nor what it leaves behind`() {
    #expect(output("sleep 60", within: .milliseconds(200)) == .timedOut)
    let begin = ContinuousClock.now
    #expect(output("sleep 60 & echo x") == .output(Array("x\n".utf8)))
    #expect(ContinuousClock.now - begin < .seconds(30))
  }

  @Test func `comes of a program that has no terminal and nothing to read`() {
    #expect(
      output("cat; test -t 0 || test -t 1 || (echo no > /dev/tty) 2>/dev/null || echo none")
        == .output(Array("none\n".utf8)))
  }
}
