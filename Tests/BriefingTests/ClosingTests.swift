import Briefing
import Testing

@Suite struct `Headings that close a story` {
  @Test(arguments: [
    "Bottom line", "The bottom line", "The short of it", "The takeaway", "Key takeaways", "What it means",
    "What this means",
    "In short", "In short:", "TL;DR", "THE UPSHOT", "Fazit", "Unterm Strich", "Was das bedeutet", "Kortom", "En bref",
    "L’essentiel", "Ce qu'il faut retenir", "En resumen", "Conclusión", "Lo que significa", "In breve", "In sintesi",
    "Em resumo", "Conclusão", "Kort sagt", "Sammanfattning", "Konklusion", "Oppsummering", "Yhteenveto", "Lyhyesti",
    "Podsumowanie", "Shrnutí", "Összefoglalás", "A lényeg", "Вывод", "Что это значит?", "Висновок", "Özetle", "Sonuç",
    "Εν συντομία", "Συμπέρασμα", "الخلاصة", "باختصار", "לסיכום", "השורה התחתונה", "निष्कर्ष", "संक्षेप में", "总结", "結論",
    "まとめ", "要するに", "결론", "요약",
  ])
  func `are known in the languages of briefings, however they are written`(heading: String) {
    #expect(Meaning(of: heading).isClosing, "\(heading)")
  }

  @Test(arguments: [
    "Who pays?", "What happens next?", "The bottom line on rice", "Why is the summary wrong?", "What does Fazit cost?",
    "まとめ買いはなぜ増えたか", "What it means to be a miller",
  ])
  func `are none that ask something`(heading: String) {
    #expect(!Meaning(of: heading).isClosing, "\(heading)")
  }
}
