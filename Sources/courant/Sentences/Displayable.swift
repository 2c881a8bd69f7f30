/// Text from outside, on one line and without anything that a terminal could obey.
func displayable(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
}
