/// Keys that users of another program expect, laid over those that Courant comes with.
///
/// Written as in the command table. What is not named keeps its keys, but for those that a named command takes.
public enum KeyPreset: String, Hashable, Sendable, CaseIterable {
  case newsboat, vim, less

  var wishes: [KeyLayers.Wish] {
    table.map { command, keys in
      KeyLayers.Wish(
        command: command, keys: keys.split(separator: " ").map { KeySequence(notation: String($0)) })
    }
  }

  private var table: KeyValuePairs<Command, String> {
    switch self {
    case .newsboat:
      [
        .down: "j J <down>", .up: "k K <up>", .first: "<home>", .last: "<end>", .sort: "g", .toggleUnread: "N",
        .notes: "^n", .limit: "F", .write: "s w",
        .toggleStar: "*",
        .sectionSources: "u i",
        .nextMatch: "n", .previousMatch: "p", .nextUnread: "n .", .nextStory: "J", .previousStory: "p K",
        .nextQuestion: "]",
        .previousQuestion: "[",
        .follow: "<digits><enter>", .hint: "f #", .followFeed: "E F",
      ]
    case .vim:
      [
        .first: "gg <home>", .historyBack: "^o H", .enter: "<enter> l <right> ^]",
        .back: "h <left> <backspace> <esc> ^t",
        .otherSide: "<tab> ^w", .nextQuestion: "]] zj }", .previousQuestion: "[[ zk {", .browse: "gx o",
        .copy: "yy Y", .undo: "u U", .toggleUnread: "m", .forgetQuery: "dd x", .select: "v",
        .olderVersion: "g- <", .newerVersion: "g+ >", .quit: "ZZ ZQ Q ^c",
      ]
    case .less:
      [
        .down: "j e ^n <down>", .up: "k y ^k ^p <up>", .pageDown: "<space> f ^f ^v <pgdn>", .readOn: "<space>",
        .pageUp: "b ^b <alt-v> <pgup>", .halfDown: "d ^d", .halfUp: "u ^u", .first: "g < <home>",
        .last: "G > <end>", .back: "<left> <backspace> <esc>", .help: "h ? <f1>", .redraw: "r ^r ^l",
        .limit: "& \\", .nextQuestion: "]", .previousQuestion: "[", .hint: "F", .related: "R", .editNote: "E",
        .olderVersion: "{", .newerVersion: "}", .copy: "c", .toggleUnread: "m", .forgetQuery: "x",
        .refreshFeed: "r", .redo: "<alt-u>", .quit: "Q ZZ ^c",
      ]
    }
  }
}
