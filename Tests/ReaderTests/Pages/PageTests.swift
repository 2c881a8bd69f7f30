import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Citations and links into pages.
struct PageTests {
  private static let url = "https://miller.example/2026/wheel"

  /// On the first citation of a story that cites pages.
  private func onCitation(_ catalog: FakeCatalog = FakeCatalog([Library.citing]), offline: Bool = false) -> Driver {
    var settings = ReaderSettings.fetching
    settings.isOffline = offline
    var driver = Driver(size: .usual, catalog: catalog, settings: settings)
    driver.press("<enter> <tab>")
    return driver
  }

  @Test("A page that the catalog holds is shown, be it a copy, and nothing is fetched")
  func held() {
    var catalog = FakeCatalog([Library.citing])
    catalog.keep(Library.wheel)
    var driver = onCitation(catalog)
    driver.press("<enter>")
    #expect(driver.shows("stood on the bridge"))
    #expect(!driver.effects.contains { if case .fetchPage = $0 { true } else { false } })
  }

  @Test(
    "A page that nobody has is fetched, with its progress in the foot, and opens when it comes; back lands on the line")
  func fetched() {
    var driver = onCitation()
    let (lines, cursor) = (driver.lines.dropLast(), driver.canvas.cursor)
    driver.press("<enter>")
    driver.expectEffects([.fetchPage(url: Self.url, for: StoryID("s100"))])
    #expect(driver.foot.hasSuffix("fetching miller.example · Esc stops"))
    driver.send(.fetching(url: Self.url, bytes: 12_400, total: 1_250_000))
    #expect(driver.foot.hasSuffix("fetching miller.example, 12 KB of 1.2 MB · Esc stops"))
    driver.send(.pageKept(Library.wheel, url: Self.url))
    #expect(driver.shows("stood on the bridge") && !driver.foot.contains("fetching"))
    driver.press("h")
    #expect(driver.lines.dropLast() == lines && driver.canvas.cursor == cursor)
  }

  @Test("From page to page and back twice, each time to the very line")
  func chain() {
    let bridge = "https://county.example.ie/bridge"
    var driver = onCitation()
    let story = driver.cursorLine
    driver.press("<enter>")
    driver.send(.pageKept(Library.wheel, url: Self.url))
    driver.press("<tab>")
    let page = driver.cursorLine
    driver.press("<enter>")
    driver.expectEffects([.fetchPage(url: bridge, for: StoryID("p1"))])
    driver.send(
      .pageKept(
        Library.page(StoryID("p2"), Story(headline: "The bridge", lede: [Block(text: "It held.")], url: bridge)),
        url: bridge))
    #expect(driver.shows("It held."))
    driver.press("h")
    #expect(driver.cursorLine == page)
    driver.press("h")
    #expect(driver.cursorLine == story)
  }

  @Test("A page that comes once the user has gone on does not take the screen", arguments: ["j", "h", "/", ":", "?"])
  func late(keys: String) {
    var driver = onCitation()
    driver.press("<enter>", keys)
    let lines = driver.lines.dropLast(3)
    driver.send(.pageKept(Library.wheel, url: Self.url))
    #expect(driver.lines.dropLast(3) == lines)
    #expect(driver.shows("“The mill turns again” is here now"))
  }

  @Test("Esc stops the fetching of a page; one that comes nevertheless does not take the screen")
  func stopped() {
    var driver = onCitation()
    driver.press("<enter> <esc>")
    driver.expectEffects([.stopFetching])
    let lines = driver.lines
    driver.send(.pageKept(Library.wheel, url: Self.url))
    #expect(driver.lines == lines)
    driver.press("<enter>")
    driver.expectEffects([.fetchPage(url: Self.url, for: StoryID("s100"))])
  }

  @Test("What is on its way is not fetched twice")
  func twice() {
    var driver = onCitation()
    driver.press("<enter> <enter>")
    driver.expectEffects([])
    driver.send(.pageKept(Library.wheel, url: Self.url))
    #expect(driver.shows("stood on the bridge"))
  }

