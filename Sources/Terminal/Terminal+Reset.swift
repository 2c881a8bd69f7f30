import CNcurses
import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Terminal {
  /// Whether there is a screen to draw on, and keys to be read.
  public static var isAtHand: Bool { Device.isAtHand }

  /// Undoes what a reader that was killed left: its screen, its marks on what is pasted, its modes.
  ///
  /// The modes are those in which a terminal begins, since nobody knows any more which there were. A terminal of which
  /// nothing else is known gets at least them.
  public static func reset() throws(TerminalError) {
    let device = try Device()
    if let terminfo = try? Terminfo(term: Environment["TERM"] ?? "", output: device.output) {
      var outputQueue = OutputQueue(to: device.output)
      let frame = terminfo.hasPrivateModes ? Terminfo.frameEnd : []
      outputQueue.send(frame + Terminfo.capability("rmkx") + terminfo.restoration + Array("\r".utf8))
      outputQueue.finish(within: 1_000)
      outputQueue.release()
    }
    device.setFirstModes()
    device.release()
  }
}

extension Device {
  fileprivate func setFirstModes() {
    var modes = modes
    modes.c_iflag |= tcflag_t(ICRNL | IXON)
    modes.c_iflag &= ~tcflag_t(INLCR | IGNCR | ISTRIP)
    modes.c_oflag |= tcflag_t(OPOST | ONLCR)
    modes.c_lflag |= tcflag_t(ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE)
    modes.c_lflag &= ~tcflag_t(NOFLSH | TOSTOP)
    withUnsafeMutableBytes(of: &modes.c_cc) { keys in
      for (key, byte) in [(VINTR, 0x03), (VQUIT, 0x1C), (VSUSP, 0x1A), (VEOF, 0x04), (VSTART, 0x11), (VSTOP, 0x13)] {
        keys[Int(key)] = UInt8(byte)
      }
      if keys[Int(VERASE)] == courant_disabled_key() { keys[Int(VERASE)] = 0x7F }
    }
    tcsetattr(input, TCSANOW, &modes)
  }
}
