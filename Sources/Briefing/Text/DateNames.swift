/// The names that dates have in them: of months, and of zones. One table for texts, feeds, mails and pages; which of them a
/// reader of dates takes, and where, is its own affair.
package enum DateNames {
  /// The month of this name, 1 to 12: in full, in one of the languages of the table, in small letters. Nil for no name.
  package static func month(_ name: some StringProtocol) -> Int64? { months[String(name)] }

  /// The month of a name in full, or of its first three or four letters (`sept`, `avr`), also without what is written above
  /// them. Letters that open the names of two months in one language name none; of two languages, the earlier one counts.
  package static func month(orShort name: some StringProtocol) -> Int64? {
    let name = String(name)
    return months[name] ?? short[name]
  }

  /// The month whose name opens as this word does, however it goes on: `septembrie`, `Januarry`.
  package static func month(opening word: some StringProtocol) -> Int64? {
    month(orShort: word) ?? short[String(word.prefix(4))] ?? short[String(word.prefix(3))]
  }

  /// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish, Russian, Ukrainian,
  /// Turkish, Greek, Finnish; of Polish and Russian both forms.
  private static let languages = [
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
      + "marraskuuta joulukuuta",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let months: [String: Int64] = languages.reduce(into: [:]) { months, names in
    for (name, month) in zip(names, Int64(1)...) { months[name] = month }
  }

  /// The beginnings of all names, and `mrt`, as the Dutch shorten `maart`.
  private static let short: [String: Int64] = languages.reduce(into: ["mrt": 3]) { short, names in
    var own: [String: Int64] = [:]
    for (name, month) in zip(names, Int64(1)...) {
      let plain = LetterFolding.folded(name)
      for beginning in Set([name, plain].flatMap { [String($0.prefix(3)), String($0.prefix(4)), $0] }) {
        own[beginning] = own[beginning, default: month] == month ? month : 0
      }
    }
    short.merge(own.filter { $0.value > 0 }) { first, _ in first }
  }

  /// How many minutes a zone is ahead of UTC, by its name in small letters. Of several meanings, that of the mail standards
  /// (RFC 5322, 4.3), else the most usual one. Nil for no name.
  package static func zone(_ name: some StringProtocol) -> Int64? { zones[String(name)] }

  private static let zones: [String: Int64] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "et": -300, "ct": -360, "mt": -420, "pt": -480, "at": -240, "ast": -240,
    "adt": -180, "akst": -540, "akdt": -480, "hst": -600, "bst": 60, "ist": 330, "west": 60, "cet": 60, "met": 60,
    "mez": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120, "eest": 180, "msk": 180, "msd": 240,
    "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "awst": 480, "aest": 600, "aedt": 660, "acst": 570, "nzst": 720,
    "nzdt": 780, "brt": -180, "art": -180, "wib": 420,
  ]
}
