import Testing

@testable import Briefing

/// First lines in which headline and first paragraph stand together, because the break between them was lost.
@Suite("A headline that a paragraph follows on its line")
struct HeadlineBreakTests {
  private static let rest =
    " ### Who gains? Bakers do not. (dailygrain.example) ### Who pays? The mills pay. (portnews.example)"

  @Test(
    "It ends where a sentence plainly begins",
    arguments: [
      "Rice prices fall for a third week ¦ The harvest came early this year, and the mills are full. (dailygrain.example)",
      "Port of Halyard loses its last crane ¦ The crane fell on Tuesday night, says the harbour master. (portnews.example)",
      "Mayor Ann Lee quits after nine years ¦ She had lost the vote on the budget by nine votes. (countydesk.example)",
      "How the county lost its only bridge ¦ It was built in 1890. Nobody has looked at it since, says the county.",
      "Rice Prices Fall for a Third Week ¦ The harvest came early this year, and the mills are full. (dailygrain.example)",
      "EU agrees on new rules for batteries ¦ In the first step, makers must say what is in them. (portnews.example)",
      "Budget 2026: what changes for savers ¦ The finance ministry has published its plan. (countydesk.example)",
      "Will rice get cheaper this winter? ¦ The mills say so, and the traders do not. (dailygrain.example)",
      "Reispreise fallen in der dritten Woche ¦ Die Mühlen sind voll, sagen die Händler im Hafen. (dailygrain.example)",
      "Le prix du riz baisse pour la troisième semaine ¦ Les moulins sont pleins, disent les marchands. (dailygrain.example)",
      "El precio del arroz baja por tercera semana ¦ Los molinos están llenos, dicen en el puerto. (dailygrain.example)",
      "Цены на рис падают третью неделю подряд ¦ Это связано с ранним урожаем, говорят в порту. (dailygrain.example)",
    ])
  func parted(_ text: String) {
    let parts = text.split(separator: " ¦ ").map(String.init)
    for rest in ["", Self.rest, "\n\n" + Self.rest.dropFirst()] {
      let story = read(parts.joined(separator: " ") + rest).story
      #expect(story.headline == parts[0], "\(rest)")
      #expect(story.lede.count == 1 && story.lede[0].text == read("Head\n\n" + parts[1]).story.lede[0].text, "\(rest)")
      #expect(story.sections.count == (rest.isEmpty ? 0 : 2))
    }
  }

  @Test(
    "A headline stays whole, however long it is and whatever it holds",
    arguments: [
      "Rice falls again. The mills are full. And nobody in the northern counties knows who is going to pay for all of it",
      "“The mills are full,” says the mayor of the northern county after a night of talks with the harbour master and crews",
      "Review: The end of the road is a quiet film about a port, the people who live in it, and the ships that pass it by",
      "Why The Hague wants more than the Kremlin will give in this winter of talks about ports, grain and the Black Sea",
      "The long road from The Gambia to a small town in the north of the county of Oak, and what it cost those who took it",
      "A book a day: how The old man and the sea was sold out in a week of rain and snow in the northern counties of the land",
      "Ports reopen, mills close, and nobody knows who pays: what a week of strikes has cost the northern counties so far",
      "Bundesregierung einigt sich auf neue Regeln für Batterien und auf ein Gesetz, das Die Grünen seit Jahren fordern",
      "Who owns the port? What the register says about the firms behind the new terminal, and what it leaves out about them",
      "Nine things to know about the strike: 1. The mills are full 2. The ports are shut 3. The crews want more than they get",
      "What You Need to Know About the New Rules of the Road Before You Drive to the Port in the Winter of Ice and of Snow",
      "Mayor: ‘The bridge will stand. It has stood for a hundred years, and it will stand for a hundred more’, says Ann Lee",
      "How The Who, The Band and The Clash came to play in one small hall by the port in the winter of the great strike",
    ])
  func whole(_ headline: String) {
    for rest in ["", "\n\n" + "The harvest came early. (dailygrain.example)" + Self.rest] {
      #expect(read(headline + rest).story.headline == headline)
    }
  }

  @Test(
    "A paragraph that no headline stands above is not cut",
    arguments: [
      "The head of the European Central Bank said on Monday that the rate stays where it has been since May. (bank.example)",
      "New outbreak of hepatitis A cases rises in the north, officials say, and nobody knows where from. (portnews.example)",
      "President Ann Lee and Prime Minister Bo Quay met on Monday in Halyard to talk about the strike. (portnews.example)",
      "On Monday the Bank of Halyard and the Harbour Board agreed on what the mills will pay next year. (portnews.example)",
      "Am Montag einigten sich die Mühlen und der Hafen auf einen Preis, den niemand im Landkreis kennt. (dailygrain.example)",
      "Le président de la République et le Premier ministre se sont vus lundi pour parler de la grève. (portnews.example)",
      "Rice prices fell for a third week, because the harvest came early and the mills were already full. (portnews.example)",
    ])
  func paragraphs(_ paragraph: String) {
    let story = read(paragraph + Self.rest).story
    #expect(story.lede.map(\.text) == read("Head\n\n" + paragraph).story.lede.map(\.text))
  }
}
