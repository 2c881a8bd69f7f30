import Canvas
import Foundation
import Scenes
import Testing

/// Every scene, compared with the file that was kept of it.
///
/// A file that is missing, or any while `RECORD=1`, is written, and the test fails: look at it before it is committed.
struct GoldenTests {
  @Test("Each scene looks as it did", arguments: Scene.all.map(\.name))
  func golden(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    try expectGolden(scene.canvas, name: name)
  }

  @Test("There are fewer than sixty golden screens, each with a name of its own")
  func fewScenes() {
    #expect(Scene.all.count < 60)
    #expect(Set(Scene.all.map(\.name)).count == Scene.all.count)
  }
}

/// Compares a canvas with its golden file: the text, the styles, and where the cursor stands.
func expectGolden(_ canvas: Canvas, name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let cursor = canvas.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
  let drawn = "\(canvas.textPlane)-- styles\n\(canvas.stylePlane)-- \(cursor)\n"
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
  if !isRecording, let kept = try? String(contentsOf: file, encoding: .utf8) {
    #expect(drawn == kept, "\(name) is drawn otherwise; RECORD=1 writes it anew", sourceLocation: sourceLocation)
  } else {
    try drawn.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("wrote \(file.path): look at it", sourceLocation: sourceLocation)
  }
}
