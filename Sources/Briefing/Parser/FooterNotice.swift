/// A line that an app or a newsletter sets below a story by itself: an address to read on at, an offer, a notice.
///
/// It is told by all of its words, not by one: `Follow us @scoutnews` is one, `Follow us through the forest` is prose.
enum FooterNotice {
  /// Whether all of a line is such a notice. Looks at lines of up to 200 bytes, and at 24 words of them.
  static func stands(_ range: Range<Int>, in text: Bytes) -> Bool {
    guard (2...200).contains(range.count) else { return false }
    // What opens with another mark is a list or code.
    let first = text[range.lowerBound]
    guard first.isLetter || first >= 0x80 || first == UInt8(ascii: "(") else { return false }
    guard mayOpen(range, in: text) else { return false }
    let words = Words(range, in: text)
    guard let opening = words.first else { return false }
    let endsSentence = text[range.upperBound - 1] == UInt8(ascii: ".")
    if opening.contains(.copyright) { return words.isCopyright }
    if words.hasAddress {
      return words.leadsOn || words.offersApp || words.count <= 10 && opening.contains(.leave)
        || words.count <= 10 && opening.contains(.manage) && words.has(.preferences)
    }
    if opening.contains(.call), words.count <= 10, words.has(.free), words.offersTime { return true }
    if opening.contains(.follow), words.count <= 8, words.has(.us) {
      return words.hasHandle || words.last.contains(.platform)
    }
    if !opening.isDisjoint(with: [.made, .this, .summary, .machine]), words.has(.machine), words.has(.made) {
      return words.has(.summary)
    }
    if endsSentence || words.count > 8 { return false }
    return opening.contains(.leave) || opening.contains(.manage) && words.has(.preferences)
      || opening.contains(.read) && words.has(.full) && words.has(.story)
  }

