import Canvas
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines of text, each with a mark where it ends.
struct TextScene {
  var lines: [String]

  /// Shows the scene until a key is pressed.
  func show(on terminal: Terminal) {
    var canvas = Canvas(size: terminal.size)
    for (row, line) in lines.enumerated() {
      let columns = canvas.write(line, column: 0, row: row)
      canvas.write("|", column: columns, row: row)
    }
    terminal.paint(canvas)
    while true {
      switch terminal.nextEvent() {
      case .key, .hungUp, .terminate: return
      default: continue
      }
    }
  }
}

func readLines(_ path: String) -> [String] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
