import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The screen that ncurses keeps of a device: its beginning, its end, and its size.
struct CursesScreen {
  private let screen: OpaquePointer
  private let output: UnsafeMutablePointer<FILE>
  private let input: UnsafeMutablePointer<FILE>
  private let device: Device
  private let terminfo: Terminfo

  init(device: Device, terminfo: Terminfo) throws(TerminalError) {
    guard let output = Self.stream(device.output, "w"), let input = Self.stream(device.input, "r") else {
      throw .noTerminal
    }
    use_env(false)
    // On a size that no screen has ncurses would not begin.
    use_tioctl(!device.isBoundless)
    guard let screen = newterm(terminfo.name, output, input) else { throw .unusable(term: terminfo.name) }
    self.screen = screen
    (self.output, self.input, self.device, self.terminfo) = (output, input, device, terminfo)
  }

  /// A stream of ncurses' own, so that closing it leaves the descriptor open.
  private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    return copy < 0 ? nil : fdopen(copy, mode)
  }

  /// The size that the description names, where the kernel knows none.
  var size: Size {
    Size(columns: Int(getmaxx(courant_screen())), rows: Int(getmaxy(courant_screen())))
  }

  /// Sets the modes that a reader needs, and shows an empty screen.
  func begin(size: Size) {
    cbreak()
    noecho()
    nonl()
    typeahead(-1)
    device.passControlKeys()
    def_prog_mode()
    if size != self.size { resize(to: size) }
    wrefresh(courant_screen())
    markPaste(true)
  }

  /// Back to the main screen and the shell's modes.
  func leave() {
    markPaste(false)
    endwin()
  }

  func reenter() {
    reset_prog_mode()
    markPaste(true)
  }

  func resize(to size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
  }

  private func markPaste(_ isOn: Bool) {
    guard terminfo.hasPrivateModes else { return }
    device.send(isOn ? Terminfo.pasteOn : Terminfo.pasteOff)
  }

  func release() {
    delscreen(screen)
    fclose(output)
    fclose(input)
  }
}
