import Testing

@testable import Terminal

@Suite("The names of a terminal's description")
struct TerminalNamesTests {
  @Test(
    "A terminal without a description of its own is taken for one that it understands",
    arguments: [
      ("xterm-kitty", "xterm-256color"), ("alacritty", "xterm-256color"), ("foot-extra", "xterm-256color"),
      ("xterm-ghostty", "xterm-256color"), ("wezterm", "xterm-256color"), ("st-256color", "xterm-256color"),
      ("iTerm2.app", "xterm-256color"), ("screen.xterm-kitty", "screen-256color"), ("tmux-256color", "screen-256color"),
      ("xterm-16color", "xterm"),
    ])
  func substitutes(term: String, substitute: String) {
    let names = TerminalNames.candidates(for: term, isColourful: false)
    #expect(names.first == term)
    #expect(names.contains(substitute))
    #expect(!(substitute == "xterm" && names.contains("xterm-256color")))
  }

  @Test("A description of direct colours comes after its sibling of numbered ones")
  func direct() {
    #expect(
      TerminalNames.candidates(for: "xterm-direct", isColourful: true).prefix(2) == ["xterm-256color", "xterm"])
    #expect(TerminalNames.candidates(for: "tmux-direct", isColourful: false).first == "tmux-256color")
    #expect(TerminalNames.candidates(for: "direct", isColourful: false) == ["direct"])
  }

  @Test("A terminal that nobody knows is taken for nothing else", arguments: ["", "dumb", "best", "vt52x", "printer"])
  func unknown(term: String) {
    let names = TerminalNames.candidates(for: term, isColourful: false)
    #expect(names == (term.isEmpty || term == "dumb" ? [] : [term]))
  }
}
