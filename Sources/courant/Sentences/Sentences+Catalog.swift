import ArgumentParser
import Catalog

extension CatalogError: Told {
  var sentence: String {
    switch self {
    case .missing: RequestError.noCatalog.sentence
    case .busy:
      "another program has kept the catalog locked for 5 seconds; what was done before is kept, so try again when it is done"
    case .readOnly:
      "the catalog can be read, and not written (its file, its folder or the disk is read-only); courant doctor says which"
    case .full:
      "the disk is full, so the catalog takes no more; what it has is safe: make room and do the same again"
    case .cannotOpen(let path):
      "the catalog \(quoted(path)) cannot be opened; courant doctor says what is in the way"
    case .foreign(let path):
      "\(quoted(path)) is not a catalog of Courant's, and is left as it is; move it away, or set XDG_DATA_HOME to another folder"
    case .newer(let path, let version):
      "a later Courant made the catalog \(quoted(path)) (its form is \(version)), so it is left as it is; use that one"
    case .corrupt(let path) where path.hasSuffix("/lookup.db"):
      "what searches are answered from was damaged, and is thrown away; the same again makes it anew"
    case .corrupt(let path):
      "the catalog \(quoted(path)) is damaged; courant doctor sets it aside and saves what can be read"
    case .notSearchable:
      "nothing in the catalog can be found by its words yet, and this cannot be mended here; courant add PATH does it"
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
    case .missing: .noInput
    case .busy: .tryAgain
    case .readOnly, .cannotOpen: .cannotCreate
    case .full, .storage: .inputOutput
    case .foreign, .newer, .corrupt, .damaged: .badData
    case .notSearchable: .unavailable
    }
  }
}

/// Stories that no search finds yet.
struct Shortfall {
  var stories: Int

  var sentence: String {
    "\(stories.counted("story of the catalog is", "stories of the catalog are")) not among what is searched yet; "
      + "the next courant add makes up for it"
  }
}
