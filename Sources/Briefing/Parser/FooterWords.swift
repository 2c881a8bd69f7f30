/// The classes of words that footers are made of, in the languages that apps speak.
enum FooterWords {
  struct Class: OptionSet {
    let rawValue: UInt8
    /// Says that the text was passed on.
    static let share = Class(rawValue: 1)
    /// Leads from there to who did.
    static let from = Class(rawValue: 2)
    /// Calls on the reader to do something.
    static let call = Class(rawValue: 8)
    /// Speaks to the reader.
    static let own = Class(rawValue: 16)
    /// What apps offer.
    static let product = Class(rawValue: 32)
  }

  /// The classes of the word that has a hash; none for one that is not known.
  static func classes(of hash: UInt64) -> Class { Class(rawValue: UInt8(truncatingIfNeeded: table[hash])) }

  private static let table = WordTable(
    lists.flatMap { words, kind in words.split(separator: " ").map { (hash(of: String($0)), UInt32(kind.rawValue)) } })

  /// The hash of a whole word.
  static func hash(of word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { bytes in
      var (hash, index) = (emptyHash, 0)
      while index < bytes.count { hash = Self.hash(hash, bytes, &index) }
      return hash
    }
  }

  private static let lists: [(String, Class)] = [
    (
      """
      shared sent brought made created powered forwarded geteilt gesendet verschickt erstellt weitergeleitet partagé \
      partagée envoyé envoyée compartido compartida enviado enviada compartilhado compartilhada partilhado condiviso \
      condivisa inviato gedeeld verzonden verstuurd delat delad skickat delt sendt jaettu lähetetty udostępniono wysłano \
      sdíleno odesláno zdieľané megosztva distribuit trimis поделились отправлено опубликовано поширено надіслано \
      надіслано споделено κοινοποιήθηκε μοιράστηκε تمت تم مشاركة مُشارك שותף נשלח שותפה dibagikan dikirim dikongsi chia \
      compartit zajedničko podijeljeno deljeno paylaşan delað
      """, .share
    ),
    (
      """
      from via with by using through aus von mit über per depuis de par avec desde con por através do da pelo tramite \
      dall vanuit van met door från med av fra af med z ze przez od pomocí din prin cu из через с от з через від από μέσω \
      με من عبر بواسطة dari melalui oleh từ qua iz putem sovelluksesta kautta
      """, .from
    ),
    (
      """
      get try start join subscribe sign download install discover want create build grab make receive claim unlock \
      explore upgrade begin tap hol hole holen sichere erhalte erhalten lade laden teste starte entdecke abonniere \
      jetzt recevez obtenez téléchargez télécharger essayez découvrez créez rejoignez recibe recibir obtén consigue \
      descarga descárgala descárgalo descargar prueba crea únete suscríbete receba obtenha baixe baixar experimente \
      crie ricevi ottieni scarica scaricalo prova crea iscriviti krijg ontvang download probeer maak få hämta ladda \
      skaffa prova få hent prøv lag opret skab hanki lataa kokeile luo pobierz otrzymuj odbierz wypróbuj stwórz získejte \
      stáhněte vyzkoušejte szerezd töltsd próbáld obține descarcă încearcă получите получайте скачайте загрузите \
      попробуйте создайте отримуйте завантажте спробуйте λάβετε κατεβάστε δοκιμάστε احصل حمّل حمل جرّب جرب نزّل קבלו \
      הורידו נסו dapatkan unduh coba nhận tải dùng al indir oku edinin
      """, .call
    ),
    (
      """
      your own you yours dein deine deinen deinem eigenes eigene eigenen ihr ihre ihren votre vos propre ton ta tes tu \
      tus su sus propio propia tuyo seu sua seus suas próprio própria tuo tua tuoi vostro personale jouw je uw eigen din \
      ditt dina dit eget egen egna oma omat omasi twój twoja twoje swój swoje własny własne svůj svoje vlastní saját \
      propriul tău ta ваш ваша ваши свой свою свои собственный твой своє свій ваше το σου σας δικό الخاص بك موجزك ملخصك \
      שלך שלכם anda sendiri của bạn riêng kendi sana kişisel
      """, .own
    ),
    (
      """
      briefing briefings brief digest newsletter newsletters app apps news daily inbox trial free personalized \
      personalised tailored insights updates headlines premium nachrichten tägliches tägliche überblick kostenlos \
      résumé quotidien actualités actualité gratuit gratuitement matin application résumés resumen resúmenes diario \
      noticias boletín gratis aplicación resumo diário notícias boletim aplicativo riassunto notiziario quotidiano \
      notizie gratuito applicazione nieuws dagelijkse samenvatting nyheter dagliga sammanfattning nyheder daglige \
      nyhetsbrev uutiset päivittäinen katsaus wiadomości codzienny przegląd skrót zprávy denní přehled hírek napi \
      összefoglaló știri rezumat zilnic новости сводка сводку ежедневную ежедневный дайджест бесплатно приложение \
      новини щоденний огляд ενημέρωση ειδήσεις ημερήσια أخبار يومي اليومي موجز تطبيق חדשות יומי תקציר אפליקציה berita \
      harian ringkasan tin bản hàng ngày ứng dụng haber haberler günlük özet bülten uygulama
      """, .product
    ),
  ]

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

