/// The words that open questions, by language: what, who, whether, and the verbs that stand first in a question.
///
/// A class of words, not a list of headings: it tells a question from a statement whose body happens to hold one.
enum Interrogatives {
  /// The keys of all words, in an open-addressed table.
  static let table: [UInt32] = makeTable()

  /// Whether a word is one of them.
  @inline(__always)
  static func contains(_ key: UInt32) -> Bool {
    table.withUnsafeBufferPointer { table in
      var slot = Int(key) & (table.count - 1)
      while table[slot] != 0 {
        if table[slot] == key { return true }
        slot = (slot + 1) & (table.count - 1)
      }
      return false
    }
  }

  private static func makeTable() -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 2048)
    words.withUTF8Buffer { bytes in
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        for word in line.split(separator: UInt8(ascii: " ")).dropFirst() {
          let key = Lexicon.key(UnsafeBufferPointer(rebasing: word))
          var slot = Int(key) & 2047
          while table[slot] != 0, table[slot] != key { slot = (slot + 1) & 2047 }
          table[slot] = key
        }
      }
    }
    return table
  }

  private static let words: StaticString = """
    en: what whats who whos whom whose which when where wheres why how hows is are was were am do does did has have had
    en: can could will would should may might must shall isnt arent wasnt doesnt dont didnt hasnt havent cant wont
    de: was wer wem wen wessen welche welcher welches welchen wann wo wohin woher warum wieso weshalb wie wieviel womit
    de: wofür worum wodurch ist sind war hat haben kann können wird werden soll sollte muss darf gibt gilt
    nl: wat wie welke welk wanneer waar waarom hoe hoeveel heeft kan kunnen zal moet moeten zijn
    sv: vad vem vilka vilken vilket när var varför hur är kan ska
    da: hvad hvem hvilke hvilken hvilket hvornår hvor hvorfor hvordan er kan skal
    fi: mitä mikä kuka ketkä milloin missä miksi miten kuinka onko voiko
    is: hvað hver hvenær hvar hvers af
    fr: que quoi qui quel quelle quels quelles quand où pourquoi comment combien est-ce estce quest quont a-t-il faut-il peut-on
    fr: sagit-il estil estelle peuton fautil doiton at-il atil atelle quest-ce questce quels lequel laquelle
    es: qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas
    pt: quem qual quais quando onde porquê quanto quanta quantos como será
    it: cosa chi quale quali quando dove perché quanto quanta quanti cosè
    ca: què qui quin quina quan on com per
    ro: ce cine care când unde cum cât câte câți este
    pl: co kto kogo komu jaki jaka jakie który która które kiedy gdzie dlaczego czemu jak ile czy
    cs: co kdo jaký jaká jaké který která které kdy kde proč jak kolik je
    sk: čo kto aký aká aké ktorý kedy kde prečo ako koľko je
    sl: kaj kdo kateri kdaj kje zakaj kako koliko ali
    hr: što šta tko ko koji koja koje kada kad gdje gde zašto kako koliko je li da
    hu: mi ki mit kit miért mikor hol hogyan melyik mennyi hány
    tr: ne kim neden niçin niye nasıl nerede hangi kaç mı mi
    az: nə kim niyə necə harada hansı
    vi: ai gì nào sao tại vì khi liệu
    id: apa apakah siapa siapakah mengapa kenapa kapan bagaimana berapa bisakah
    sw: nini nani kwa lini wapi je
    lt: kas kodėl kada kur kaip kiek ar
    lv: kas kāpēc kad kur kā cik vai
    et: mis kes miks millal kus kuidas kas
    sq: çfarë kush pse kur ku si
    ru: что кто кого кому чей какой какая какие какое который когда где куда откуда почему зачем как сколько чем ли можно
    uk: що хто кого кому чий який яка які яке котрий коли де куди чому навіщо як скільки чи чим
    be: што хто які якая калі дзе чаму як колькі ці
    bg: какво що кой коя кое кои кога къде защо как колко дали може
    sr: шта ко који која које када где зашто како колико да
    el: τι ποιος ποια ποιο ποιοι ποιες πότε πού γιατί πώς πόσο πόσα είναι μπορεί
    hy: ինչ ով ինչու երբ որտեղ ինչպես
    ka: რა ვინ რატომ როდის სად როგორ
    ar: ما ماذا من متى أين لماذا كيف كم هل أي لمن وماذا
    fa: چه چی کی کجا چرا چگونه چطور آیا چند کدام
    ur: کیا کون کب کہاں کیوں کیسے کتنا
    he: מה מי מתי איפה היכן למה מדוע איך כיצד כמה האם איזה איזו
    hi: क्या कौन कब कहाँ कहां क्यों कैसे कितना कितने किस
    bn: কী কি কে কখন কোথায় কেন কীভাবে কত
    ta: என்ன யார் எப்போது எங்கே ஏன் எப்படி
    te: ఏమి ఎవరు ఎప్పుడు ఎక్కడ ఎందుకు ఎలా
    mr: काय कोण कधी कुठे का कसे
    ko: 무엇 무엇이 무엇을 누가 누구 언제 어디 어디서 왜 어떻게 얼마나 어떤 몇
    """
}
