import Testing

@testable import Canvas

@Suite("Canvas")
struct CanvasTests {
  @Test("What falls outside is cut, whatever the size")
  func clipping() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 3, rows: 2)] {
      var canvas = Canvas(size: size)
      for column in -2...5 {
        for row in -2...4 {
          canvas.write("漢a字b", column: column, row: row)
          canvas.writeCut("one two three", column: column, row: row, limit: 4)
          canvas.fill(Rect(column: column, row: row, columns: 4, rows: 4), style: Style(.accent))
        }
      }
      #expect(canvas.lines.count == size.rows)
    }
  }

  @Test("A wide character is never left in half")
  func halves() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.write("漢字漢", column: 0, row: 0)
    canvas.write("x", column: 1, row: 0)
    #expect(canvas.lines == [" x字漢"])
    canvas.write("港", column: 3, row: 0)
    #expect(canvas.lines == [" x 港"])
    #expect(canvas.write("漢", column: 5, row: 0) == 0)
  }

  @Test("Writing says how many columns it took, within its limit")
  func limits() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    #expect(canvas.write("abcdef", column: 0, row: 0, limit: 4) == 4)
    #expect(canvas.write("漢字", column: 4, row: 0, limit: 3) == 2)
    #expect(canvas.writeCut("one two", column: 6, row: 0) == 4)
    #expect(canvas.lines == ["abcd漢one…"])
    #expect(canvas.write("x", column: 0, row: 0, limit: -1) == 0)
  }

  @Test("The planes show text and style in the same columns")
  func planes() {
    var canvas = Canvas(size: Size(columns: 12, rows: 2))
    canvas.write("ab", column: 1, row: 0, style: Style(.heading, bold: true))
    canvas.write("c", column: 4, row: 0, style: Style(bold: true))
    canvas.write("d", column: 6, row: 0, style: Style(.citation, underlined: true, reversed: true))
    #expect(canvas.textPlane == " ab c d\n\n")
    #expect(canvas.stylePlane == ".HH.T.c\u{332}\u{305}\n\n")
  }

  @Test("Restyling keeps the text")
  func restyle() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("漢x", column: 0, row: 0)
    canvas.restyle(Rect(column: 1, row: 0, columns: 2, rows: 9)) { $0.isReversed = true }
    #expect(canvas.lines == ["漢x"])
    #expect(canvas[2, 0]?.style.isReversed == true)
    #expect(canvas[0, 0]?.style.isReversed == true)
    #expect(canvas[3, 0]?.style.isReversed == false)
  }
}
