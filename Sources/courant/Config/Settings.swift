import Reader
import Terminal

/// What the user chose, and where nothing was chosen, how Courant comes.
struct Settings: Hashable {
  var reader = ReaderSettings()
  var terminal = TerminalSettings()
  var preset: KeyPreset?
}
