import Foundation
import SiteSupport
import Testing
import TmuxSupport

/// A morning with feeds on a real screen, against a site on this machine that goes away at noon.
@Suite("Following inside the reader", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"), .serialized)
struct NewsdeskSessionTests {
  private let home: TemporaryFolder
  private let site: TestSite

  init() throws {
    home = try TemporaryFolder()
    site = try #require(try TestSite())
    let body = String(
      repeating: "<p>The harbour was quiet, and the gulls had the quay to themselves for once.</p>", count: 10)
    try site.writeFeed(
      "feed.xml",
      [("Cranes", "<p>Three cranes fell, as <a href='law.html'>the law</a> foresaw.</p>" + body), ("Strike", body)])
    try site.writePage("law.html", "The law of cranes", links: "<p>See <a href='fees.html'>the fees</a>, too.</p>")
    try site.writePage("fees.html", "The fees of the port")
  }

  private func reader(_ size: (columns: Int, rows: Int), _ words: String = "") throws -> TmuxScreen {
    try TmuxScreen(
      columns: size.columns, rows: size.rows, ["/bin/sh", "-c", "exec \"$courant\" \(words)"],
      environment: ["courant": BuiltProgram.courant, "HOME": home.path, "XDG_DATA_HOME": home.path + "/data"])
  }

  @Test(arguments: [(80, 24), (100, 30)])
  func `feeds are followed, read on, and their links with them, with a network and without`(
    columns: Int, rows: Int
  ) throws {
    var screen = try reader((columns, rows))
    try screen.wait(for: "No stories here.")
    screen.press("5", "F")
    screen.type(site.url("feed.xml"))
    screen.press("Enter")
    try screen.wait { $0.text.contains("› The Port") && $0.text.contains("2 unread") }
    // The list that was empty when it was left has the stories, too.
    screen.press("1")
    try screen.wait { $0.text.contains("Cranes") && $0.text.contains("Strike") }
    screen.press("5")
    try screen.wait { $0.text.contains("› The Port") }
    screen.press("Enter")
    try screen.wait { $0.text.contains("“The Port” 2") }
    screen.press("G", "Enter")
    try screen.wait { $0.lines[0].contains("Cranes") || $0.lines[0].contains("Strike") }
    // Space reads the one to its end, and then opens the other.
    for _ in 0..<8 where !screen.picture().text.contains("nothing more is unread") {
      let before = screen.picture()
      screen.press("Space")
      try screen.wait { $0 != before }
    }
    try screen.wait(for: "nothing more is unread")
    while !screen.picture().lines[0].contains("Cranes") {
      let before = screen.picture()
      screen.press("J")
      try screen.wait { $0 != before }
      if !screen.picture().lines[0].contains("Cranes") { screen.press("K") }
    }
    screen.press("g")
    try follow(on: screen, to: "The law of cranes")
    try follow(on: screen, to: "The fees of the port")
    screen.press("h")
    try screen.wait { $0.lines[0].contains("The law of cranes") && $0.cursorLine.contains("See the fees") }
    screen.press("h")
    try screen.wait { $0.lines[0].contains("Cranes") && $0.cursorLine.contains("Three cranes fell") }
    screen.press("Q")
    try screen.wait { $0.isDead }
    site.stop()
    screen = try reader((columns, rows), "--offline")
    try screen.wait { $0.text.contains("Cranes") }
    screen.press("g", "/")
    screen.type("foresaw")
    screen.press("Enter")
    try screen.wait(for: "“foresaw”")
    screen.press("Enter")
    try screen.wait { $0.lines[0].contains("Cranes") }
    for name in ["The law of cranes", "The fees of the port"] {
      screen.press("Tab", "Enter")
      try screen.wait { $0.lines[0].contains(name) }
      screen.press("G")
    }
    screen.press("h", "h")
    try screen.wait { $0.lines[0].contains("Cranes") }
  }

  /// Walks to the next link and follows it.
  private func follow(on screen: TmuxScreen, to headline: String) throws {
    screen.press("Tab", "Enter")
    try screen.wait { $0.lines[0].contains(headline) }
  }

  @Test func `a refresh brings what is new above, and the cursor stays on its line`() throws {
    _ = try BuiltProgram.run(["follow", site.url("feed.xml")], home: home)
    let screen = try TmuxScreen(
      columns: 80, rows: 24, [BuiltProgram.courant], environment: ["HOME": home.path])
    try screen.wait { $0.text.contains("Cranes") }
    let line = screen.picture().cursorLine
    try site.writeFeed(
      "feed.xml", [("Tides", "They rose."), ("Cranes", "Three cranes fell."), ("Strike", "It ended.")])
    screen.press("R")
    try screen.wait { $0.text.contains("1 new in 1 feed") }
    #expect(screen.picture().cursorLine.drop { $0 != "•" }.prefix(8) == line.drop { $0 != "•" }.prefix(8))
    screen.press("g")
    try screen.wait { $0.text.contains("› • Tides") }
  }

  @Test func `a silent server is let go of by one key`() throws {
    _ = try BuiltProgram.run(["follow", site.url("feed.xml")], home: home)
    try site.head("feed.xml", #"{"wait": 30}"#)
    let screen = try TmuxScreen(
      columns: 80, rows: 24, [BuiltProgram.courant], environment: ["HOME": home.path])
    try screen.wait { $0.text.contains("Cranes") }
    screen.press("R")
    try screen.wait(for: "refreshing")
    screen.press("j")
    screen.press("Escape")
    try screen.wait(for: "stopped")
    screen.press("Q")
    try screen.wait(seconds: 3) { $0.isDead }
  }
}
