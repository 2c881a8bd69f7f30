import ArgumentParser

extension ExitCode {
  /// What each exit code means, as `docs/command-line.md` and the manual say it.
  static let meanings: [(code: Int32, meaning: String)] = [
    (0, "all was done"),
    (1, "courant doctor found something wrong"),
    (64, "the command line cannot be understood"),
    (
      65,
      "a file is no story (empty, no text, too large), or the catalog is damaged, another program's, or of a later version"
    ),
    (66, "a file, a story or the catalog is not there, or may not be read"),
    (
      69,
      "the terminal cannot show the reader, there is none to reset, nothing can be searched here, or a story has no room for a tag"
    ),
    (73, "the catalog, its folder or a file cannot be made or written"),
    (74, "the disk or standard output refused, or the disk is full"),
    (
      75,
      "another program keeps the catalog locked or put another one in its place, a file kept changing, or the system has too few descriptors or no thread left, or marks stay in the outbox: try again"
    ),
    (77, "the server of the account does not let you in"),
    (
      78,
      "the environment does not say where the catalog could be, or courant config found something wrong in the settings, or the account in them cannot be right"
    ),
    (129, "a hang-up ended it; what was acknowledged is kept"),
    (130, "an interrupt ended it; what was acknowledged is kept"),
    (143, "a request to terminate ended it; what was acknowledged is kept"),
  ]
}
