import Canvas
import Terminal

/// Puts the terminal through what the tests ask for, with nothing of the reader in between.
///
///     scene-painter scene         each golden scene at the terminal's size, in their order; a key shows the next
///     scene-painter walk SEED     a walk through the reader, frame by frame; a key shows the next
///     scene-painter text FILE     the lines of a file, a screenful at a time; a key shows the next
///     scene-painter log           each event on a row, the newest at the foot; see `Log` for what its keys do
let arguments = Array(CommandLine.arguments.dropFirst())
do throws(TerminalError) {
  let terminal = try Terminal()
  switch arguments.first {
  case "scene": Slides.scenes(of: terminal.size).show(on: terminal)
  case "walk": Slides.walk(seed: UInt64(arguments.last ?? "") ?? 0, size: terminal.size).show(on: terminal)
  case "text": Slides.pages(of: readLines(arguments.last ?? ""), size: terminal.size).show(on: terminal)
  default:
    var log = Log()
    log.show(on: terminal)
  }
  terminal.close()
} catch {
  print("no terminal: \(error)")
}
