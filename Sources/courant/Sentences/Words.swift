import Briefing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Text from outside, on one line and without anything that a terminal could obey.
func displayable(_ text: String) -> String {
  Gate.text(of: text)
}

/// Text from outside, in the quotes that keep its ends visible.
func quoted(_ text: String) -> String {
  "“\(displayable(text))”"
}

/// The system's own words for an error number.
func systemWords(_ code: Int32) -> String {
  String(cString: strerror(code))
}

extension Int {
  /// `1 story`, `52 340 stories`.
  func counted(_ one: String, _ many: String? = nil) -> String {
    "\(grouped) \(self == 1 ? one : many ?? one + "s")"
  }

  /// With its thousands set apart: `52 340`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += " " }
      text.append(digit)
    }
    return text
  }
}

extension Duration {
  /// `0.02 s`, `7.7 s`, `40 s`, `2 min 5 s`, `1 h 10 min`.
  var inWords: String {
    let seconds = self / .seconds(1)
    if seconds < 1 { return Self.decimal(seconds, places: 2) + " s" }
    if seconds < 10 { return Self.decimal(seconds, places: 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\((whole / 3600).grouped) h \(whole / 60 % 60) min"
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}

extension Int {
  /// `820 bytes`, `4.2 MB`: in thousands, as disks are sold.
  var inBytes: String {
    guard self >= 1000 else { return "\(self) bytes" }
    var (value, unit) = (Double(self) / 1000, "kB")
    for larger in ["MB", "GB", "TB"] where value >= 999.5 { (value, unit) = (value / 1000, larger) }
    let tenths = Int((value * 10).rounded())
    return value < 9.95 ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(Int(value.rounded())) \(unit)"
  }
}
