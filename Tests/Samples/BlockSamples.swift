public import Briefing

/// Made-up stories with every kind of block, as no parser of text makes them yet.
public enum BlockSamples {
  /// One of each kind, in an order that a reader would find in an article.
  public static let article: Story = {
    var story = Story(
      headline: "How the mill reads the rain",
      summary: ["A mill in Vell buys rain by the hour.", "Its neighbours want to know how."],
      lede: [
        Block(
          text: "The mill of Vell pays for rain before it falls, and says so on its door.",
          spans: [Block.Span(0..<16, .strong), Block.Span(17..<30, .link(url: "https://vell.example/rain?a=(b)"))],
          citations: [
            Citation(place: 30, host: "vell.example", url: "https://vell.example/rain?a=(b)", label: "pays for rain")
          ])
      ], publisher: "Lantern", authors: ["Ada Quay", "Ben Sluice"])
    story.sections = [
      Section(heading: "What does it measure?", blocks: measures),
      Section(heading: "How is it told", level: 3, isQuestion: false, blocks: tables),
      Section(heading: "Who has looked at it?", blocks: quotes),
    ]
    return story
  }()

  private static let measures: [Block] = [
    Block(text: "Three things, each by itself:"),
    Block(text: "how long it rains,", containers: [item(0, 0)]),
    Block(text: "how hard, which is", containers: [item(0, 1)]),
    Block(text: "drops a minute,", containers: [item(0, 1), item(1, 0, "1.")]),
    Block(text: "weight a drop", containers: [item(0, 1), item(1, 1, "2.")], spans: [Block.Span(0..<6, .emphasis)]),
    Block(text: "(the scale stands in the yard).", containers: [item(0, 1), item(1, 1, "2.")]),
    Block(
      text: "and from where.", containers: [item(0, 2)],
      citations: [Citation(place: 15, host: "wind.example.org")]),
    Block(text: "Another list begins here.", containers: [item(2, 0)]),
    Block(
      text: "let rain = drops * weight  // a tab:\there\n\n  if rain > 3 { open(gate) } else { `wait` }\n",
      kind: .code(language: "swift")),
    Block(text: "plain <code> & no language", kind: .code(language: nil)),
  ]

  private static let tables: [Block] = [
    Block(
      text: "Month\tRain\tPaid\nMay\t31 mm\t4 | 5\nJune\t\t*none*", kind: .table,
      citations: [Citation(place: 31, host: "ledger.example")]),
    Block(text: "A kitchen clock on the wall of the mill", kind: .image(url: "https://img.example/clock(1).png")),
    Block(text: "", kind: .rule),
    Block(
      text: "Set the clock with `make clock`, then wait.", spans: [Block.Span(20..<30, .code)]),
  ]

  private static let quotes: [Block] = [
    Block(text: "Nobody believed it, least of all the rain.", containers: [.quote]),
    Block(text: "It was dry.", containers: [.quote, .quote]),
    Block(text: "An item in a quote", containers: [.quote, item(3, 0, "7)")]),
    Block(text: "quoted code", kind: .code(language: nil), containers: [.quote]),
    Block(text: "> no quote, # no heading, - no item, | no table, ![no image](x) and \\ no escape"),
    Block(
      text: "Very very set apart",
      spans: [
        Block.Span(0..<19, .strong), Block.Span(5..<19, .emphasis), Block.Span(10..<13, .code),
        Block.Span(14..<19, .link(url: "https://apart.example/")),
      ]),
  ]

  public static func item(_ list: Int, _ number: Int, _ marker: String = Block.Item.bullet) -> Block.Container {
    .item(Block.Item(marker: marker, list: list, number: number))
  }
}
