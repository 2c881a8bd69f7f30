import ArgumentParser
import Briefing
import Catalog

extension CatalogError: UserFacingError {
  var sentence: String {
    switch self {
    case .missing: CommandError.noCatalog.sentence
    case .busy:
      "another program has kept the catalog locked for 5 seconds; what was done before is kept, so try again when it is done"
    case .lookupBusy:
      "another program has kept what searches are answered from locked for 5 seconds; everything else goes on, so search again when it is done"
    case .replaced(let path):
      "another program put another catalog in the place of \(quoted(path)), so what was done last is not kept; do it again"
    case .readOnly:
      "the catalog can be read, and not written (its file, its folder or the disk is read-only); courant doctor says which"
    case .full:
      "the disk is full, so the catalog takes no more; what it has is safe: make room and do the same again"
    case .cannotOpen(let path) where path.hasSuffix("/lookup.db"):
      "what searches are answered from (\(quoted(path))) cannot be opened; delete it, and the next search makes it anew"
    case .cannotOpen(let path):
      "the catalog \(quoted(path)) cannot be opened; courant doctor says what is in the way"
    case .foreign(let path):
      "\(quoted(path)) is not a catalog of Courant's, and is left as it is; move it away, or set XDG_DATA_HOME to another folder"
    case .newer(let path, let version):
      "a later Courant made the catalog \(quoted(path)) (its schema version is \(version)), so it is left as it is; use that one"
    case .older(let path, let version):
      "an earlier Courant made the catalog \(quoted(path)) (its schema version is \(version)); the next command that changes it brings it to this program’s"
    case .corrupt(let path) where path.hasSuffix("/lookup.db"):
      "what searches are answered from was damaged, and is thrown away; the same again makes it anew"
    case .corrupt(let path):
      "the catalog \(quoted(path)) is damaged; courant doctor --repair sets it aside and saves what can be read"
    case .noBackup(let path): "there is no file \(quoted(path)); check the name"
    case .notBackup(let path): "\(quoted(path)) is no backup of Courant’s; courant backup FILE writes one"
    case .damagedBackup(let path):
      "the backup \(quoted(path)) is damaged or not whole, so nothing was changed; use another copy of it"
    case .inTheWay(let path) where path.hasSuffix("/catalog.db"):
      "there is a catalog already; courant restore FILE --force puts the backup in its place, and keeps it beside that"
    case .inTheWay(let path): "\(quoted(path)) is there already; name another file, or say --force to replace it"
    case .damaged(let story):
      "what the catalog holds of story \(displayable(story)) cannot be read back; add its file again to mend it"
    case .storage(let code, _) where Self.isAboutDisk(code):
      "the disk refused to read or write the catalog (SQLite \(code)); it may be full, failing or limited (ulimit -f): make room and do the same again, which loses nothing"
    case .storage(let code, let message):
      "the catalog cannot be used: its storage says \(quoted(message)) (SQLite \(code)); courant doctor looks into it"
    }
  }

  /// The lowest byte is the kind of error; 10 is `SQLITE_IOERR`.
  private static func isAboutDisk(_ code: Int32) -> Bool { code & 0xFF == 10 }

  var code: ExitCode {
    switch self {
    case .missing, .noBackup: .noInput
    case .busy, .lookupBusy, .replaced: .tryAgain
    case .readOnly, .cannotOpen, .inTheWay: .cannotCreate
    case .full, .storage: .inputOutput
    case .foreign, .newer, .older, .corrupt, .damaged, .notBackup, .damagedBackup: .badData
    }
  }
}

extension Rescue {
  /// What became of a damaged catalog.
  var sentence: String {
    let garbled = garbled == 0 ? "" : " (\(garbled.grouped) of them not word for word)"
    let lost = lost == 0 ? "" : ", \(lost.grouped) could not be saved"
    let stories = saved == 1 ? "1 story" : "\(saved.grouped) stories"
    return "the catalog was damaged: \(stories) saved\(garbled)\(lost); the damaged one is kept as \(quoted(damaged))"
  }
}

extension UpgradeStage {
  var sentence: String {
    switch self {
    case .begins: "the catalog is of an earlier version of Courant: it is copied, and then brought forward"
    case .done(let upgrade): upgrade.sentence
    }
  }
}

