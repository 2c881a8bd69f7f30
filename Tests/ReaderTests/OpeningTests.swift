import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// What opening an address says first, and what it takes.
@Suite("Opening addresses")
struct OpeningTests {
  /// A reader on a story whose first citation has an address.
  private func driver(_ url: String?) -> Driver {
    let citation = Citation(place: 3, host: "a.example", url: url)
    let story = Story(headline: "A story", lede: [Block(text: "So.", citations: [citation])])
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog([story]))
    driver.press("<enter> <tab>")
    return driver
  }

  @Test("A plain address is opened at once, in its safe form, and told")
  func plain() throws {
    var driver = driver("HTTPS://Example.org/a b")
    driver.press("o")
    driver.expectEffects([.open(try WebAddress("https://example.org/a%20b"))])
    #expect(driver.foot == "opening https://example.org/a%20b")
  }

  @Test("A host in letters of its own is opened at once, its other name beside it")
  func ownLetters() throws {
    var driver = driver("https://bücher.example/x")
    driver.press("o")
    driver.expectEffects([.open(try WebAddress("https://xn--bcher-kva.example/x"))])
    #expect(driver.foot == "opening https://bücher.example/x (xn--bcher-kva.example)")
  }

  @Test(
    "A doubtful address says where it leads, and the same key again opens it",
    arguments: [
      ("http://good.example@other.example/", "other.example: “good.example” before the @"),
      ("http://0x7f.1/", "127.0.0.1: the host is a number, written 0x7f.1"),
      ("https://аррӏе.com/", "“аррӏе” only looks like “apple”"),
      ("https://pаypal.com/", "mixes Cyrillic and Latin letters"),
      ("http://printer.local/", "this machine or the network around it"),
    ])
  func doubtful(_ url: String, _ warning: String) throws {
    var driver = driver(url)
    driver.press("o")
    driver.expectEffects([])
    let said = driver.state.message ?? ""
    #expect(said.contains(warning) && said.hasSuffix(" · o again opens it"), "\(said)")
    driver.press("o")
    driver.expectEffects([.open(try WebAddress(url))])
  }

  @Test("With another key between, it is asked again")
  func between() {
    var driver = driver("http://127.0.0.1/")
    driver.press("o j <tab> o")
    driver.expectEffects([])
    #expect(driver.state.message?.contains("127.0.0.1") == true)
  }

  @Test(
    "Another scheme is not opened but handed over, with the reason",
    arguments: [
      ("javascript:alert(1)", "only http and https addresses are opened, not javascript"),
      ("mailto:a@b.example", "only http and https addresses are opened, not mailto"),
      ("https://a..b/", "no host can be called “a..b”, so the address is not opened"),
    ])
  func others(_ url: String, _ reason: String) {
    var driver = driver(url)
    driver.press("o")
    driver.expectEffects([.handOver(address: url, because: reason)])
  }

  @Test("A citation that names a host alone says that the page is not known, and opens the site at the second key")
  func host() throws {
    var driver = driver(nil)
    driver.press("o")
    driver.expectEffects([])
    #expect(driver.foot == "only the site is known: https://a.example/ · o again opens it")
    driver.press("o")
    driver.expectEffects([.open(try WebAddress("https://a.example/"))])
    driver.press("y")
    driver.expectEffects([.copy("a.example")])
    // The source's own page knows no more.
    driver.press("<enter> o")
    #expect(driver.foot == "only the site is known: https://a.example/ · o again opens it")
  }

  @Test("A site that is doubtful says both at once")
  func doubtfulSite() throws {
    var state = State(size: Size(columns: 80, rows: 24))
    #expect(state.carryOut([.openSite(host: "printer.local")]).isEmpty)
    let said = state.message ?? ""
    #expect(said.hasPrefix("only the site is known: https://printer.local/; this leads to printer.local"))
  }

  @Test("In a list of sources it is the site that is meant")
  func sources() throws {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("3 o")
    #expect(driver.effects.contains { if case .open = $0 { true } else { false } })
  }
}
