import Briefing
import Reader
import System
import Terminal

extension Config {
  /// What the foot of the reader says of it when the reader starts; nil if there is nothing to say.
  var greeting: String? {
    guard let first = problems.first?.sentence else { return nil }
    let more = problems.count - 1
    return more == 0 ? first : "\(first) (and \(more) more: courant config)"
  }
}

extension ConfigProblem {
  /// One sentence that names the file, the line and the nearest right word. Displayable as it is.
  var sentence: String {
    switch self {
    case .unreadable(let path, .special(let kind)): "\(quoted(path)) is \(kind.words), not a file; \(Self.defaults)"
    case .unreadable(let path, .refused(let code)):
      "\(quoted(path)) cannot be read (\(systemWords(code))); \(Self.defaults)"
    case .unreadable(let path, _): "\(quoted(path)) cannot be read; \(Self.defaults)"
    case .tooLarge(let path):
      "\(quoted(path)) is larger than \(Config.limit >> 10) KiB, which no settings are; \(Self.defaults)"
    case .notText(let line): "\(Self.name) line \(line): this is not text in UTF-8; \(Self.defaults)"
    case .noTOML(let flaw):
      "\(Self.name) line \(flaw.line), column \(flaw.column): \(flaw.words); \(Self.defaults)"
    case .setting(let path, let line, let fault): "\(Self.name) line \(line): \(fault.sentence(about: path))"
    }
  }

  private static let name = "config.toml"
  private static let defaults = "until that is mended, the defaults hold"
}

extension SettingFault {
  fileprivate func sentence(about path: String) -> String {
    let name = shown(path)
    return switch self {
    case .unknown(let word, let noun, let words):
      "there is no \(noun.rawValue) \(shown(word))\(suggestion(word, words))"
    case .wrongKind(let wanted): "\(name) has to be \(wanted)"
    case .notOneOf(let word, let words):
      "\(name) cannot be \(shown(word))\(suggestion(word, words, or: "it is one of \(Setting.choices(words))"))"
    case .outside(let number, let range):
      "\(name) cannot be \(number); it is from \(range.lowerBound) to \(range.upperBound)"
    case .noColor(let word):
      "\(shown(word)) is no colour\(suggestion(word, Color.names, or: "use a name, a number up to 255, or “#rrggbb”"))"
    case .lacking(let word): "\(name) lacks “\(word)”"
    case .privateAddress: "\(name) has a name or a password in it, which are said apart: “user”, “password-command”"
    case .browser(.shell(let command)): "the browser \(shown(command)) starts a shell; name the browser itself"
    case .browser(.unclosedQuote(let command)): "a quote in \(shown(command)) is not closed"
    case .browser(.variable(let command)):
      "\(shown(command)) has a $ or ` that only a shell would fill in; write it out, or begin with ~/ for your home folder"
    case .browser(.notWeb): "\(name) cannot be used"
    case .key(let fault): fault.sentence(about: name)
    }
  }
}

extension KeyFault {
  fileprivate func sentence(about name: String) -> String {
    switch self {
    case .unknownCommand(let word): "there is no command \(shown(word))\(suggestion(word, Keymap.commandNames))"
    case .unknownPlace(let word):
      "there is no place \(shown(word)) with keys of its own\(suggestion(word, Keymap.placeNames))"
    case .unknownKey(let word):
      "there is no key “<\(shownBare(word))>”\(suggestion(word, Keymap.keyNames, as: { "<\($0)>" }))"
    case .empty: "\(name) has a key without a name; for no keys at all, write []"
    case .blank: "\(name) has a key of blanks; write “<space>” for the space bar"
    case .tooLong(let most): "\(name) has a key of more than \(most) presses"
    case .untypable(let key): "\(shown(key)) cannot be typed"
    case .twin(let key, let other): "a terminal sends “\(other)” for “\(key)”; write that"
    case .kept("^c"): "“^c” always quits, and can be nothing else"
    case .kept(let key): "“\(key)” stops or starts what the terminal shows, and never reaches Courant"
    case .takesNoNumber(let command): "“\(command)” takes no number, so its keys do not begin with “<digits>”"
    case .taken(let keys, let command, let other, let place):
      "\(shown(keys)) cannot be for “\(command)”, because “\(other)” has a key \(Self.where(place)) that is or begins the same"
    }
  }
}

extension KeyFault {
  private static func `where`(_ place: String) -> String {
    place == "everywhere" ? place : "in \(shown(place))"
  }
}

/// What somebody wrote, in quotes and no longer than can be taken in.
private func shown(_ text: String) -> String {
  "“\(shownBare(text))”"
}

private func shownBare(_ text: String) -> String {
  let text = displayable(text)
  return text.count <= 40 ? text : text.prefix(39) + "…"
}

/// The nearest right word, or something else to say where none is near.
private func suggestion(
  _ word: String, _ words: [String], or other: String? = nil, as written: (String) -> String = { $0 }
) -> String {
  if let nearest = NearestWord.of(word, among: words) { return "; did you mean “\(written(nearest))”?" }
  return other.map { "; \($0)" } ?? ""
}