extension Upgrade {
  var sentence: String {
    "the catalog was brought to a newer schema version (\(from) to \(to)); it is kept as it was in \(quoted(backup))"
  }
}

extension Replacement {
  /// What became of a catalog that another program replaced while the reader had it open.
  var sentence: String {
    let kept = kept.map { "; the one that was open is kept as \(quoted($0))" } ?? ""
    return "another program put another catalog in the place of this one, and it is shown from now on\(kept)"
  }
}

extension Catalog {
  /// The same where what lies in its place cannot be opened.
  func sentence(withoutSuccessor error: CatalogError) -> String {
    let kept = keptCopy.map { " It is kept as \(quoted($0))." } ?? ""
    return "the catalog was taken away, and can be read here but no more changed (\(error.sentence)).\(kept)"
  }
}

/// What a change makes of the catalog.
extension Change {
  var sentence: String {
    switch self {
    case .mark(let ids, let mark): "\(ids.inWords) \(mark.words(isOne: ids.count == 1))"
    case .marks: parts.map(\.sentence).joined(separator: ", ")
    case .note(let id, _, let text): text.isEmpty ? "a note on \(id) is gone" : "a note on \(id) is kept"
    case .keep(let query): "the query \(quoted(query.name)) is kept"
    case .forget(let name): "the query \(quoted(name)) is forgotten"
    case .remove(let ids, let isRemoved):
      "\(ids.inWords) \(ids.count == 1 ? "is" : "are") \(isRemoved ? "removed" : "back")"
    case .edit(let id, let edits): "\(id) is " + edits.map(\.words).joined(separator: " and ")
    case .follow(let key, let isFollowed): "\(quoted(key)) is \(isFollowed ? "followed again" : "no longer followed")"
    case .withdraw: "what was added is taken out again"
    case .readmit: "what was added is back"
    }
  }
}

extension Undone {
  /// What each change makes of the catalog. A feed is told by its name.
  var sentences: [String] {
    changes.map { change in
      guard case .follow(_, let isFollowed) = change, let headline else { return change.sentence }
      return "\(quoted(headline)) is \(isFollowed ? "followed again" : "no longer followed")"
    }
  }
}

extension StoryEdit {
  fileprivate var words: String {
    switch self {
    case .headline(let headline?): "headed \(quoted(headline))"
    case .headline(nil): "headed as its text says"
    case .date(let date?): "dated \(date.iso8601.hasSuffix("T00:00:00Z") ? date.day : date.iso8601)"
    case .date(nil): "dated as its text says"
    }
  }
}

extension Withdrawn {
  var sentence: String {
    if let headline { return "“\(displayable(headline))” is \(stories > 0 ? "taken out again" : "what it was before")" }
    let parts = [
      stories > 0 ? "\(stories.counted("story", "stories")) taken out again" : nil,
      versions > 0
        ? "\(versions.counted("story is", "stories are")) what \(versions == 1 ? "it was" : "they were") before" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// What it is to have come back.
  var sentenceOfReturn: String {
    headline.map { "“\(displayable($0))” is back" } ?? "\(stories.counted("story is", "stories are")) back"
  }
}

extension [StoryID] {
  fileprivate var inWords: String {
    count == 1 ? self[0].text : count.counted("story", "stories")
  }
}

extension Mark {
  fileprivate func words(isOne: Bool) -> String {
    switch self {
    case .unread(let isUnread): (isOne ? "is " : "are ") + (isUnread ? "unread" : "read")
    case .starred(let isStarred): (isOne ? "is " : "are ") + (isStarred ? "starred" : "not starred")
    case .tagged(let name, true): (isOne ? "has" : "have") + " the tag \(displayable(name))"
    case .tagged(let name, false): (isOne ? "has" : "have") + " the tag \(displayable(name)) no more"
    }
  }
}

/// Stories that no search finds yet.
struct UnsearchableStories {
  var count: Int

  var sentence: String {
    "\(count.counted("story of the catalog is", "stories of the catalog are")) not among what is searched yet; "
      + "the next courant add makes up for it"
  }
}
