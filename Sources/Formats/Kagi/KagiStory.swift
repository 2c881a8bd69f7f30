import Briefing

/// Makes a story of what Kagi News says of one: its talking points are the summary, its questions and answers come first among
/// the sections, then what else it tells, and last the articles that all of it rests on.
struct KagiStory {
  private let fields: JSONFields
  private let citations: KagiCitations
  private var lists = 0

  init(_ fields: JSONFields) {
    self.fields = fields
    citations = KagiCitations(fields.objects("articles"))
  }

  var story: Story {
    var maker = self
    return maker.make()
  }

  private mutating func make() -> Story {
    var story = Story(headline: fields.text("title").map(citations.line) ?? "", publisher: "Kagi News")
    story.summary = fields.list("talking_points").compactMap(JSONFields.text).map(citations.line)
      .filter { !$0.isEmpty }
    story.lede = blocks("short_summary") + image("primary_image") + quote
    story.sections = questions
    story.sections += section("Perspectives", perspectives)
    for (key, heading) in otherSections { story.sections += section(heading, blocks(key)) }
    story.sections += section("Business angle", blocks("business_angle_text") + blocks("business_angle_points"))
    story.sections += section("Timeline", timeline)
    story.sections += section("Pictures", image("secondary_image"))
    story.sections += section("Articles", articles)
    return story
  }

  private func section(_ heading: String, _ blocks: [Block]) -> [Section] {
    blocks.isEmpty ? [] : [Section(heading: heading, isQuestion: false, blocks: blocks)]
  }

  /// A text as its paragraphs, a list as items.
  private mutating func blocks(_ key: String) -> [Block] {
    if let text = fields.text(key) { return paragraphs(text) }
    return items(fields.list(key).compactMap { block(ofElement: $0) })
  }

  private func paragraphs(_ text: String) -> [Block] {
    text.split(whereSeparator: \.isNewline).compactMap { citations.block(String($0)) }
  }

  /// An element of a list: a text, or an object of texts, of which the first is a title.
  private func block(ofElement element: JSON) -> Block? {
    if let text = JSONFields.text(element) { return citations.block(text) }
    let texts = (element.members ?? []).compactMap { JSONFields.text($0.value) }
    return citations.block(texts.joined(separator: ": "))
  }

  private mutating func items(_ blocks: [Block]) -> [Block] {
    defer { lists += 1 }
    return blocks.enumerated().map { number, block in
      var block = block
      block.containers = [.item(Block.Item(list: lists, number: number))]
      return block
    }
  }
}

extension KagiStory {
  private var questions: [Section] {
    (fields.objects("suggested_qna") + fields.objects("qna")).compactMap { pair in
      guard let question = pair.text("question").map(citations.line), !question.isEmpty else { return nil }
      return Section(heading: question, blocks: pair.text("answer").map(paragraphs) ?? [])
    }
  }

  /// Who sees it how, and where that was read.
  private var perspectives: [Block] {
    mutating get {
      items(
        fields.list("perspectives").compactMap { element in
          guard let perspective = element.members.map(JSONFields.init), let text = perspective.text("text"),
            var block = citations.block(text)
          else { return block(ofElement: element) }
          let sources = perspective.objects("sources").compactMap { source in
            citation(source.text("url"), label: source.text("name"), in: block)
          }
          block.citations += sources
          return block
        })
    }
  }

  /// A day, and what happened then: as an object, or as `day:: what`.
  private var timeline: [Block] {
    mutating get {
      items(
        fields.list("timeline").compactMap { element in
          let (date, content): (String?, String?)
          if let event = element.members.map(JSONFields.init) {
            (date, content) = (event.text("date"), event.text("content") ?? event.text("event") ?? event.text("text"))
          } else {
            let text = JSONFields.text(element) ?? ""
            let mark = text.firstRange(of: "::")
            (date, content) = (
              mark.map { String(text[..<$0.lowerBound]) }, mark.map { String(text[$0.upperBound...]) } ?? text
            )
          }
          guard let date = date.map(citations.line), !date.isEmpty else { return content.flatMap(citations.block) }
          return event(on: date, citations.block(content ?? ""))
        })
    }
  }

