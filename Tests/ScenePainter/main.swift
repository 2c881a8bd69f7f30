import Canvas
import Terminal

/// Puts the terminal through what the tests ask for, with nothing of the reader in between.
///
///     scene-painter text FILE     each line of a file on a row of its own, then | where the canvas says it ends
///     scene-painter log           each event on a row, the newest at the foot; see `Log` for what its keys do
let arguments = Array(CommandLine.arguments.dropFirst())
do throws(TerminalError) {
  let terminal = try Terminal()
  switch arguments.first {
  case "text": TextScene(lines: readLines(arguments.last ?? "")).show(on: terminal)
  default:
    var log = Log()
    log.show(on: terminal)
  }
  terminal.close()
} catch {
  print("no terminal: \(error)")
}
