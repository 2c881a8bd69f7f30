/// What a line says that stands above the bullets of a summary, in the languages that briefings are written in.
enum SummaryLabel {
  /// Whether a line says that a summary follows and nothing else, with a colon or the marks of a heading or without.
  static func stands(in line: Range<Int>, of text: Bytes) -> Bool {
    guard line.count <= 80 else { return false }
    return labels.contains(FoldedText.words(of: text.string(line)).joined(separator: " "))
  }

  private static let labels: Set<String> = Set(
    words.split { $0 == ";" || $0 == "\n" }.map { FoldedText.words(of: String($0)).joined(separator: " ") })

  private static let words = """
    key points;key takeaways;key facts;key developments;the key points;the main points;main points;takeaways;the takeaways
    top takeaways;main takeaways;highlights;the highlights;summary;in summary;in short;in brief;the gist;tl dr;tldr;at a glance
    what to know;what you need to know;what happened;the big picture;the short version;quick take;quick read;the essentials
    story highlights;briefing;the brief;overview;the bottom line up front;need to know;executive summary;topline
    das wichtigste;das wichtigste in kürze;auf einen blick;kernpunkte;die kernpunkte;kurz gefasst;zusammenfassung;in kürze
    wichtige punkte;überblick;l’essentiel;à retenir;les points clés;points clés;en bref;résumé;ce qu’il faut retenir;ce qu’il faut savoir
    puntos clave;las claves;claves;lo esencial;en resumen;resumen;en breve;puntos principales;lo que hay que saber
    punti chiave;i punti chiave;in breve;in sintesi;sintesi;riassunto;l’essenziale;pontos principais;pontos-chave;em resumo;resumo
    destaques;o essencial;kernpunten;in het kort;samenvatting;het belangrijkste;belangrijkste punten;i korthet;sammanfattning
    det viktigaste;huvudpunkter;kort fortalt;hovedpunkter;det vigtigste;det viktigste;oppsummering;opsummering;helstu atriði
    tiivistelmä;pääkohdat;lyhyesti;najważniejsze;kluczowe punkty;w skrócie;podsumowanie;hlavní body;stručně;ve zkratce;shrnutí
    a lényeg;összefoglaló;röviden;puncte cheie;pe scurt;rezumat;главное;ключевые моменты;кратко;коротко;в двух словах;основное
    головне;ключові моменти;стисло;коротко;накратко;основни моменти;özet;öne çıkanlar;kısaca;önemli noktalar
    τα κύρια σημεία;με λίγα λόγια;σύνοψη;περίληψη;النقاط الرئيسية;باختصار;ملخص;أبرز النقاط;نکات کلیدی;خلاصه
    נקודות מרכזיות;בקצרה;תקציר;עיקרי הדברים;मुख्य बातें;मुख्य बिंदु;संक्षेप में;सारांश;要点;要點;重点;重點;摘要;概要;总结
    ポイント;要約;まとめ;この記事のポイント;핵심 요약;요약;주요 내용;핵심;những điểm chính;tóm tắt;poin penting;ringkasan;poin utama
    """
}