  /// A day, which is not read again: without its marks, what is left of it may look like one.
  private func event(on date: String, _ event: Block?) -> Block {
    var block = Block(text: "\(date):", spans: [Block.Span(0..<date.utf8.count, .strong)])
    guard let event else { return block }
    let start = block.text.utf8.count
    if !event.text.isEmpty { block.text += " " + event.text }
    block.citations = event.citations.map { citation in
      var citation = citation
      citation.place += citation.place > 0 ? start + 1 : start
      return citation
    }
    return block
  }

  /// The headlines of the articles, each a link to it and so a source.
  private var articles: [Block] {
    mutating get {
      items(
        fields.objects("articles").compactMap { article in
          guard let url = article.text("link").flatMap(Self.address) else { return nil }
          let title = Gate.words(of: article.text("title") ?? article.text("domain") ?? url)
          var block = Block(text: title)
          if !title.isEmpty { block.spans = [Block.Span(0..<title.utf8.count, .link(url: url))] }
          block.citations = [citation(url, label: nil, in: block)].compactMap(\.self)
          return block
        })
    }
  }

  /// What somebody said, and below it who.
  private var quote: [Block] {
    guard let text = fields.text("quote"), var said = citations.block(text) else { return [] }
    let source = fields.text("quote_source_url") ?? fields.text("quote_source_domain").map { $0 }
    said.citations += [citation(source, label: nil, in: said)].compactMap(\.self)
    said.containers = [.quote]
    let names = [fields.text("quote_author"), fields.text("quote_attribution")].compactMap { $0.map(citations.line) }
    let speaker = names.enumerated().filter { index, name in !name.isEmpty && !names[..<index].contains(name) }
      .map(\.element).joined(separator: ", ")
    return [said] + (speaker.isEmpty ? [] : [Block(text: "— \(speaker)", containers: [.quote])])
  }

  private func image(_ key: String) -> [Block] {
    guard let image = fields[key]?.members.map(JSONFields.init), let url = image.text("url").flatMap(Self.address)
    else { return [] }
    let words = [image.text("caption"), image.text("credit")].compactMap { $0.map(citations.line) }
    return [Block(text: words.filter { !$0.isEmpty }.joined(separator: " – "), kind: .image(url: url))]
  }

  /// An address of the web, as it may be shown.
  static func address(_ text: String) -> String? { LinkOrigin.whole(text).flatMap(CitedName.address) }

  /// At the end of a block.
  private func citation(_ name: String?, label: String?, in block: Block) -> Citation? {
    guard let name, let host = CitedName.host(in: name), host.contains(".") else { return nil }
    let label = label.map { Gate.words(of: $0) }.flatMap { $0.isEmpty || $0.lowercased() == host ? nil : $0 }
    return Citation(place: block.text.utf8.count, host: host, url: Self.address(name), label: label)
  }
}

/// What else a story may tell.
extension KagiStory {
  /// Those that are told elsewhere, or to programs.
  private static let known: Set<String> = [
    "title", "talking_points", "short_summary", "primary_image", "secondary_image", "quote", "quote_author",
    "quote_attribution", "quote_source_url", "quote_source_domain", "suggested_qna", "qna", "perspectives", "timeline",
    "articles", "business_angle_text", "business_angle_points", "domains", "cluster_number", "unique_domains",
    "number_of_titles", "category", "emoji", "id", "read", "timestamp", "source_language", "selected_language",
  ]

  /// The keys of texts and lists, in their order, and what their sections are called: `future_outlook` is `Future outlook`.
  private var otherSections: [(key: String, heading: String)] {
    fields.members.filter { member in
      !Self.known.contains(member.key) && (JSONFields.text(member.value) != nil || member.value.elements != nil)
        && member.value.number == nil
    }
    .map { ($0.key, Self.heading(of: $0.key)) }
  }

  private static func heading(of key: String) -> String {
    let words = Gate.words(of: String(key.map { $0 == "_" || $0 == "-" ? " " : $0 }))
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
