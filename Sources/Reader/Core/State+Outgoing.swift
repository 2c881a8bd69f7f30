import Briefing

/// Where stories go that leave the reader.
enum Outlet: Hashable, Sendable {
  /// A command line, which gets their text.
  case command(String)
  /// A file or a folder.
  case file(String, replacing: Bool)

  /// How a prompt for it opens for some stories.
  static func opening(of kind: Prompt.Kind, for rows: [Row]) -> Prompt.Opening {
    guard let first = rows.first else { return .refused("there is no story here") }
    let isOne = rows.count == 1
    let folder = "a folder for \(isOne ? "the story" : "\(rows.count) stories"), made if it is not there"
    return switch kind {
    case .write where isOne:
      .suggestion(first.fileName + ".md", about: "as .md, .txt or .json, by the name; typing names another file")
    case .write, .export: .line("", about: folder)
    default: .line("", about: "a command that gets the text\(isOne ? "" : " of \(rows.count) stories")")
    }
  }
}

extension State {
  /// Gives the text of the chosen stories to a command line.
  mutating func pipe(to line: String) -> [Effect] {
    line.allSatisfy(\.isWhitespace) ? [] : sendOut(to: .command(line))
  }

  /// Writes the chosen stories. A name that is taken is given twice to have what is there replaced.
  mutating func write(to name: String) -> [Effect] {
    let isAgain = name == takenName
    takenName = nil
    return name.allSatisfy(\.isWhitespace) ? [] : sendOut(to: .file(name, replacing: isAgain))
  }

  /// Writes the chosen stories into a folder.
  mutating func export(to folder: String) -> [Effect] {
    folder.hasSuffix("/") || folder.allSatisfy(\.isWhitespace) ? write(to: folder) : write(to: folder + "/")
  }

  /// Asks for another name, or for the same once more.
  mutating func askAgain(for name: String, because sentence: String, isTaken: Bool) -> [Effect] {
    prompt = Prompt(.write, before: history.current, text: name)
    takenName = isTaken ? name : nil
    return say(sentence)
  }

  /// The newest version goes with what the user set on it, as the catalog has that now; an earlier one is at hand.
  private mutating func sendOut(to outlet: Outlet) -> [Effect] {
    if let story = history.current.story, !story.isNewest { return [outlet.effect(for: [story.detail])] }
    let stories = history.current.content.chosenRows.map(\.id)
    return stories.isEmpty ? say("there is no story here") : go(to: .outside(stories, outlet))
  }
}

extension Destination {
  /// Out of the reader, by way of the catalog.
  fileprivate static func outside(_ stories: [StoryID], _ outlet: Outlet) -> Destination {
    Destination(OutsideRoute(stories: stories, outlet: outlet))
  }
}

private struct OutsideRoute: Route {
  let stories: [StoryID]
  let outlet: Outlet

  func request(from state: State) -> Request { .stories(stories) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .stories(let details) = answer, !details.isEmpty else {
      return state.say("the catalog no longer holds this story")
    }
    return [outlet.effect(for: details)]
  }
}

extension Outlet {
  fileprivate func effect(for details: [StoryDetail]) -> Effect {
    switch self {
    case .command(let line): .pipe(Gate.lines(of: LinearText.lines(of: details)), to: line)
    case .file(let name, let replacing): .write(details, to: name, replacing: replacing)
    }
  }
}
