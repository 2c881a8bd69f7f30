import Briefing
import Catalog
import Foundation
import System
import Testing
import TmuxSupport

@testable import courant

@Suite("Adding to the catalog", .timeLimit(.minutes(20)))
struct AddTests {
  let home: TemporaryFolder
  let folder: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test func `what was added is there without its files`() throws {
    let added = try courant("add", folder.path)
    #expect(added.code == 0 && added.output.isEmpty)
    #expect(added.talk.hasPrefix("courant: 2 stories are new (readable after "))
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(try courant("list").lines.count == 2)
    #expect(try courant().output == courant("list").output)
    #expect(try courant("search", "scrap").output.contains("[scrap] dealer"))
  }

  @Test(arguments: ["000", "022", "077", "777"])
  func `folders and files are the user's alone, whatever the umask`(mask: String) throws {
    let line = "umask \(mask); \"$courant\" add \"$seeds\" && \"$courant\" search the >/dev/null"
    #expect(try BuiltProgram.shell(line, home: home).code == 0)
    for part in ["/.local", "/.local/share", "/.local/share/courant"] { #expect(mode(home.path + part) == 0o700) }
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(names.contains("catalog.db") && names.contains("lookup.db"))
    for name in names { #expect(mode(place + "/" + name) == 0o600) }
  }

  @Test func `adding again changes nothing, and says so`() throws {
    _ = try courant("add", folder.path)
    let before = try courant("list", "--json").output
    let again = try courant("add", folder.path, folder.path)
    #expect(again.code == 0 && again.talk.contains("4 were there already"))
    #expect(try courant("list", "--json").output == before)
  }

  @Test func `a file that changed is a newer version, and the older one can still be shown`() throws {
    let path = try folder.write("2026-04-28-port.txt", Stories.port)
    _ = try courant("add", path)
    try folder.write("2026-04-28-port.txt", Stories.port.replacingOccurrences(of: "scrap dealer", with: "museum"))
    // Named in another way, it is the same file.
    let again = try BuiltProgram.shell("cd '\(folder.path)' && \"$courant\" add ./2026-04-28-port.txt", home: home)
    #expect(again.talk.contains("has a newer version"))
    let row = try #require(try json("list").first)
    let id = try #require(row["id"] as? String)
    #expect(row["versions"] as? Int == 2)
    #expect(try courant("show", id).output.contains("A museum from up the river"))
    #expect(try courant("show", id, "--version", "1").output.contains("A scrap dealer from up the river"))
    let third = try courant("show", id, "--version", "3")
    #expect(third.code == 66 && third.talk.contains("only 2 versions"))
    #expect(try courant("show", id, "--version", "0").code == 64)
  }

  @Test func `what cannot be read is listed with its reason, and the rest is in`() throws {
    for number in 1...30 { try folder.write("empty \(number).txt", "") }
    try folder.write("binary.txt", [UInt8](repeating: 0, count: 400))
    let outcome = try courant("add", folder.path)
    #expect(outcome.code == 65)
    let talk = outcome.talk.split(separator: "\n")
    #expect(talk.count { $0.contains("is empty") } == 30)
    #expect(talk.contains { $0.contains("binary.txt") && $0.contains("not text") })
    #expect(talk.last?.contains("2 stories are new") == true && talk.last?.contains("31 could not be read") == true)
    #expect(try courant("list").lines.count == 2)
  }

  @Test func `what of a folder is no story is told with its kind, by name where that is wanted`() throws {
    for name in ["a.png", "b.png", "c.pdf", "README.md", "LICENSE", ".hidden"] { try folder.write(name, "x") }
    try folder.write("other.json", "{\"a\": 1}")
    let outcome = try courant("add", folder.path)
    #expect(outcome.code == 0)
    let said = try #require(outcome.talk.split(separator: "\n").first { $0.contains("skipped") })
    #expect(
      said.hasPrefix("courant: skipped 6 files that are no stories: 2 .png, 1 .pdf, 1 JSON of another kind, 1 README"))
    #expect(said.contains("1 without an ending") && said.hasSuffix("and 3 more; --verbose names all)"))
    let verbose = try courant("add", folder.path, "--verbose").talk
    for name in ["a.png", "b.png", "c.pdf", "README.md", "LICENSE", "other.json"] { #expect(verbose.contains(name)) }
    #expect(!verbose.contains("hidden"))
    let alone = try BuiltProgram.shell("\"$courant\" add \"$folder/input\"", input: Stories.port, home: home)
    #expect(!alone.talk.contains("skipped"))
  }

  @Test func `a mistyped name makes no catalog`() throws {
    let outcome = try courant("add", folder.path + "/nope")
    #expect(outcome.code == 66 && outcome.talk.contains("nope"))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/.local"))
  }

  @Test func `standard input is added and named`() throws {
    let added = try BuiltProgram.run(["add", "-"], input: Stories.ferry, home: home)
    let id = try #require(try courant("list").lines.first?.split(separator: " ").first)
    #expect(added.talk.hasPrefix("courant: \(id) is new"))
  }

  @Test func `two adds of one folder at once both succeed, and nothing is there twice`() throws {
    for number in 0..<600 { try folder.write("\(number).txt", "Story \(number)\n\nIt is told by \(number).") }
    let both = try BuiltProgram.shell(
      """
      "$courant" add '\(folder.path)' & first=$!
      "$courant" add '\(folder.path)'; second=$?
      wait $first; echo $? $second
      """, home: home)
    #expect(both.output == "0 0\n")
    #expect(try courant("list").lines.count == 602)
    #expect(try courant("search", "told").lines.count { !$0.hasPrefix(" ") } == 600)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `asked to end it keeps what is in, and a second run adds the rest`(signal: Int32, code: Int32) throws {
    let path = try folder.write("2026-04-28-port.txt", Stories.port)
    let talk = Pipe()
    let process = try start(["add", path, "-"], input: Pipe(), talk: talk)
    while try courant("list").lines.isEmpty { #expect(process.isRunning) }
    // Some programs that pass a signal on send it twice.
    for _ in 1...2 { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    #expect(process.terminationStatus == code)
    let said = String(decoding: talk.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.contains("is new") && said.contains("interrupted"))
    #expect(try courant("add", folder.path).talk.contains("1 story is new, 1 was there already"))
    #expect(try courant("search", "scrap").lines.count == 3)
  }

  @Test func `what an add that was killed left unsearchable is made up for by the next search`() throws {
    try PrivateFiles.makeFolder(place)
    let incoming = IncomingStory(
      reading: StoryParser.parse(Array(Stories.port.utf8)), original: Array(Stories.port.utf8), date: Moment(seconds: 1)
    )
    _ = try Catalog.openOrCreate(at: place + "/catalog.db").add([incoming])
    #expect(try courant("doctor").output.contains("nothing can be found by its words yet"))
    #expect(try courant("list", "scrap").lines.count == 1)
    #expect(try courant("doctor").output.contains("all of it can be searched"))
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `in a terminal the progress is gone at the end`() throws {
    for number in 0..<3000 { try folder.write("\(number).txt", "Story \(number)\n\nIt is told. (wire.example.org)") }
    let screen = try TmuxScreen(
      columns: 70, rows: 10, ["/bin/sh", "-c", "\"$courant\" add \"$folder\"; echo ended $?; exec sleep 60"],
      environment: ["courant": BuiltProgram.courant, "folder": folder.path, "HOME": home.path, "XDG_DATA_HOME": ""])
    let picture = try screen.wait(for: "ended 0", seconds: 60)
    #expect(picture.text.contains("3 002 stories are new"))
    #expect(!picture.text.contains("reading") && !picture.text.contains("making"))
  }

  private var place: String { home.path + "/.local/share/courant" }

  private func courant(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(arguments, home: home)
  }

  private func json(_ arguments: String...) throws -> [[String: Any]] {
    try BuiltProgram.run(arguments + ["--json"], home: home).lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func start(_ arguments: [String], input: Pipe, talk: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.courant)
    process.arguments = arguments
    process.environment = ["HOME": home.path, "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    process.standardInput = input
    process.standardError = talk
    try process.run()
    return process
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
