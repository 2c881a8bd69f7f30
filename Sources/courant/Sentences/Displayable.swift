import Briefing

/// Text from outside, on one line and without anything that a terminal could obey.
func displayable(_ text: String) -> String {
  Gate.text(of: text)
}
