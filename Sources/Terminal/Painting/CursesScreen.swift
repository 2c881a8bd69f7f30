import CNcurses
import Canvas
import System

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

  init(device: Device, terminfo: Terminfo, size: Size, file: FrameFile) throws(TerminalError) {
    // ncurses reads nothing, but asks for a stream to read from.
    let copy = fcntl(device.input, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0, let input = fdopen(copy, "r") else { throw .noTerminal }
    let screen = Self.withSize(size) { newterm(terminfo.name, file.stream, input) }
    guard let screen else { throw .unusable(term: terminfo.name) }
    (self.screen, self.input, self.device) = (screen, input, device)
  }

  /// ncurses is told a size by the environment where it cannot ask the terminal; what the user has there is put back.
  private static func withSize<Result>(_ size: Size, _ body: () -> Result) -> Result {
    let names = ["LINES", "COLUMNS"]
    let found = names.map { Environment[$0] }
    setenv("LINES", "\(size.rows)", 1)
    setenv("COLUMNS", "\(size.columns)", 1)
    defer {
      for (name, value) in zip(names, found) {
        if let value { setenv(name, value, 1) } else { unsetenv(name) }
      }
    }
    return body()
  }

  /// Sets the modes that a reader needs, and shows an empty screen.
  func begin() {
    typeahead(-1)
    device.setModes()
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
