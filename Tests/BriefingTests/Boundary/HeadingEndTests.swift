import Testing

@testable import Briefing

/// Where headings end. A case is written `heading ¦ body`; a failure prints the best candidates and their reasons.
@Suite("The end of a heading")
struct HeadingEndTests {
  @Test(
    "A question ends at its mark",
    arguments: [
      "What did the port lose? ¦ Mostly time.",
      "Who signs first? ¦ The miners do.",
      "Which towns are cut off? ¦ Three of them.",
      "Is it over?! ¦ Not yet.",
      "Really?? ¦ Really.",
      "Does that include Wales? ¦ It does.",
      "Why is Amazon renting barges from a firm that owns none, on a river that has frozen in two of the last three years?"
        + " ¦ Because rail is full.",
    ])
  func plainQuestions(_ text: String) { expectBoundary(text) }

  @Test(
    "Questions that `and` or `or` joins are one heading, where a body follows",
    arguments: [
      "What changed? And who pays? ¦ The port does.",
      "What changed? And who pays? And when? ¦ The port does, in May.",
      "Is it safe? Or is it only cheap? ¦ Both, says the mayor.",
      "Will it last? And if so, for how long? ¦ Until May.",
      "Who signs? and at what price? ¦ The miners do, at theirs.",
      "Was ändert sich? Und wer zahlt? ¦ Der Hafen zahlt.",
      "Qui gagne ? Et qui paie ? ¦ Le port paie.",
      "¿Qué cambia? ¿Y quién paga? ¦ El puerto paga.",
      "Что изменится? И кто заплатит? ¦ Заплатит порт.",
      "ماذا تغير؟ أو من يدفع؟ ¦ الميناء يدفع.",
      "1) What changed? And who pays? ¦ The port does.",
    ])
  func joinedQuestions(_ text: String) { expectBoundary(text) }

  @Test(
    "Other questions behind the first are the body's",
    arguments: [
      "What changed? ¦ And who pays?",
      "Who pays? ¦ Who knows? The port may.",
      "Who pays? ¦ And yet nobody asks? The port does.",
      "Why now? ¦ And when the strike ended, did prices fall? They did.",
      "Why now? ¦ And so it went: who pays? The port does.",
      "Why now? ¦ And what a question. Who pays? The port does.",
      "Who pays? ¦ Is it the port? It is, says the mayor.",
      "Who pays? ¦ And who pays for what the port has lost to the ice in each of the last three winters? The port.",
    ])
  func otherQuestions(_ text: String) { expectBoundary(text) }

  @Test(
    "Each script's question mark ends a question",
    arguments: [
      "¿Quién firma primero? ¦ Los mineros.",
      "Y entonces, ¿quién paga? ¦ Nadie lo sabe.",
      "Qui signe en premier ? ¦ Les mineurs.",
      "Τι αλλάζει για το λιμάνι; ¦ Σχεδόν τίποτα.",
      "誰が先に署名するのか？ ¦ 鉱山側だ。",
      "谁先签字？ ¦ 矿工。",
      "谁先签字？¦矿工先签字，然后才轮到港口。",
      "谁先签字?¦矿工先签字，然后才轮到港口。",
      "من يوقع أولا؟ ¦ عمال المناجم.",
      "누가 먼저 서명하는가? ¦ 광부들이다.",
      "מי חותם ראשון? ¦ הכורים.",
      "पहले कौन हस्ताक्षर करेगा? ¦ खनिक करेंगे।",
    ])
  func questionMarks(_ text: String) { expectBoundary(text) }

  @Test(
    "A question mark in a quotation does not end the heading",
    arguments: [
      "“Who signs?” is the wrong question ¦ Ask who reads the contract.",
      "Why does the “why not?” camp keep winning? ¦ Because it asks for less.",
      "Did he say “so what?” on the record? ¦ Twice.",
      "Is the harbour still “open for business”? ¦ On weekdays.",
    ])
  func quotedQuestions(_ text: String) { expectBoundary(text) }

  @Test(
    "A name inside a question does not end it",
    arguments: [
      "Udsteder Let's Encrypt wildcard certifikater? ¦ Ja, men ikke til alle.",
      "Cosa succede se Let's Go chiude? ¦ Nessuno lo sa.",
      "Stellt Let's Encrypt Zertifikate für andere als Webseiten aus? ¦ Nein, das tun andere.",
      "¿Puedo usar Let's Encrypt en mi puerto? ¦ Desde luego.",
      "Kan jeg bruge The Guardian som kilde? ¦ Det kan du.",
    ])
  func namesInQuestions(_ text: String) { expectBoundary(text) }

  @Test(
    "A number or a letter that counts headings ends none",
    arguments: [
      "1) The catch ¦ It rains.",
      "(1) Who pays? ¦ The city does.",
      "II. Who pays? ¦ The city does.",
      "III. What to watch ¦ The vote on Thursday.",
      "12. Who signs first? ¦ The miners do.",
      "b) Bottom line ¦ The harbour stays open.",
      "(iv) Bottom line ¦ The harbour stays open.",
      "I. M. Pei? ¦ He built it.",
    ])
  func numbers(_ text: String) { expectBoundary(text) }

