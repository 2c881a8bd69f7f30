import Briefing
import Testing

@testable import Formats

@Suite struct `Who wrote a page` {
  @Test(arguments: [
    ("By Ann Lee and Bo Chen, staff writers", ["Ann Lee", "Bo Chen"]), ("Ann Lee | ann@hook.example", ["Ann Lee"]),
    ("Ann Lee Monday, November 18, 2019", ["Ann Lee"]), ("Ann Lee před 2 hodinami", ["Ann Lee"]),
    ("January 17, 2017 at 6:08 PM ET by Ann Lee", ["Ann Lee"]), ("王伟2017-03-01 14:27", ["王伟"]), ("作者：王伟", ["王伟"]),
    ("Ann Lee (avec Bo Chen et Cy Diaz)", ["Ann Lee", "Bo Chen", "Cy Diaz"]), ("6 de mayo de 2022 05:30", []),
    ("By Ann Lee in Harbours", ["Ann Lee"]), ("Office for Harbours", ["Office for Harbours"]), ("责任编辑：王伟", []),
    ("Photo: Bo Chen", []), ("No Author", []), ("By", []), ("admin", []),
    ("Posted by kovar, TOG, Albert on 2019-02-15", ["kovar", "TOG", "Albert"]),
  ])
  func `is who is named, without the day, the role and the address`(line: String, names: [String]) {
    #expect(Byline.names(line) == names)
  }

  private func authors(_ html: String, head: String = "", behind: String = "") -> [String] {
    SamplePage.read(SamplePage.newspaper(html + SamplePage.paragraphs, head: head, behind: behind)).reading.story
      .authors
  }

  @Test func `stands in a line beside the headline where nothing else says so`() {
    #expect(authors("<p>Written by Ann Lee in Harbours</p>") == ["Ann Lee"])
    let page =
      "<h1>Cranes without a sea</h1><div>Posted by kovar, Albert on 2019-02-15, <a href=/>all posts</a></div>\(SamplePage.paragraphs)"
    let story = SamplePage.read(page, url: nil).reading.story
    #expect(story.authors == ["kovar", "Albert"])
    #expect(story.published?.iso8601 == "2019-02-15T00:00:00Z")
  }

  @Test func `is neither the site nor who comments`() {
    let head = "<meta property=og:site_name content=\"The Daily Hook\"><meta name=author content=\"The Daily Hook\">"
    #expect(authors("<span rel=author>Ann Lee</span>", head: head) == ["Ann Lee"])
    let comment = "<div class=comments><div><span itemprop=author>Guest</span><p>First!</p></div></div>"
    #expect(authors("", head: head, behind: comment) == [])
  }
}

@Suite struct `What a page is called` {
  private func headline(_ head: String, _ body: String) -> String {
    SamplePage.read("<html><head>\(head)</head><body>\(body)\(SamplePage.paragraphs)</body></html>").reading.story
      .headline
  }

  @Test func `is without the site's name, which stands behind or before it`() {
    let site = "<meta property=og:site_name content=\"The Daily Hook\">"
    for title in ["Cranes without a sea | The Daily Hook", "The Daily Hook|Cranes without a sea"] {
      #expect(headline("<title>\(title)</title>" + site, "") == "Cranes without a sea")
      #expect(headline("<title>\(title)</title>" + site, "<h1>\(title)</h1>") == "Cranes without a sea")
    }
  }

  @Test func `is what a line of the page says of its title`() {
    #expect(
      headline("<title>Cranes without a sea_Harbours_Hook</title>", "<div class=t>Cranes without a sea</div>")
        == "Cranes without a sea")
    #expect(headline("<title>Cranes_and_trams</title>", "") == "Cranes_and_trams")
  }

  @Test func `is the heading that has most words of the title`() {
    #expect(
      headline(
        "<title>Cranes of a harbour that has no sea: opinions</title>",
        "<h1>Opinions</h1><h1>On cranes of a harbour without sea</h1>")
        == "On cranes of a harbour without sea")
  }

  @Test func `is without how its words are read aloud`() {
    #expect(
      headline("<title>港のクレーンが緑になった話</title>", "<h1><ruby>港<rt>みなと</rt></ruby>のクレーンが緑になった話</h1>") == "港のクレーンが緑になった話")
  }
}
