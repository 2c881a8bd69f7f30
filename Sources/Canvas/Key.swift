/// One press, as the terminal told it.
public enum Key: Hashable, Sendable {
  /// A scalar that was typed, Space included.
  case scalar(Unicode.Scalar)
  /// A letter with Control, lower case: `^d` is `.control("d")`. Tab, Enter, Escape and Backspace are keys of their own.
  case control(Unicode.Scalar)
  /// A scalar with Alt.
  case alt(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, tab, backTab, backspace, delete, escape
  case function(Int)
}
