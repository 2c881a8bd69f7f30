import ArgumentParser
import Catalog

extension CatalogError: Told {
  var sentence: String {
    switch self {
    case .missing: "there is no catalog yet; courant add PATH makes one"
    case .busy: "another program keeps the catalog locked; try again in a moment"
    case .readOnly: "the catalog cannot be changed here: its file or folder is read-only"
    case .full: "the disk is full; what the catalog held before is still there"
    case .cannotOpen(let path): "the catalog at \(quoted(path)) cannot be opened or made"
    case .foreign(let path): "\(quoted(path)) is no catalog; it was left as it is"
    case .newer(let path, let version):
      "the catalog at \(quoted(path)) was made by a later version of courant (form \(version)); it was left as it is"
    case .corrupt(let path): "the catalog at \(quoted(path)) is damaged; courant doctor says more"
    case .notSearchable: "the stories cannot be searched yet; courant doctor says more"
    case .storage(let code, let message):
      "the catalog cannot be used (SQLite \(code): \(displayable(message))); the files themselves are untouched"
    case .damaged(let story):
      "what the catalog holds of story \(displayable(story)) cannot be read back; the file it came from can be read again"
    }
  }

  var code: ExitCode {
    switch self {
    case .missing: .noInput
    case .busy: .tryAgain
    case .foreign, .newer, .corrupt: .badData
    case .cannotOpen: .cannotCreate
    case .readOnly, .full, .notSearchable, .storage, .damaged: .inputOutput
    }
  }
}
