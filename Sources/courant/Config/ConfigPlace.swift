import System

/// Where the user's settings lie: `$XDG_CONFIG_HOME/courant/config.toml`, or else `~/.config/courant/config.toml`.
///
/// The XDG Base Directory Specification says that a relative or empty `XDG_CONFIG_HOME` is to be ignored.
struct ConfigPlace {
  let path: Path

  /// Nil where the environment names no place.
  init?() {
    self.init(environment: Environment.bytes)
  }

  /// Variables are bytes, as names of files are.
  init?(environment: (String) -> [UInt8]?) {
    if let given = environment("XDG_CONFIG_HOME"), given.first == UInt8(ascii: "/") {
      path = Path(bytes: given).appending(Array("courant/config.toml".utf8))
    } else if let home = environment("HOME"), !home.isEmpty {
      path = Path(bytes: home).appending(Array(".config/courant/config.toml".utf8))
    } else {
      return nil
    }
  }

  /// What messages call it.
  var name: String { displayable(String(decoding: path.bytes, as: UTF8.self)) }
}