  /// Whether the first word is one of those that every notice opens with; hardly any line has to be asked for more.
  private static func mayOpen(_ range: Range<Int>, in text: Bytes) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, !FooterWords.isLetter(text[index]) { index += 1 }
    var hash = FooterWords.emptyHash
    while index < range.upperBound, FooterWords.isLetter(text[index]) { hash = FooterWords.hash(hash, text, &index) }
    return table[hash] != 0
  }

  /// Which words stand in a line, and what else.
  private struct Words {
    private(set) var all: [Class] = []
    /// Whether it ends with an address of the web.
    private(set) var hasAddress = false
    private(set) var hasHandle = false
    private(set) var hasYear = false
    private(set) var hasNumber = false

    init(_ range: Range<Int>, in text: Bytes) {
      var index = range.lowerBound
      while index < range.upperBound, all.count < 24 {
        if AddressStart.hostStart(text, at: index, limit: range.upperBound) != nil {
          hasAddress = text.first(0x20, in: index..<range.upperBound) == range.upperBound
          return
        }
        let start = index
        var hash = FooterWords.emptyHash
        while index < range.upperBound, FooterWords.isLetter(text[index]) {
          hash = FooterWords.hash(hash, text, &index)
        }
        if index > start {
          all.append(Class(rawValue: table[hash]))
          hasNumber = hasNumber || text[start].isDigit
          hasYear = hasYear || index - start == 4 && (text.has("20", at: start) || text.has("19", at: start))
        } else {
          if text[index] == UInt8(ascii: "@"), index == range.lowerBound || text[index - 1].isSpace { hasHandle = true }
          index += 1
        }
      }
    }

    var count: Int { all.count }
    var first: Class? { all.first }
    var last: Class { all.last ?? [] }

    func has(_ kind: Class) -> Bool { all.contains { $0.contains(kind) } }

    /// `© 2026 Brief Inc.`
    var isCopyright: Bool { count <= 12 && hasYear && !has(.this) }

    /// `Read the full story on Scout:`, with an address behind it.
    var leadsOn: Bool { first?.contains(.read) == true && count <= 10 && (has(.full) || has(.story)) }

    /// `free for 30 days`, `free trial`.
    var offersTime: Bool { hasNumber && has(.period) || has(.trial) }

    /// `Get the app:`, with an address behind it.
    var offersApp: Bool { first?.contains(.call) == true && count <= 8 && has(.app) }
  }

  private struct Class: OptionSet {
    let rawValue: UInt32
    static let copyright = Class(rawValue: 1)
    static let read = Class(rawValue: 2)
    static let full = Class(rawValue: 4)
    static let story = Class(rawValue: 8)
    static let call = Class(rawValue: 16)
    static let app = Class(rawValue: 32)
    static let free = Class(rawValue: 64)
    static let period = Class(rawValue: 128)
    static let follow = Class(rawValue: 256)
    static let us = Class(rawValue: 512)
    static let platform = Class(rawValue: 1024)
    static let leave = Class(rawValue: 2048)
    static let manage = Class(rawValue: 4096)
    static let preferences = Class(rawValue: 8192)
    static let machine = Class(rawValue: 16384)
    static let made = Class(rawValue: 32768)
    static let this = Class(rawValue: 65536)
    static let summary = Class(rawValue: 131_072)
    static let trial = Class(rawValue: 262_144)
  }

  /// The classes of the words, by their hashes.
  private static let table = WordTable(
    lists.flatMap { words, kind in
      words.split(separator: " ").map { (FooterWords.hash(of: String($0)), kind.rawValue) }
    })

  private static let lists: [(String, Class)] = [
    ("© copyright", .copyright), ("trial probemonat essai prueba teste prova proefperiode", .trial),
    (
      """
      read continue view open lies lesen weiterlesen lire lisez lea leer leia ler leggi lees läs læs les lue czytaj číst \
      čítať olvassa citește читайте читать читати διαβάστε اقرأ קראו baca đọc oku okuyun
      """, .read
    ),
    (
      """
      full whole complete entire more vollständigen vollständige ganzen ganze complet complète intégral entier completa \
      completo íntegra intera intero volledige hele hela fulde hele koko cały pełny celý teljes полный полностью повний \
      ολόκληρο الكامل המלא lengkap đầy đủ tamamını
      """, .full
    ),
    (
      """
      story article report briefing brief geschichte artikel beitrag meldung histoire noticia artículo historia notícia \
      artigo articolo notizia verhaal bericht artikeln artiklen artikkeli artykuł článek článok cikket articolul статью \
      статтю новость άρθρο المقال الخبر הכתבה artikelnya bài haberi
      """, .story
    ),
    (
      """
      get try start download install join hol hole holen lade laden teste testen starte essayez téléchargez obtenez \
      prueba descarga obtén consigue experimente baixe obtenha prova scarica ottieni probeer download krijg prova hämta \
      ladda prøv hent få kokeile lataa wypróbuj pobierz zkuste vyzkoušejte stáhněte próbáld töltsd încearcă descarcă \
      попробуйте скачайте получите спробуйте завантажте δοκιμάστε κατεβάστε جرّب حمّل נסו הורידו coba unduh dùng tải dene indir
      """, .call
    ),
    (
      """
      app application anwendung aplicación aplicativo aplicação applicazione apka aplikaci приложение додаток \
      εφαρμογή تطبيق אפליקציה aplikasi ứng uygulama uygulamayı
      """, .app
    ),
    (
      """
      free gratis kostenlos gratuit gratuitement gratuita grátis gratuitamente ilmaiseksi bezpłatnie zdarma ingyen gratuit \
      бесплатно безкоштовно δωρεάν مجانًا مجانا חינם phí ücretsiz
      """, .free
    ),
    (
      """
      day days week weeks month months tage tagen wochen monate monat jours semaines mois días semanas mes meses dias \
      mês giorni settimane mese mesi dagen weken maand dagar veckor månad dage uger måned päivää viikkoa dni tygodni dní \
      týdnů napig zile дней недели месяц днів тижні ημέρες أيام ימים hari ngày gün
      """, .period
    ),
    (
      """
      follow folge folgen folgt suivez síguenos siga seguici volg följ følg seuraa obserwuj sledujte \
      подписывайтесь підписуйтесь ακολουθήστε تابعنا عقبوا ikuti theo takip
      """, .follow
    ),
    (
      """
      us uns nous síguenos nos nosotros seguici ons oss os meitä nas nás нас нами μας تابعنا אחרינו kami chúng \
      bizi
      """, .us
    ),
    (
      """
      x twitter instagram facebook bluesky mastodon threads linkedin telegram tiktok youtube whatsapp reddit
      """, .platform
    ),
    (
      """
      unsubscribe abbestellen abmelden désabonner désinscrire désabonnez désinscription darse cancelar disiscriviti \
      annulla afmelden uitschrijven avregistrera avprenumerera afmeld peruuta wypisz zrezygnuj odhlásit leiratkozás \
      dezabonare отписаться відписатися απεγγραφή ألغِ הסרה berhenti hủy abonelikten
      """, .leave
    ),
    (
      """
      manage update change view verwalten einstellungen gérer gérez gestionar administrar gerenciar gestisci \
      beheer hantera administrer hallitse zarządzaj spravovat управлять керувати διαχείριση إدارة kelola quản \
      yönet
      """, .manage
    ),
    (
      """
      preferences settings subscription subscriptions browser einstellungen präferenzen abo abonnement préférences \
      abonnements preferencias suscripción navegador preferências assinatura preferenze iscrizione voorkeuren inställningar \
      prenumeration indstillinger asetukset preferencje ustawienia předvolby beállítások preferințe настройки подпиской \
      налаштування προτιμήσεις التفضيلات העדפות preferensi tùy tercihlerini
      """, .preferences
    ),
    ("ai ki ia ии ші llm chatgpt gpt claude gemini künstlicher intelligenz yapay tekoälyn tekoäly", .machine),
    (
      """
      generated created written produced summarized summarised made erstellt generiert erzeugt verfasst généré générée \
      rédigé créé generado generada creado gerado gerada criado generato generata creato gegenereerd gemaakt genererad \
      skapad genereret skabt luotu wygenerowane wygenerowano vytvořeno generált generat создано сгенерировано створено \
      згенеровано δημιουργήθηκε أُنشئ נוצר dibuat dihasilkan tạo oluşturuldu
      """, .made
    ),
    (
      """
      this these dieser diese dieses ce cet cette ces este esta esto questo questa deze dit denna detta denne \
      dette tämä ten ta to tento toto ez acest эта этот это цей ця αυτή هذا זה ini bu
      """, .this
    ),
    (
      """
      summary summaries briefing brief digest article story text content zusammenfassung überblick beitrag text artikel \
      résumé synthèse texte article resumen texto artículo resumo artigo riassunto testo articolo samenvatting tekst \
      sammanfattning resumé sammendrag tiivistelmä yhteenveto podsumowanie streszczenie shrnutí souhrn összefoglaló rezumat \
      сводка текст резюме стислий περίληψη الملخص תקציר ringkasan tóm tắt özet
      """, .summary
    ),
  ]
}
