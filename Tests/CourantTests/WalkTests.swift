import Testing
import TmuxSupport

/// What the reader is for, done by a person at a terminal with the keys of the help screen.
@Suite("The walk through a story and its sources", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct WalkTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test(arguments: [(80, 24), (40, 12), (200, 60)])
  func `from the index to a citation, to another claim of its source, and back to the very line`(
    columns: Int, rows: Int
  ) throws {
    let screen = try TmuxScreen(columns: columns, rows: rows, [BuiltProgram.courant, folder.path])
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.press("Enter")
    try screen.wait { $0.page[0].contains("A port loses") && !$0.page[0].contains("Questions") }
    screen.press("]", "]", "]")
    try screen.wait { $0.cursorLine.contains("▸ What is gained?") }
    screen.press("Enter")
    try screen.wait { $0.cursorLine.contains("▾ What is gained?") && $0.text.contains("A day. Ships") }
    screen.press("Tab")
    let left = try screen.wait { $0.cursorLine.contains("[2]") && $0.lines.last?.contains("follow") == true }

    screen.press("Enter")
    try screen.wait { $0.page[0].contains("harbour.example.com") && $0.text.contains("The ferry that runs") }
    while !screen.picture().cursorLine.contains("It sails at noon") {
      let before = screen.picture()
      screen.press("j")
      try screen.wait { $0 != before }
    }
    screen.press("Enter")
    try screen.wait { $0.page[0].contains("The ferry that runs") && $0.cursorLine.contains("[1]") }

    screen.press("h")
    try screen.wait { $0.page[0].contains("harbour.example.com") && $0.cursorLine.contains("It sails at noon") }
    screen.press("h")
    try screen.wait { back in
      back.page == left.page && (back.cursorColumn, back.cursorRow) == (left.cursorColumn, left.cursorRow)
    }
  }

  @Test func `a story that is named alone is open at once, with its index behind it`() throws {
    let screen = try TmuxScreen(columns: 80, rows: 24, [BuiltProgram.courant, folder.path + "/2026-04-28-port.txt"])
    try screen.wait { $0.text.contains("▸ Why sell them now?") }
    screen.press("h")
    try screen.wait { $0.text.contains("Stories") && $0.cursorLine.contains("A port loses") }
  }

  @Test func `the words that search found are walked without coming back to the list`() throws {
    let screen = try TmuxScreen(columns: 80, rows: 24, [BuiltProgram.courant, folder.path])
    try screen.wait { $0.cursorLine.contains("A port loses") }
    screen.type("/sell")
    screen.press("Enter")
    try screen.wait { $0.lines[0].contains("sell") && $0.text.contains("The ferry that runs") }
    screen.press("Enter")
    try screen.wait { $0.page[0].contains("A port loses") && $0.cursorLine.contains("Why sell") }
    screen.press("n")
    try screen.wait { $0.page[0].contains("The ferry that runs") && $0.cursorLine.contains("Why sell") }
    screen.press("N")
    try screen.wait { $0.page[0].contains("A port loses") && $0.cursorLine.contains("Why sell") }
  }
}

extension TmuxScreen.Picture {
  /// The row that the cursor stands on, of the page that it stands in.
  var cursorLine: String { page.indices.contains(cursorRow) ? page[cursorRow] : "" }

  /// The rows of the page that has the keys: on a wide screen, what stands on the cursor's side of the rule.
  var page: [String] {
    lines.map { line in
      let sides = line.split(separator: "│", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { return line }
      return String(cursorColumn > sides[0].count ? sides[1] : sides[0])
    }
  }
}
