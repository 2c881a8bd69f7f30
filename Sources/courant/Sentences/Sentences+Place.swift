import ArgumentParser

extension PlaceError: UserFacingError {
  var sentence: String {
    switch self {
    case .noHome:
      "HOME is not set, so there is no place for the catalog; set it, or XDG_DATA_HOME to a folder of yours"
    case .missingHome(let home):
      "the home folder \(quoted(home)) (from HOME) does not exist; set HOME right, or XDG_DATA_HOME to a folder of yours"
    case .notText(let variable):
      "\(variable) is not UTF-8, and so no name that the catalog can be opened by; set XDG_DATA_HOME to another folder"
    case .cannotCreate(let folder, let code):
      "the folder \(quoted(folder)) cannot be made (\(systemWords(code))); set XDG_DATA_HOME to a folder that you can write to"
    case .unreachable(let path, let code):
      "\(quoted(path)) cannot be reached (\(systemWords(code))); check the permissions of the folders above it"
    case .isNoFolder(let path):
      "\(quoted(path)) is in the way of the catalog's folder; move it, or set XDG_DATA_HOME to another folder"
    case .isLink(let path):
      "\(quoted(path)) is a link, which is not followed; put the catalog itself there, or link its whole folder"
    case .isNoFile(let path):
      "\(quoted(path)) is not a file, so no catalog can be there; move it away"
    }
  }

  var code: ExitCode {
    switch self {
    case .noHome, .missingHome, .notText: .configuration
    case .cannotCreate, .isNoFolder, .isLink, .isNoFile: .cannotCreate
    case .unreachable: .noInput
    }
  }
}
