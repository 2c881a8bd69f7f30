import Briefing
import Testing

@testable import Formats

@Suite struct `A file that holds a page` {
  @Test func `is one story`() throws {
    let bytes = Array(SamplePage.newspaper(SamplePage.paragraphs).utf8)
    let file = try StoryFile(bytes, named: Array("cranes.html".utf8)[...])
    #expect(file.count == 1)
    let story = try file.story(0)
    #expect(story.reading.story.headline == "Cranes without a sea")
    #expect(story.original == bytes)
  }

  @Test func `is read in the encoding that it says, or that it must be in`() throws {
    let page = SamplePage.newspaper(
      "<p>Ein Gr\u{FC}n, das niemand bestellt hatte, und der K\u{E4}fer f\u{FC}r die Sch\u{F6}nheit, alles gut.</p>")
    let latin = page.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(try StoryFile(latin).story(0).reading.story.lede.first?.text.hasPrefix("Ein Grün") == true)
    let declared = SamplePage.newspaper(
      "<p>Zielony: \u{B1}, którego nikt nie zamawia\u{B3}.</p>", head: "<meta charset=iso-8859-2>")
    let polish = declared.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : 0x3F }
    let reading = try StoryFile(polish).story(0).reading
    #expect(reading.story.lede.first?.text.hasPrefix("Zielony: ą") == true)
    // What was set aside stands where it does in the bytes as they came.
    let rights = reading.setAside.first { $0.text.contains("All rights reserved") }
    #expect(rights.map { String(decoding: polish[$0.place], as: UTF8.self).contains("All rights reserved") } == true)
  }

  @Test func `without words is none`() {
    #expect(throws: FormatError.foreign(.webPage)) {
      try StoryFile(Array("<!DOCTYPE html><html><body><script>render()</script></body></html>".utf8))
    }
  }
}
