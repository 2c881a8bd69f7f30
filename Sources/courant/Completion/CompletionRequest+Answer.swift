import ArgumentParser
import Briefing
import Catalog
import Reader

extension CompletionRequest {
  /// What can take the word's place, from the declarations and the catalog, which is looked at and left as it is.
  ///
  /// - Parameter catalog: opens it; nil where there is none that can be looked at.
  func answer(_ catalog: () -> Catalog?) -> Completions {
    var answer = offers(catalog)
    answer.candidates = answer.candidates.filter { $0.word.hasPrefix(typed) }
    if !before.isEmpty {
      for index in answer.candidates.indices { answer.candidates[index].word = before + answer.candidates[index].word }
    }
    return answer
  }

  private func offers(_ catalog: () -> Catalog?) -> Completions {
    switch kind {
    case .nothing: .nothing
    case .first: Self.commands + Completions(files: .files)
    case .option: Completions(candidates: options)
    case .value(_, let choices) where !choices.isEmpty: Completions(candidates: choices.map { .init(word: $0) })
    case .value(let name, _):
      name.split(separator: "|").reduce(.nothing) { $0 + values(String($1), catalog) }
    }
  }

  /// What a part of a value's name stands for. What is made up by whoever types it has no offers.
  private func values(_ name: String, _ catalog: () -> Catalog?) -> Completions {
    switch name {
    case "path", "file", "paths", "files": Completions(files: .files)
    case "dir": Completions(files: .folders)
    case "command": Self.commands
    case "topic": Completions(candidates: ManualPage.all.map { .init(word: $0.topic, note: $0.summary) })
    case "id": ids(catalog)
    case "query": catalog()?.queryCompletions(for: typed) ?? QueryCompletion.fields(for: typed)
    case "host": found(catalog) { try $0.offered(.hosts, matching: typed, limit: Self.most) }
    case "tag", "names": tags(catalog)
    case "name": found(catalog) { try $0.offered(.feeds, matching: typed, limit: Self.most) }
    default: .nothing
    }
  }

  /// More than anybody looks through.
  private static let most = 200

  private static var commands: Completions {
    let shown = Courant.configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
    return Completions(candidates: shown.map { Completions.Candidate(word: $0.commandName ?? "", note: $0.abstract) })
  }

  /// Those of the command that were not given, but for what can be given again.
  private var options: [Completions.Candidate] {
    let syntax = command ?? CommandSyntax.named(ReadCommand.configuration.commandName ?? "")
    let left = syntax?.options.filter { option in option.isRepeating || !option.names.contains(where: given.contains) }
    let own = command == nil ? [Completions.Candidate(word: "--version", note: "Show the version.")] : []
    return (left ?? []).flatMap { option in option.names.map { .init(word: $0, note: option.summary) } } + own
      + [.init(word: "--help", note: "Show help information.")]
  }

  /// Ids with their headlines, the newest story first, without those that were given.
  ///
  /// What is restored was removed, or is a backup.
  private func ids(_ catalog: () -> Catalog?) -> Completions {
    let isRestoring = command?.name == RestoreCommand.configuration.commandName
    let files = Completions(files: isRestoring ? .files : .none)
    guard let catalog = catalog() else { return files }
    let rows =
      typed.isEmpty || isRestoring
      ? try? catalog.rows(Listing(query: isRestoring ? "is:removed" : ""), .first(Self.mostIDs))
      : try? catalog.ids(beginningWith: StoryID(typed), limit: Self.mostIDs).compactMap { try catalog.row($0) }
    let left = (rows ?? []).filter { !given.contains($0.id.text) }
    return Completions(candidates: left.map { .init(word: $0.id.text, note: $0.headline) }) + files
  }

  private static let mostIDs = 60

  /// The last of the tags that are being typed, each of which may have a hyphen before it.
  private func tags(_ catalog: () -> Catalog?) -> Completions {
    let start = typed.lastIndex { " ,-".contains($0) }.map(typed.index(after:)) ?? typed.startIndex
    let isWithin = typed[..<start].last == "-" && typed[..<start].dropLast().last.map { $0 != " " && $0 != "," } == true
    let opening = isWithin ? "" : String(typed[..<start])
    return found(catalog) { try $0.offered(.tags, matching: String(typed.dropFirst(opening.count)), limit: Self.most) }
      .mapped { opening + $0 }
  }

  private func found(_ catalog: () -> Catalog?, _ values: (Catalog) throws -> [OfferedValue]) -> Completions {
    let found = catalog().flatMap { try? values($0) } ?? []
    return Completions(candidates: found.map { .init(word: $0.name, note: $0.count.counted("story", "stories")) })
  }
}

extension Completions {
  func mapped(_ change: (String) -> String) -> Completions {
    var changed = self
    for index in changed.candidates.indices { changed.candidates[index].word = change(candidates[index].word) }
    return changed
  }
}
