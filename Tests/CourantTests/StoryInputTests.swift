import Briefing
import Catalog
import Formats
import Foundation
import System
import Testing

@testable import courant

@Suite("Reading what the user named")
struct StoryInputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a story is dated by its file's name`() throws {
    let incoming = try read(folder.write("2026-04-28-ports.txt", "A port grows")).get()
    #expect(incoming.reading.story.published?.iso8601 == "2026-04-28T00:00:00Z")
  }

  @Test(arguments: ["2026-02-30.txt", "2026-04-281.txt", "x2026-04-28.txt", "26-04-28.txt"])
  func `a name that opens with no date gives none, and the file's last change only sorts`(name: String) throws {
    let path = try folder.write(name, "A port grows")
    var times = [timeval(tv_sec: 86_400, tv_usec: 0), timeval(tv_sec: 86_400, tv_usec: 0)]
    utimes(path, &times)
    let incoming = try read(path).get()
    #expect(incoming.reading.story.published == nil)
    #expect(incoming.date.seconds == 86_400)
  }

  @Test(
    arguments: [
      ([], .noStory(.empty)), (Array(" \r\n\t\n".utf8), .noStory(.blank)),
      ([0xEF, 0xBB, 0xBF, 0x0A], .noStory(.blank)),
      (Array("\u{7F}ELF".utf8) + [UInt8](repeating: 0, count: 200), .noStory(.foreign(.program))),
      ((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 >> 3) }, .noStory(.notText)),
    ] as [([UInt8], InputError.Reason)])
  func `what holds no text is refused`(bytes: [UInt8], reason: InputError.Reason) throws {
    #expect(failure(read(try folder.write("x.txt", bytes))) == reason)
  }

  @Test(
    arguments: [
      Array("caf\u{E9} ".utf8), [0x63, 0x61, 0x66, 0xE9], Array("a\0b".utf8), Array(repeating: 7, count: 1000) + [0x61],
      [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61],
    ] as [[UInt8]])
  func `stray controls, broken bytes and marked UTF-16 are text`(bytes: [UInt8]) throws {
    #expect(failure(read(try folder.write("x.txt", bytes))) == nil)
  }

  @Test func `a pipe is refused without waiting for a writer`() throws {
    mkfifo(folder.path + "/pipe.txt", 0o600)
    #expect(failure(read(folder.path + "/pipe.txt")) == .unreadable(.special(.pipe)))
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/tty"])
  func `a device is refused`(path: String) {
    #expect(failure(read(path)) == .unreadable(.special(.device)))
  }

  @Test func `a file of ten gigabytes is refused unread`() throws {
    let path = try folder.write("x.txt", "x")
    truncate(path, 10 << 30)
    #expect(failure(read(path)) == .unreadable(.tooLarge))
  }

  @Test func `a file larger than a piece of reading arrives whole`() throws {
    let text = String(repeating: "One word more. ", count: 30_000)
    #expect(try read(folder.write("x.txt", text)).get().original == Array(text.utf8))
  }

  private func read(_ path: String) -> Intake.Outcome {
    let outcomes = StoryInput.all(.named(.file(Path(bytes: Array(path.utf8)))))
    return outcomes.count == 1 ? outcomes[0] : .failure(InputError(input: .standardInput, reason: .noStories))
  }

  private func failure(_ outcome: Intake.Outcome) -> InputError.Reason? {
    if case .failure(let error) = outcome { error.reason } else { nil }
  }
}
