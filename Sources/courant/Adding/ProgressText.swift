/// How far a piece of work has come, as one line of plain ASCII.
struct ProgressText {
  /// What is done with the stories, such as `reading`.
  var doing: String
  var done: Int
  /// Nil while it is not known how many there are.
  var total: Int?
  var elapsed: Duration

  /// As much of it as fits: the bar goes first, then the time that is left, then the rate.
  func line(columns: Int) -> String {
    let wordings = [[count, rate, left], [count, rate], [count]].map { parts in
      ([doing] + parts.compactMap { $0 }).joined(separator: "  ")
    }
    guard let text = wordings.first(where: { $0.count <= columns }) else { return String(doing.prefix(columns)) }
    let room = columns - text.count - 4
    guard text == wordings[0], room >= 10, let bar = bar(width: min(room, 30)) else { return text }
    return doing + "  [" + bar + "]" + text.dropFirst(doing.count)
  }

  /// The same as a sentence for a log.
  var sentence: String { [doing + " " + count, rate, left].compactMap { $0 }.joined(separator: ", ") }

  private var count: String {
    total.map { "\(done.grouped) of \($0.grouped)" } ?? done.grouped
  }

  private var rate: String? {
    Self.perSecond(done, in: elapsed).map { $0.grouped + "/s" }
  }

  private var left: String? {
    guard let total, done > 0, done < total else { return nil }
    return (elapsed * (Double(total - done) / Double(done))).inWords + " left"
  }

  private func bar(width: Int) -> String? {
    guard let total, total > 0 else { return nil }
    let full = min(width, width * done / total)
    return String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
  }

  /// Nil where there is too little to tell.
  static func perSecond(_ count: Int, in time: Duration) -> Int? {
    let seconds = time / .seconds(1)
    guard count > 0, seconds >= 0.1 else { return nil }
    return Int(Double(count) / seconds)
  }
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