  @Test(
    "A statement ends where its body starts",
    arguments: [
      "Bottom line ¦ The harbour stays open and the debt stays unpaid.",
      "What to watch ¦ The vote on Thursday.",
      "The catch ¦ It only works on calm days.",
      "Pods, not compartments ¦ Every passenger gets a door.",
      "What Brussels could change ¦ The deadline, mostly.",
      "The view from Jakarta ¦ Indonesia has the nickel and wants the factories.",
    ])
  func statements(_ text: String) { expectBoundary(text) }

  @Test(
    "A body may open with a question",
    arguments: [
      "Bottom line ¦ Did the odds change? No, only the price.",
      "The catch ¦ Can anyone check? Not from outside.",
      "The doubts ¦ Is the ice thick enough? Nobody measured it.",
    ])
  func bodiesThatAsk(_ text: String) { expectBoundary(text) }

  @Test(
    "A body may open with a name, a digit, a quotation or an order",
    arguments: [
      "What happened ¦ Siemens sold its last turbine yard.",
      "By the numbers ¦ 41 ports closed in a single night.",
      "Why it matters ¦ “We have nowhere else to unload,” a captain said.",
      "What to watch ¦ Watch the tide tables, not the polls.",
    ])
  func hardOpenings(_ text: String) { expectBoundary(text) }

  @Test(
    "A label ends at its colon, and a heading with a colon inside goes on",
    arguments: [
      "What they’re saying: ¦ Mayor Ann Lee calls the plan a gift to builders.",
      "State of play: ¦ House Republicans want a vote by Friday.",
      "Go deeper: ¦ Read the report.",
      "Ukraine: what we know ¦ Russia struck three cities overnight.",
      "Step 1: Create a project ¦ You need an account first.",
    ])
  func labels(_ text: String) { expectBoundary(text) }

  @Test(
    "A heading may end in an abbreviation",
    arguments: [
      "A letter from Acme Inc. ¦ The firm says it will pay.",
      "A letter from Acme Inc. ¦ Shareholders were told on Monday.",
      "The rise of Bill Rowe Jr. ¦ He started as a clerk.",
      "The rise of Bill Rowe Jr. ¦ Voters in Ohio know his face.",
      "Trade with the U.S. ¦ Exports fell by a third.",
      "The view from Washington, D.C. ¦ Lawmakers are split.",
    ])
  func abbreviations(_ text: String) { expectBoundary(text) }

  @Test(
    "A role and a name that open the body stay whole",
    arguments: [
      "What's next ¦ Commissioner Dale Whitlock said the port will open.",
      "Why it matters ¦ Treasury Secretary Ann Lee wants a deal.",
      "The other side ¦ Deputy Mayor Rosa Lind says the bridge is safe.",
      "What happened ¦ General Motors closed two plants in Ohio.",
    ])
  func names(_ text: String) { expectBoundary(text) }

  @Test(
    "Title case, acronyms and German nouns stay in the heading",
    arguments: [
      "What The Audit Found ¦ Half of the invoices had no date.",
      "U.S. ports wait ¦ The strike has closed eleven of them.",
      "Der Streit um die Häfen ¦ In Hamburg stehen die Kräne still.",
      "Blick auf die Zahlen ¦ Die Reederei hat ein Drittel ihrer Schiffe verkauft.",
    ])
  func capitals(_ text: String) { expectBoundary(text) }

  @Test("A run that is all heading has no body", arguments: ["Bottom line", "Who pays?", "", " ", "要点"])
  func noBody(_ text: String) {
    let end = boundary(of: text)
    #expect(end.heading == text.utf8.count && end.body == text.utf8.count)
  }

  @Test("What stands far behind the heading does not move it")
  func farQuestion() {
    let text = "Bottom line The harbour stays open. " + String(repeating: "Ships wait. ", count: 200)
    #expect(boundary(of: text + "Who pays?") == boundary(of: text))
  }

  @Test("The reasons add up to the score, and the best candidate is the one that was found")
  func reasons() {
    var text = "The catch It only works on calm days."
    let candidates = text.withUTF8 { HeadingEnd.explain($0) }
    for candidate in candidates { #expect(candidate.reasons.reduce(0) { $0 + $1.weight } == candidate.score) }
    #expect(candidates.first?.body == boundary(of: text).body)
  }
}

/// Expects the boundary of `heading ¦ body` where the bar stands.
private func expectBoundary(_ text: String, at location: SourceLocation = #_sourceLocation) {
  let parts = text.split(separator: "¦", maxSplits: 1).map(String.init)
  let run = parts.joined().replacing("  ", with: " ")
  let body = String(parts[1].drop { $0 == " " })
  let found = String(decoding: Array(run.utf8)[boundary(of: run).body...], as: UTF8.self)
  #expect(found == body, "\(HeadingEnd.why(run))", sourceLocation: location)
}

/// The boundary of a text.
func boundary(of text: String) -> (heading: Int, body: Int) {
  var text = text
  return text.withUTF8 { HeadingEnd.find(in: $0) }
}
