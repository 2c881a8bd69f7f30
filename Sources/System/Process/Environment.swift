#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The process's environment.
public enum Environment {
  /// The value of a variable as text, in which what is no UTF-8 is repaired; nil where it is not set.
  public static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The same as it is: variables are bytes, as names of files are.
  public static func bytes(of name: String) -> [UInt8]? {
    getenv(name).map { UnsafeBufferPointer(start: $0, count: strlen($0)).map { UInt8(bitPattern: $0) } }
  }
}

/// The process, as the system sees it.
public enum CurrentProcess {
  /// The number of the user whose rights it has.
  public static var user: UInt32 { UInt32(geteuid()) }
}

/// The clock that people go by, which may be set at any time.
public enum WallClock {
  /// The time, in seconds since 1970-01-01 00:00:00 UTC.
  public static var seconds: Int64 { Int64(time(nil)) }

  /// How many seconds the clocks of the user's place are ahead of UTC now; 0 where that is not known.
  public static var secondsAheadOfUTC: Int64 {
    var (now, parts) = (time(nil), tm())
    return localtime_r(&now, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
  }
}
