/// Why there is no place for the catalog.
enum PlaceError: Error, Hashable, Sendable {
  /// Neither `HOME` nor `XDG_DATA_HOME` says where.
  case noHome
  /// The home folder that `HOME` names is not there.
  case missingHome(String)
  /// A variable's value is not UTF-8.
  case notText(String)
  case cannotCreate(String, Int32)
  case unreachable(String, Int32)
  /// Something that is no folder stands where one has to be.
  case isNoFolder(String)
  /// A link stands in the place of the catalog.
  case isLink(String)
  /// A folder, a pipe or the like does.
  case isNoFile(String)
}
