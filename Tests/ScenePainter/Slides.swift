import Canvas
import Scenes
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Canvases, shown one after another.
struct Slides {
  var canvases: [Canvas]

  /// The golden scenes of one size.
  static func scenes(of size: Size) -> Slides {
    Slides(canvases: Scene.all.filter { $0.size == size }.map(\.canvas))
  }

  /// What a walk shows after each of its keys.
  static func walk(seed: UInt64, size: Size) -> Slides {
    Slides(canvases: Walk(size: size, seed: seed).steps.map(\.canvas))
  }

  /// Lines of text, as many on a canvas as there are rows.
  static func pages(of lines: [String], size: Size) -> Slides {
    Slides(
      canvases: stride(from: 0, to: lines.count, by: max(1, size.rows)).map { start in
        var canvas = Canvas(size: size)
        for row in 0..<min(size.rows, lines.count - start) {
          canvas.write(lines[start + row], column: 0, row: row)
        }
        return canvas
      })
  }

  /// Shows each until a key is pressed, then a screen that says `end`.
  func show(on terminal: Terminal) {
    var end = Canvas(size: terminal.size)
    end.write("end", column: 0, row: 0)
    for canvas in canvases + [end] {
      terminal.paint(canvas)
      guard waitForKey(on: terminal) else { return }
    }
  }

  private func waitForKey(on terminal: Terminal) -> Bool {
    while true {
      switch terminal.nextEvent() {
      case .key: return true
      case .hungUp, .terminate: return false
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
