/// Every command with its sentence and its keys.
///
/// The keymap, the hint line, the help screen, the `:` prompt, `docs/keys.md` and the manual page are made from it.
/// Keys are written as `KeySequence` reads them, several parted by a space.
enum CommandTable {
  static let entries = moving + going + finding + story + marking + fetching + outside + program

  /// The entry of a command.
  static func entry(for command: Command) -> CommandEntry? {
    entries.first { $0.command == command }
  }

  private static let moving: [CommandEntry] = [
    .init(
      .readOn, .moving, "Read on: what is below, answers opened as they come; at the end, the next unread story.",
      [.story: "<space>"]),
    .init(.down, .moving, "Go one row down.", [.everywhere: "j <down>"]),
    .init(.up, .moving, "Go one row up.", [.everywhere: "k <up>"]),
    .init(.pageDown, .moving, "Go a page on.", [.everywhere: "<space> <pgdn> ^f"]),
    .init(.pageUp, .moving, "Go a page back.", [.everywhere: "b <pgup> ^b"]),
    .init(.halfDown, .moving, "Go half a page on.", [.everywhere: "^d"]),
    .init(.halfUp, .moving, "Go half a page back.", [.everywhere: "^u"]),
    .init(.scrollDown, .moving, "Move on what is shown by a line.", [.everywhere: "^e"]),
    .init(.scrollUp, .moving, "Move back what is shown by a line.", [.everywhere: "^y"]),
    .init(.first, .moving, "Go to the first row.", [.everywhere: "g <home>"]),
    .init(.last, .moving, "Go to the last row.", [.everywhere: "G <end>"]),
  ]

  private static let going: [CommandEntry] = [
    .init(.enter, .going, "Open or do what the cursor stands on.", [.everywhere: "<enter> l <right>"]),
    .init(.back, .going, "Go back to where you came from.", [.everywhere: "h <left> <backspace> <esc>"]),
    .init(.historyBack, .going, "Go back through where you have been.", [.everywhere: "H"]),
    .init(.historyForward, .going, "Go forward again.", [.everywhere: "L"]),
    .init(.nextUnread, .going, "Read the next unread story.", [.everywhere: "."]),
    .init(.otherSide, .going, "Move between the list and the page beside it.", [.everywhere: "<tab>"]),
    .init(.stories, .going, "Show the stories.", [.tabs: "1"]),
    .init(.questions, .going, "Show the questions of all stories.", [.tabs: "2"]),
    .init(.sources, .going, "Show the sources of all stories.", [.tabs: "3"]),
    .init(.queries, .going, "Show the queries: all, unread, starred, begun, and those you kept.", [.tabs: "4"]),
    .init(.feeds, .going, "Show the feeds that you follow.", [.tabs: "5"]),
    .init(.notes, .going, "Show your notes, each with its section.", [.tabs: "N"]),
    .init(.tags, .going, "Show your tags, and how many stories have each.", [.tabs: "T"]),
  ]

  private static let finding: [CommandEntry] = [
    .init(
      .search, .finding, "Search: the stories of the index, else what is shown.", [.everywhere: "/"], takes: .query),
    .init(.searchAll, .finding, "Search all stories, and not those of the limit alone; again, those.", [.search: "\\"]),
    .init(.nextMatch, .finding, "Go to the next match.", [.matches: "n", .search: "n"]),
    .init(.previousMatch, .finding, "Go to the match before.", [.matches: "N", .search: "N"]),
    .init(.limit, .finding, "Show only the stories that match a query.", [.index: "\\"], takes: .query),
    .init(
      .keepQuery, .finding, "Keep the query that the stories are limited to, under a name.", [.index: "+"],
      takes: .text("NAME")),
    .init(.forgetQuery, .finding, "Forget the query.", [.queries: "d x D"]),
    .init(
      .sort, .finding, "Sort newest first, oldest first, by headline, or by publisher; matches newest or best first.",
      [.index: "S", .search: "S"], takes: .choice("ORDER", ["newest", "oldest", "headline", "publisher", "best"])),
  ]

