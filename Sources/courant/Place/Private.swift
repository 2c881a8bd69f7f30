#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What Courant writes is for the user's eyes alone, whatever the umask says.
enum Private {
  /// Files that are made meanwhile have mode 0600. The mask is the whole process's, so this is for its beginning, before
  /// other threads make files of their own.
  static func making<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let former = umask(0o077)
    defer { umask(former) }
    return try body()
  }
}
