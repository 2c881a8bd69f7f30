/// Words that stand above a list of sources, in the languages that the parser knows.
enum ReferenceWords {
  /// Whether a text of small letters is one.
  static func name(_ words: String) -> Bool { all.contains(words) }

  /// Whether words are one, in letters of any case.
  ///
  /// Asked of every short line. Words of ASCII, as most are, are looked up only if one has their first letter and length.
  static func name(_ words: Range<Int>, in text: Bytes) -> Bool {
    guard let first = words.first else { return false }
    if !text[words].contains(where: { $0 >= 0x80 }) {
      guard words.count < 32, lengths[Int(text[first].lowercased)] & 1 << words.count != 0 else { return false }
    }
    return name(text.string(words).lowercased())
  }

  /// For each letter of ASCII a bit for each length, in bytes, of the words that open with it.
  private static let lengths: [UInt32] = all.reduce(into: Array(repeating: 0, count: 128)) { lengths, word in
    guard let first = word.utf8.first, first < 0x80, word.utf8.count < 32 else { return }
    lengths[Int(first)] |= 1 << word.utf8.count
  }

  private static let all: Set<String> = [
    "source", "sources", "sources cited", "reference", "references", "notes", "footnotes", "endnotes", "citations",
    "works cited", "bibliography", "links", "sources and links", "notes and references", "sources & references",
    "quelle", "quellen", "quellenangaben", "quellenverzeichnis", "einzelnachweise", "nachweise", "fußnoten",
    "anmerkungen",
    "fuente", "fuentes", "referencias", "notas", "bibliografía", "enlaces",
    "références", "notes et références", "liens", "bibliographie", "notes de bas de page",
    "fonte", "fontes", "fonti", "referências", "referências bibliográficas", "riferimenti", "note", "bibliografia",
    "bron", "bronnen", "bronvermelding", "referenties", "voetnoten", "noten",
    "källa", "källor", "referenser", "kilde", "kilder", "kildehenvisninger", "referanser", "referencer", "lähde",
    "lähteet",
    "viitteet", "źródło", "źródła", "przypisy", "zdroj", "zdroje", "poznámky", "odkazy", "forrás", "források",
    "jegyzetek",
    "surse", "referințe", "note de subsol", "kaynak", "kaynaklar", "kaynakça", "dipnotlar", "izvori", "viri",
    "източници", "источник", "источники", "ссылки", "примечания", "сноски", "джерело", "джерела", "посилання",
    "примітки",
    "πηγή", "πηγές", "παραπομπές", "σημειώσεις", "المصادر", "مصادر", "المراجع", "مراجع", "منابع", "מקורות",
    "הערות שוליים",
    "स्रोत", "संदर्भ", "সূত্র", "ஆதாரங்கள்", "แหล่งที่มา", "อ้างอิง", "nguồn", "tham khảo", "sumber", "referensi", "rujukan",
    "来源", "來源", "参考资料", "參考資料", "参考文献", "參考文獻", "参考", "注释", "脚注", "出典", "情報源", "参照",
    "출처", "참고문헌", "참고 자료", "각주", "manba", "manbalar", "burimet", "izvor", "vyanzo",
  ]
}
