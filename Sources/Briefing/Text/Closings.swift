/// Headings that close a story and ask nothing of their own, in the languages that briefings are written in.
///
/// Each stands as it is written; `Meaning` folds them as it folds what they are compared with. A heading is one of them only
/// as a whole: `The bottom line on rice` asks something.
enum Closings {
  static let headings: [String] = [
    english, german, dutch, french, spanish, italian, portuguese, romanian, swedish, danish, norwegian, icelandic,
    finnish,
    polish, czech, hungarian, russian, ukrainian, bulgarian, turkish, greek, arabic, persian, hebrew, hindi, chinese,
    japanese, korean, vietnamese, indonesian,
  ].flatMap { $0.split(separator: ";").map(String.init) }

  private static let english = """
    bottom line;the bottom line;bottomline;our bottom line;the short of it;the long and short of it;the long and the short of it;\
    the short version;the short answer;short version;in short;in brief;in sum;in summary;summary;summing up;to sum up;\
    the takeaway;key takeaway;key takeaways;main takeaway;main takeaways;takeaways;the big takeaway;\
    the upshot;the gist;in a nutshell;conclusion;conclusions;in conclusion;tl dr;tldr;the final word;the last word;\
    final thought;final thoughts;closing thought;closing thoughts;parting thought;wrap up;wrapping up;the wrap;net net;\
    what it means;what this means;what it all means;what it means for you;what this means for you;what does it mean;\
    what does it all mean;the point;the big picture;all in all;at the end of the day;when all is said and done;\
    the verdict;the moral;in the end;to conclude;the essence;in essence;in one sentence;in a word;in a line;one line
    """
  private static let german = """
    fazit;unser fazit;das fazit;unterm strich;unter dem strich;kurz gesagt;kurz und gut;kurz und knapp;kurzum;in kürze;\
    kurzfassung;zusammenfassung;zusammengefasst;auf den punkt;auf den punkt gebracht;das wichtigste;\
    das wichtigste in kürze;das wesentliche;im kern;was bleibt;was das bedeutet;was es bedeutet;was heißt das;\
    was bedeutet das;in einem satz;am ende;die kurze antwort;das große ganze;schlusswort;schluss
    """
  private static let dutch = """
    kortom;kort samengevat;samengevat;samenvatting;de samenvatting;conclusie;tot slot;kort gezegd;in het kort;in kort bestek;\
    de kern;de essentie;het belangrijkste;wat het betekent;wat dit betekent;wat betekent dit;onder de streep;\
    al met al;slotsom
    """
  private static let french = """
    en bref;en résumé;en somme;résumé;bref;pour résumer;pour conclure;conclusion;en conclusion;ce qu’il faut retenir;\
    à retenir;l’essentiel;l’essentiel à retenir;le mot de la fin;en un mot;en deux mots;au final;au bout du compte;\
    ce que cela signifie;ce que ça veut dire;ce que cela change;le bilan;bilan;en clair;tout compte fait
    """
  private static let spanish = """
    en resumen;en breve;en pocas palabras;en síntesis;en suma;resumen;conclusión;conclusiones;en conclusión;lo esencial;\
    lo importante;la clave;las claves;en definitiva;en una frase;para concluir;al final;qué significa;lo que significa;\
    qué significa esto;lo que queda;a fin de cuentas;balance
    """
  private static let italian = """
    in breve;in sintesi;sintesi;in sostanza;in poche parole;in conclusione;conclusione;conclusioni;riassunto;in due parole;\
    il succo;il punto;l’essenziale;in definitiva;che cosa significa;cosa significa;in fin dei conti;tirando le somme
    """
  private static let portuguese = """
    em resumo;em suma;em síntese;em poucas palavras;resumo;resumindo;conclusão;conclusões;em conclusão;o essencial;\
    o que fica;o que significa;o que isto significa;o que isso significa;no fim de contas;no fim das contas;em uma frase;\
    numa frase;em breve;balanço
    """
  private static let romanian =
    "pe scurt;în concluzie;concluzie;concluzii;în rezumat;rezumat;ce înseamnă;ce înseamnă asta"
  private static let swedish = """
    kort sagt;kort och gott;i korthet;sammanfattning;sammanfattningsvis;slutsats;slutsatsen;summa summarum;i grunden;\
    det viktigaste;vad det betyder;vad betyder det;kontentan;till sist;i ett nötskal
    """
  private static let danish = """
    kort sagt;kort fortalt;i korte træk;kort og godt;sammenfatning;opsummering;konklusion;konklusionen;bundlinjen;\
    på bundlinjen;det vigtigste;hvad det betyder;hvad betyder det;i sidste ende;alt i alt
    """
  private static let norwegian = """
    kort sagt;kort fortalt;kort oppsummert;oppsummert;oppsummering;sammendrag;konklusjon;konklusjonen;bunnlinjen;\
    på bunnlinjen;det viktigste;hva det betyr;hva betyr det;til slutt;alt i alt
    """
  private static let icelandic = "í stuttu máli;niðurstaða;niðurstaðan;samantekt;hvað þýðir þetta"
  private static let finnish = """
    lyhyesti;lyhyesti sanottuna;yhteenveto;tiivistelmä;tiivistettynä;johtopäätös;johtopäätökset;lopuksi;ydin;\
    mitä se tarkoittaa;mitä tämä tarkoittaa;pähkinänkuoressa;viivan alla;loppupäätelmä
    """
  private static let polish = """
    w skrócie;krótko mówiąc;podsumowanie;podsumowując;wnioski;wniosek;w sumie;na koniec;co to oznacza;najważniejsze;\
    sedno;w jednym zdaniu;konkluzja
    """
  private static let czech = """
    stručně;ve zkratce;v kostce;shrnutí;shrnuto;závěr;závěrem;sečteno a podtrženo;co to znamená;to podstatné;zkrátka
    """
  private static let hungarian = """
    röviden;dióhéjban;összefoglalás;összefoglaló;összegzés;a lényeg;következtetés;végső soron;mit jelent ez;mit jelent;\
    mindent egybevetve;egy mondatban;zárszó
    """
  private static let russian = """
    вывод;выводы;итог;итоги;коротко;коротко говоря;в итоге;подведём итог;подведем итоги;главное;суть;в двух словах;\
    вкратце;заключение;в заключение;резюме;что это значит;что это означает;одним словом;в сухом остатке
    """
  private static let ukrainian = """
    висновок;висновки;підсумок;підсумки;коротко;коротко кажучи;у підсумку;головне;суть;у двох словах;стисло;\
    на завершення;що це означає;що це значить;одним словом
    """
  private static let bulgarian = "накратко;извод;изводи;заключение;обобщение;в заключение;какво означава това"
  private static let turkish = """
    kısacası;kısaca;özet;özetle;özetlersek;sonuç;sonuç olarak;sonuçta;işin özü;özü;bu ne anlama geliyor;\
    ne anlama geliyor;tek cümleyle;netice
    """
  private static let greek = """
    εν συντομία;συμπέρασμα;συμπεράσματα;συνοψίζοντας;σύνοψη;περίληψη;με λίγα λόγια;με δυο λόγια;η ουσία;το συμπέρασμα;\
    τι σημαίνει;τι σημαίνει αυτό;εν κατακλείδι;επίλογος
    """
  private static let arabic = """
    الخلاصة;خلاصة;خلاصة القول;باختصار;في الختام;ختاما;الخاتمة;خاتمة;ملخص;الملخص;في المحصلة;المحصلة;بإيجاز;\
    ماذا يعني ذلك;ماذا يعني هذا;زبدة القول;في النهاية;الاستنتاج
    """
  private static let persian = "خلاصه;جمع‌بندی;نتیجه;نتیجه‌گیری;در یک کلام;به طور خلاصه;در پایان;یعنی چه"
  private static let hebrew = """
    בקצרה;לסיכום;סיכום;בשורה התחתונה;השורה התחתונה;שורה תחתונה;בקיצור;התמצית;תמצית;מסקנה;מסקנות;המסקנה;מה זה אומר;\
    במילה אחת;סוף דבר
    """
  private static let hindi = """
    सार;सारांश;निष्कर्ष;संक्षेप में;कुल मिलाकर;लब्बोलुआब;अंत में;अंततः;निचोड़;मतलब क्या है;इसका मतलब क्या है;\
    इसका क्या मतलब है;इसका मतलब;आख़िरी बात;एक वाक्य में
    """
  private static let chinese = """
    总结;總結;小结;小結;结论;結論;结语;結語;总之;總之;总而言之;總而言之;简而言之;簡而言之;一句话;一句話;要点;要點;\
    归根结底;歸根結底;这意味着什么;這意味著什麼;一言以蔽之;重点;重點;最后;最後
    """
  private static let japanese = """
    まとめ;結論;結語;要するに;要約;要点;総括;つまり;最後に;おわりに;終わりに;一言で言えば;ひとことで言えば;結局;\
    何を意味するのか;これが意味すること;要点まとめ;ポイント
    """
  private static let korean = """
    결론;요약;정리;정리하면;요컨대;한마디로;핵심;요점;마무리;맺음말;결국;무엇을 의미하나;무슨 의미인가;어떤 의미인가;\
    한 줄 요약;한줄 요약;총정리
    """
  private static let vietnamese = "tóm lại;kết luận;tóm tắt;nói tóm lại;điều đó có nghĩa là gì"
  private static let indonesian = "singkatnya;kesimpulan;ringkasan;intinya;pada akhirnya;apa artinya"
}
