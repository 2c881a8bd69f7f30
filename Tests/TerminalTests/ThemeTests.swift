import Canvas
import Testing

@testable import Terminal

@Suite("Colours")
struct ThemeTests {
  @Test(
    "A colour is what it is called",
    arguments: [
      ("red", Color.number(1)), ("Bright-Blue", .number(12)), ("gray", .number(8)), ("default", .standard),
      ("#5f87AF", .rgb(0x5F, 0x87, 0xAF)), ("#000000", .rgb(0, 0, 0)),
    ])
  func names(text: String, color: Color) {
    #expect(Color(text) == color)
  }

  @Test(
    "What names no colour is none", arguments: ["", "rot", "#12345", "#1234567", "#12345g", "#+12345", "#-12345", "12"])
  func noNames(text: String) {
    #expect(Color(text) == nil)
  }

  @Test("Every name that is offered is a colour")
  func offered() {
    for name in Color.names { #expect(Color(name) != nil, "\(name)") }
  }

  @Test(
    "A terminal shows the nearest colour that it has",
    arguments: [
      // colours, red, a grey, an orange, a blue
      (0, [-1, -1, -1, -1]), (2, [-1, -1, -1, -1]), (8, [1, 7, 3, 6]), (16, [1, 8, 3, 12]), (88, [1, 8, 3, 12]),
      (256, [1, 244, 214, 69]), (1 << 24, [1, 0x808080, 0xFFAF00, 0x5F87FF]),
    ])
  func nearest(colors: Int, numbers: [Int32]) {
    let palette = Palette(colors: colors)
    let wanted = [Color.number(1), .number(244), .rgb(0xFF, 0xAF, 0), .rgb(0x5F, 0x87, 0xFF)]
    #expect(wanted.map { palette.number(of: $0) } == numbers)
    #expect(palette.number(of: .standard) == -1)
  }

  @Test("With direct colours no colour is taken for one of the palette but the first eight")
  func direct() {
    for number in 8...255 { #expect(Palette.direct.number(of: .number(UInt8(number))) >= 256, "\(number)") }
    #expect(Palette.direct.number(of: .rgb(0, 0, 5)) == 0x000105)
    #expect(Palette.direct.number(of: .number(7)) == 7)
  }

  @Test("A colour whose numbers are parted by colons, as direct ones are, is sent as it is")
  func colons() {
    var pen = Pen()
    pen.apply(Array("1;38:2::95:135:255;48:5:17".utf8)[...])
    #expect(String(decoding: pen.sequence(after: Pen()), as: UTF8.self) == "\u{1B}[1;38:2::95:135:255;48:5:17m")
  }

  @Test("Without colours every role that matters can be told by its attributes")
  func plain() {
    let paints = paints(Palette.none)
    #expect(paints[.match]?.attributes == [.reversed])
    #expect(paints[.heading]?.attributes == [.bold])
    #expect(paints[.faint]?.attributes == [.dim])
    #expect(paints[.link]?.attributes == [.underlined])
    #expect(paints[.quote]?.attributes == [.dim])
    #expect(paints.values.allSatisfy { $0.foreground == .standard && $0.background == .standard })
  }

  @Test("What the user chose of a role stands above what it comes with")
  func chosen() {
    var settings = ThemeSettings()
    var paint = Paint()
    paint.foreground = .rgb(1, 2, 3)
    paint.isBold = false
    paint.isUnderlined = true
    settings.paints = [.heading: paint, .faint: paint]
    let colored = paints(.many, settings)
    #expect(colored[.heading]?.attributes == [.underlined] && colored[.heading]?.foreground == .rgb(1, 2, 3))
    // The dimness stood for a colour.
    #expect(paints(.few(8), settings)[.faint]?.attributes == [.underlined])
    #expect(paints(.none, settings)[.faint]?.attributes == [.dim, .underlined])
    #expect(paints(.none, settings)[.faint]?.foreground == .standard)
  }

  @Test(
    "Text is the terminal's own colour on its own background, on either ground",
    arguments: ThemeSettings.Ground.allCases)
  func text(ground: ThemeSettings.Ground) {
    var settings = ThemeSettings()
    settings.ground = ground
    for palette in [Palette.none, .few(8), .few(16), .many, .direct] {
      let paints = paints(palette, settings)
      #expect(paints[.text]?.attributes == [] && paints[.text]?.foreground == .standard)
      #expect(paints.filter { $0.value.background != .standard }.keys.allSatisfy { $0 == .match })
    }
  }

  @Test("What has no colour of its own stands on the text's background in the text's colour")
  func onText() {
    var settings = ThemeSettings()
    var paint = Paint()
    (paint.foreground, paint.background) = (.number(15), .number(17))
    settings.paints[.text] = paint
    let paints = paints(.many, settings).mapValues { [text = paints(.many, settings)[.text]] in $0.on(text) }
    #expect(paints[.heading]?.foreground == .number(15) && paints[.heading]?.background == .number(17))
    #expect(paints[.faint]?.foreground == .number(244) && paints[.faint]?.background == .number(17))
    #expect(paints[.match]?.background == .number(220))
  }

  @Test(
    "What the terminal says of its background counts where the user says nothing",
    arguments: [
      (nil, ThemeSettings.Ground.auto), ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark),
      ("0;7", .light), ("15;default", .auto), ("", .auto), (";", .auto), ("0;999999999999999999999", .auto),
      ("0;16", .auto),
    ])
  func told(words: String?, ground: ThemeSettings.Ground) {
    var settings = ThemeSettings()
    #expect(settings.ground(told: words) == ground)
    settings.ground = .light
    #expect(settings.ground(told: words) == .light)
  }

  @Test("Signs in ASCII leave the letters of a text as they are")
  func signs() {
    func written(_ cellEncoder: CellEncoder, _ text: String) -> String {
      var bytes: [UInt8] = []
      cellEncoder.append(Cell(text: text, width: 1, style: .plain), to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    let ascii = CellEncoder(isUnicode: true, signs: .ascii)
    #expect(written(ascii, "▸") == "+" && written(ascii, "…") == ".")
    #expect(written(CellEncoder(isUnicode: false), "▸") == "+" && written(CellEncoder(isUnicode: false), "漢") == "?")
  }

  private func paints(_ palette: Palette, _ settings: ThemeSettings = ThemeSettings()) -> [Style.Role: RolePaint] {
    let roles = Style.Role.allCases
    return Dictionary(
      uniqueKeysWithValues: roles.map {
        ($0, RolePaint($0, settings, ground: settings.ground, palette: palette))
      })
  }
}