  private static let story: [CommandEntry] = [
    .init(.nextQuestion, .story, "Go to the next question.", [.story: "] n"]),
    .init(.previousQuestion, .story, "Go to the question before.", [.story: "[ N"]),
    .init(.nextStory, .story, "Read the next story of the index.", [.story: "J"]),
    .init(.previousStory, .story, "Read the story before.", [.story: "K"]),
    .init(.toggleFold, .story, "Open or close the section under the cursor.", [.story: "za"]),
    .init(.openFold, .story, "Open the section under the cursor.", [.story: "zo"]),
    .init(.closeFold, .story, "Close the section under the cursor.", [.story: "zc"]),
    .init(.openAllFolds, .story, "Open all sections.", [.story: "zR"]),
    .init(.closeAllFolds, .story, "Close all sections.", [.story: "zM"]),
    .init(.nextCitation, .story, "Go to the next citation.", [.story: "<tab>"]),
    .init(.previousCitation, .story, "Go to the citation before.", [.story: "<backtab>"]),
    .init(
      .follow, .story, "Follow the citation, or take the feed, with the number typed.",
      [.story: "<digits><enter>", .choices: "<digits><enter>"]),
    .init(.hint, .story, "Follow a citation by the letters shown beside it.", [.story: "f"]),
    .init(
      .sectionSources, .story, "Show what the section or the citation rests on; of a page, who cites it.", [.story: "i"]
    ),
    .init(.fullText, .story, "Read the whole page in the place of the feed's text, or that again.", [.story: "x"]),
    .init(.related, .story, "Show the stories that have to do with this one, and why.", [.story: "r"]),
    .init(.olderVersion, .story, "Read the version before this one.", [.story: "<"]),
    .init(.newerVersion, .story, "Read the version after this one.", [.story: ">"]),
    .init(
      .browse, .story, "Open the address in the browser: of what is cited, else of the story itself.",
      [
        .story: "o", .source: "o", .sources: "o", .index: "o", .questions: "o", .search: "o", .related: "o",
        .citing: "o",
        .notes: "o", .feeds: "o",
      ]),
  ]

  private static let marking: [CommandEntry] = [
    .init(.toggleUnread, .marking, "Mark as unread, or as read.", [.index: "u", .story: "u", .related: "u"]),
    .init(.toggleStar, .marking, "Star, or take the star away.", [.index: "s", .story: "s", .related: "s"]),
    .init(
      .tag, .marking, "Tag the story, or take tags away with a hyphen before them.",
      [.index: "t", .story: "t", .related: "t"], takes: .tags),
    .init(.note, .marking, "Write a note on the section, or change it.", [.story: "a"], takes: .text("WORDS")),
    .init(.editNote, .marking, "Write the note in your editor ($VISUAL or $EDITOR).", [.story: "e"]),
    .init(
      .headline, .marking, "Give the story another headline, or with none its own.", [:], takes: .text("WORDS")),
    .init(.date, .marking, "Give the story another date, or with none its own.", [:], takes: .text("DATE")),
    .init(
      .remove, .marking, "Remove the story, the note or the tag; of removed stories, bring it back.",
      [.index: "D", .story: "D", .notes: "D", .tags: "D"]),
    .init(.select, .marking, "Select the row for the command that follows.", [.index: "v"]),
    .init(.selectAll, .marking, "Select all stories of the list; again, none.", [.index: "V"]),
    .init(
      .markAllRead, .marking, "Mark as read what is selected, or else all stories of the list, or of the feed.",
      [.index: "A", .feeds: "A"]),
    .init(.undo, .marking, "Undo the last change; again, the one before it.", [.everywhere: "U"]),
    .init(
      .redo, .marking, "Make the change again that was undone last, unless something else was changed since.",
      [.everywhere: "^r"]),
    .init(
      .add, .marking, "Add a file or a folder to the catalog; what is pasted is added after a question.", [:],
      takes: .path),
    .init(.copy, .marking, "Copy what the cursor stands on.", [.everywhere: "y"]),
  ]

  private static let fetching: [CommandEntry] = [
    .init(.refresh, .fetching, "Fetch what is new in the feeds that you follow; Esc stops.", [.everywhere: "R <f5>"]),
    .init(.refreshFeed, .fetching, "Fetch what is new in this feed.", [.feeds: "r"]),
    .init(
      .followFeed, .fetching, "Follow a feed, what a page names, kagi:world, or a file that lists feeds.", [.tabs: "F"],
      takes: .feed),
    .init(.unfollow, .fetching, "Follow the feed no more; its stories stay.", [.feeds: "D"]),
    .init(
      .offline, .fetching, "Use the network no more, or use it again.", [:], takes: .choice("HOW", ["on", "off"])),
  ]

  private static let outside: [CommandEntry] = [
    .init(
      .pipe, .outside, "Give the story as text to a command.",
      [.index: "|", .story: "|", .related: "|"], takes: .text("COMMAND")),
    .init(
      .write, .outside, "Write the story into a .md, .txt or .json file.",
      [.index: "w", .story: "w", .related: "w"], takes: .path),
    .init(
      .export, .outside, "Write the story, or those that are selected, into a folder, as courant export does.", [:],
      takes: .path),
  ]

  private static let program: [CommandEntry] = [
    .init(.help, .program, "Show all keys; / searches them.", [.everywhere: "? <f1>"]),
    .init(.prompt, .program, "Give a command by its name.", [.everywhere: ":"], takes: .command),
    .init(.redraw, .program, "Draw the screen anew.", [.everywhere: "^l"]),
    .init(.suspend, .program, "Suspend; fg comes back.", [.everywhere: "^z"]),
    .init(.leave, .program, "Go back, and quit at the last.", [.everywhere: "q"]),
    .init(.quit, .program, "Quit.", [.everywhere: "Q ^c"]),
  ]
}
