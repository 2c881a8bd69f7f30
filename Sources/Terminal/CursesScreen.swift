import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The screen that ncurses keeps of a terminal: its beginning, its end, and its size.
///
/// ncurses never sees the terminal. It writes into a file in memory, of which the painter makes frames.
struct CursesScreen {
  private let screen: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let device: Device

  init(device: Device, terminfo: Terminfo, file: FrameFile) throws(TerminalError) {
    // ncurses reads nothing, but asks for a stream to read from.
    let copy = fcntl(device.input, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0, let input = fdopen(copy, "r") else { throw .noTerminal }
    use_env(false)
    guard let screen = newterm(terminfo.name, file.stream, input) else { throw .unusable(term: terminfo.name) }
    (self.screen, self.input, self.device) = (screen, input, device)
  }

  /// The size that the description names, where the kernel knows none.
  var size: Size {
    Size(columns: Int(getmaxx(courant_screen())), rows: Int(getmaxy(courant_screen())))
  }

  /// Sets the modes that a reader needs, and an empty screen of a size.
  func begin(size: Size) {
    typeahead(-1)
    device.setModes()
    if size != self.size { resize(to: size) }
    wrefresh(courant_screen())
  }

  /// Back to the main screen; the modes are the device's.
  func leave() {
    endwin()
  }

  func resize(to size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
  }

  func release() {
    delscreen(screen)
    fclose(input)
  }
}