  @Test("Offline, a page that nobody has comes with the next refresh, and its source is a key away")
  func offline() {
    var driver = onCitation(offline: true)
    driver.press("<enter>")
    driver.expectEffects([.want(url: Self.url, for: StoryID("s100"))])
    driver.send(.wanted(url: Self.url))
    #expect(
      driver.foot
        == "no network now: the page at miller.example comes with the next refresh · i shows what rests on its source"
        || driver.lines.suffix(2).joined().contains("comes with the next refresh"))
    driver.press("i")
    #expect(driver.lines[0].contains("miller.example"))
  }

  @Test(
    "Where the network turns out not to be there, the page is wanted too; where it may not come, it is only said why")
  func noNetwork() {
    var driver = onCitation()
    driver.press("<enter>")
    driver.send(.pageNotFetched(url: Self.url, because: "no network", isOffline: true, canQueue: true))
    driver.expectEffects([.want(url: Self.url, for: StoryID("s100"))])
    driver.press("<enter>")
    driver.send(
      .pageNotFetched(url: Self.url, because: "the server says that it is gone", isOffline: false, canQueue: false))
    driver.expectEffects([])
    #expect(driver.foot == "the server says that it is gone · o opens it in the browser")
  }

  @Test("A citation of a host alone leads to its source, as does each where nothing can be fetched")
  func hosts() {
    var driver = onCitation()
    driver.press("<tab> <tab> <enter>")
    #expect(driver.lines[0].contains("wire.example.org"))
    driver = Driver(size: .usual, catalog: FakeCatalog([Library.citing]))
    driver.press("<enter> <tab> <enter>")
    #expect(driver.lines[0].contains("miller.example"))
  }

  @Test(
    "An address that may lead elsewhere is asked about before anything is fetched, and what stands before its @ is left out"
  )
  func doubts() throws {
    var driver = onCitation()
    driver.press("<tab> <tab> <tab> <enter>")
    driver.expectEffects([])
    #expect(driver.lines.suffix(4).joined().contains("Enter again fetches it"))
    driver.press("<enter>")
    guard case .fetchPage(let url, _)? = driver.effects.first else {
      Issue.record("nothing is fetched: \(driver.effects)")
      return
    }
    #expect(!url.contains("user@") && url.contains("xn--"))
  }

  @Test("On a page i shows who cites it, each Enter away")
  func citing() {
    var driver = onCitation()
    driver.press("<enter>")
    driver.send(.pageKept(Library.wheel, url: Self.url))
    driver.press("i")
    #expect(driver.lines[0].contains("Citing: The mill turns again") && driver.lines[0].hasSuffix("1 story"))
    #expect(driver.cursorLine.contains("The wheel moved."))
    driver.press("<enter>")
    #expect(driver.lines[0].contains("What turns and what stands"))
  }

  @Test("The byline of a page says who wrote it, when it was kept, and from where; its headings are open")
  func byline() {
    var driver = onCitation()
    driver.press("<enter>")
    driver.send(.pageKept(Library.wheel, url: Self.url))
    #expect(driver.lines[1].contains("Notes of a miller · Ada Quay · 28 April 2026 · kept 3 May from miller.example"))
    #expect(driver.shows("Because the last miller wanted to see it."))
  }

  @Test("A link to a heading of the same page goes there")
  func within() {
    var page = Library.wheel
    page.story.lede[0].spans[0].style = .link(url: Self.url + "#why-now")
    var driver = onCitation()
    driver.press("<enter>")
    var catalog = FakeCatalog([Library.citing])
    catalog.keep(page)
    driver.replaceCatalog(catalog)
    driver.send(.pageKept(page, url: Self.url))
    driver.press("<tab> <enter>")
    #expect(driver.cursorLine.contains("Why now?"))
    #expect(driver.state.history.screens.count == 3)
  }

  @Test("Copies of pages are not in the index")
  func index() {
    var catalog = FakeCatalog([Library.citing])
    catalog.keep(Library.wheel)
    var driver = Driver(size: .usual, catalog: catalog)
    #expect(driver.lines[0].contains("1 · 1 unread") && !driver.shows("The mill turns again"))
    driver.press("\\")
    driver.type("is:page")
    driver.press("<enter>")
    #expect(driver.cursorLine.hasPrefix("›   The mill turns again  page") && !driver.shows("What turns"))
  }
}

/// The whole page of an entry, in the place of what its feed has of it.
struct FullTextTests {
  private static let url = "https://miller.example/2026/wheel"

  private func onEntry(_ catalog: FakeCatalog = .withEntry) -> Driver {
    var driver = Driver(size: .usual, catalog: catalog, settings: .fetching)
    driver.press("j <enter>")
    return driver
  }

  @Test("x fetches the page and shows it in the entry's place; x again shows what the feed has")
  func fetched() {
    var driver = onEntry()
    #expect(driver.shows("The mill turns again") && driver.foot.contains("x whole page"))
    driver.press("x")
    driver.expectEffects([.fullText(StoryID("e1"))])
    driver.send(.pageKept(Library.wheel, url: Self.url))
    #expect(driver.shows("stood on the bridge") && driver.foot.contains("x feed's text"))
    #expect(driver.state.history.screens.count == 2)
    driver.press("x")
    #expect(driver.shows("After nine years the wheel moved on Tuesday.") && !driver.shows("bridge"))
    driver.press("h")
    #expect(driver.cursorLine.contains("The mill turns again"))
  }

  @Test("A page that is kept is there at once where the feed has only its opening, and when the entry is opened again")
  func kept() {
    var catalog = FakeCatalog.withEntry
    catalog.keep(Library.wheel)
    var driver = onEntry(catalog)
    #expect(driver.shows("stood on the bridge"))
    driver.press("h <enter>")
    #expect(driver.shows("stood on the bridge"))
    driver.press("h k <enter> J")
    #expect(driver.shows("stood on the bridge"))
    driver.press("x h <enter>")
    #expect(!driver.shows("stood on the bridge"))
  }

  @Test("Marks on the whole page are the entry's, and J goes on from there")
  func marks() {
    var catalog = FakeCatalog.withEntry
    catalog.keep(Library.wheel)
    var driver = onEntry(catalog)
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("e1")], .starred(true)))])
    #expect(driver.lines[0].contains("*"))
    driver.press("J")
    #expect(driver.lines[0].contains("A model maker") && driver.state.history.screens.count == 2)
  }

  @Test("A story whose page is not known says so")
  func unknown() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("<enter> x")
    #expect(driver.foot == "where the page of this story is, is not known")
  }
}