  /// Goes on with a hash (FNV-1a) by one letter in lower case, and steps over it.
  @inline(__always)
  static func hash(_ hash: UInt64, _ text: Bytes, _ index: inout Int) -> UInt64 {
    func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let byte = text[index]
    index += 1
    guard byte >= 0xC3, byte <= 0xD0, index < text.count else { return mix(hash, byte.lowercased) }
    let next = text[index]
    index += 1
    switch (byte, next) {
    case (0xC3, 0x80...0x9E): return mix(mix(hash, byte), next + 0x20)
    case (0xD0, 0x90...0x9F): return mix(mix(hash, byte), next + 0x20)
    case (0xD0, 0xA0...0xAF): return mix(mix(hash, 0xD1), next - 0x20)
    default: return mix(mix(hash, byte), next)
    }
  }

  /// Whether the first word says that the text was passed on, or a name follows it without a space.
  static func opensWithShare(_ range: Range<Int>, in text: Bytes) -> Bool {
    var (hash, index) = (emptyHash, range.lowerBound)
    while index < range.upperBound, isLetter(text[index]) { hash = Self.hash(hash, text, &index) }
    return classes(of: hash).contains(.share) || sharedPrefix(range, in: text) != nil
  }

  /// Whether the line names a shop for apps.
  static func namesStore(_ range: Range<Int>, in text: Bytes) -> Bool {
    range.count < 120 && storeStands(in: range, of: text)
  }

  /// Whether a shop for apps is named anywhere in `range`, however long that is.
  static func storeStands(in range: Range<Int>, of text: Bytes) -> Bool {
    // All of them have a letter that is rare enough to look for.
    var letter = text.first(in: range) { $0.matches(UInt8(ascii: "p"), ignoring: 0x20) }
    while letter < range.upperBound {
      func stands(_ words: StaticString, _ before: Int) -> Bool {
        letter - before >= range.lowerBound && opens(letter - before..<range.upperBound, words, text)
      }
      if stands("app store", 1) || stands("appstore", 1) || stands("appgallery", 1) || stands("google play", 7)
        || stands("play store", 0)
      {
        return true
      }
      letter = text.first(in: letter + 1..<range.upperBound) { $0.matches(UInt8(ascii: "p"), ignoring: 0x20) }
    }
    return false
  }

  private static func opens(_ range: Range<Int>, _ words: StaticString, _ text: Bytes) -> Bool {
    guard range.count >= words.utf8CodeUnitCount else { return false }
    for offset in 0..<words.utf8CodeUnitCount
    where text[range.lowerBound + offset].lowercased != words.utf8Start[offset] { return false }
    return true
  }

  /// Where the name ends on a line that closes with `から共有` or its like.
  static func sharedSuffix(_ range: Range<Int>, in text: Bytes) -> Int? {
    let suffixes: [StaticString] = [
      "から共有", "で共有", "より共有", "からシェア", "でシェア", "から共有されました", "で共有されました", "から送信", "에서 공유됨", "에서 공유했습니다", "에서 공유", "에서 공유함",
      "에서 보냄", "의 공유",
      " से साझा किया गया", " द्वारा साझा", " üzerinden paylaşıldı", " ile paylaşıldı", "'dan paylaşıldı", "’dan paylaşıldı",
      "'den paylaşıldı", "’den paylaşıldı",
    ]
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    if text.has("。", at: end - 3) { end -= 3 }
    for suffix in suffixes {
      let start = end - suffix.utf8CodeUnitCount
      if start > range.lowerBound, text.has(suffix, at: start) { return start }
    }
    return nil
  }

  /// Where the name begins on a line that opens with `分享自` or its like, in scripts that set no spaces.
  static func sharedPrefix(_ range: Range<Int>, in text: Bytes) -> Int? {
    let prefixes: [StaticString] = ["分享自", "分享来自", "แชร์จาก", "ส่งจาก"]
    for prefix in prefixes where range.count < 120 && text.has(prefix, at: range.lowerBound) {
      return range.lowerBound + prefix.utf8CodeUnitCount
    }
    return nil
  }
}
