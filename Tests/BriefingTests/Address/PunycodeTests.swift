import Testing

@testable import Briefing

@Suite("Punycode")
struct PunycodeTests {
  @Test(
    "The samples of RFC 3492",
    arguments: [
      ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"), ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
      ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
      ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
      ("なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
      ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
      ("TạisaohọkhôngthểchỉnóitiếngViệt", "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g"),
      ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"), ("-> $1.00 <-", "-> $1.00 <--"), ("", ""), ("bücher", "bcher-kva"),
    ])
  func samples(_ label: String, _ code: String) throws {
    #expect(Punycode.encode(Array(label.unicodeScalars)) == code)
    #expect(Punycode.decode(code).map { String(String.UnicodeScalarView($0)) } == label)
  }

  @Test("What is no Punycode is none", arguments: ["é", "a-!", "99999999", "a-99999999999", "ls8h="])
  func broken(_ code: String) {
    #expect(Punycode.decode(code) == nil)
  }

  @Test("Any label comes back", arguments: 1...200)
  func roundTrip(seed: Int) {
    var random = Dice(state: UInt64(seed))
    let letters: [Unicode.Scalar] = (0..<random.roll(40)).compactMap { _ in
      let limits = [0x80, 0x250, 0x3000, 0xD800, 0x110000]
      return Unicode.Scalar(UInt32(random.roll(limits[random.roll(5)])))
    }
    #expect(Punycode.encode(letters).flatMap { Punycode.decode($0) } == letters)
  }
}
