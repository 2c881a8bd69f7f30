/// One word of a run, with everything about it that helps to tell a heading's word from a body's.
struct Word {
  /// Where it starts, where it ends with all its marks, and where the next one starts.
  var start: Int32 = 0
  var end: Int32 = 0
  var next: Int32 = 0
  /// How it looks, and the mark that it ends in.
  var shape = Shape.end
  var stop = Stop.none
  /// What is still open behind it: a quotation, a parenthesis, an inverted question mark.
  var open = Open.nothing
  /// How many letters and digits it has, at most 255.
  var length: UInt8 = 0
  var script = Script.none
  /// The word without its marks and case, and its first five letters, as hashes; 0 for none.
  var key: UInt32 = 0
  var stem: UInt32 = 0
  /// The first word of the run with the same stem, if one stands before it.
  var sameStem: Int8 = -1
  /// How many words lie between it and the end of its sentence, and how that sentence ends; set by `LeadingWords`.
  var toSentenceEnd: UInt8 = 0
  var sentenceStop = Stop.none
  /// Whether it opens questions.
  var asks = false
  /// The keys under which the lexicon may know it; 0 for none.
  var grams = SIMD8<UInt32>()
  /// What the lexicon knows of it, summed over `grams`.
  var roles = SIMD8<Int32>()
  /// How the lexicon has it written.
  var casing = WordCasing.unknown
  /// What its capital says of it, and how the rest of the story has it; set by `LeadingWords.weigh`.
  var nature = Nature.none
  var sight = Sight.unsought
  var isPaired = false
  /// How many words up to this one have an odd capital or are long and small; how many capitals in a row end or start
  /// with it.
  var odds: UInt8 = 0
  var smalls: UInt8 = 0
  var capitalsUpTo: UInt8 = 0
  var capitalsFrom: UInt8 = 0
}

/// What a word's case says of it where it stands.
enum Nature: UInt8, CaseIterable {
  /// It has no case, or is a number, a mark or a quotation's opening.
  case none
  case small
  /// A capital on a word that is usually small, on a name, on one that is either or not known; more than one capital.
  case odd, name, open, acronym

  static var count: Int { 6 }
}

/// How the rest of the story has a word.
enum Sight: UInt8, CaseIterable {
  case unsought, unseen, small, capital, both

  static var count: Int { 5 }
}

/// How a word looks.
enum Shape: UInt8, CaseIterable {
  /// There is no word: the run ends.
  case end
  case lower, capital, caps, mixed, digit
  /// A quotation, a parenthesis, a Spanish question opens with this word.
  case quote, paren, inverted
  /// No letter or digit at all: a dash, an ampersand, an emoji.
  case mark
  /// Scripts without case, with spaces between the words; Korean.
  case caseless, hangul
  /// A stretch of a script without spaces; one with a comma or a full stop inside.
  case dense, clause

  static var count: Int { 14 }

  /// Whether the word may be one of several capitals in a row.
  @inline(__always)
  var hasCapitals: Bool { self == .capital || self == .caps || self == .mixed }
}

/// The mark that a word ends in.
enum Stop: UInt8, CaseIterable {
  case none, comma, colon, semicolon, period
  /// A full stop that need not end a sentence: `U.S.`, `Dr.`, `3.`.
  case abbreviation
  case exclamation, ellipsis, dash
  /// A question's end; one inside a quotation or a parenthesis is none.
  case question, quotedQuestion
  case quoteClose, parenClose
  /// A citation such as `(host.com)`.
  case citation

  static var count: Int { 14 }

  /// Whether a sentence ends here.
  @inline(__always)
  var endsSentence: Bool {
    self == .period || self == .exclamation || self == .question || self == .citation
  }
}

/// What is open at the end of a word.
enum Open: UInt8, CaseIterable { case nothing, quote, paren, inverted }

/// The parts that a word can play at a boundary; the lexicon holds a weight for each.
enum Role: Int, CaseIterable {
  /// Opens the body, standing in capitals or in a script without case.
  case opens
  /// Opens the body in lower case.
  case opensLow
  /// Stands second in the body, or behind the name that opens it.
  case follows
  /// Stands second in a sentence that ends in a question mark.
  case asksNext
  /// Stands last, last but one in the heading.
  case ends, beforeEnd
  /// Stands anywhere in the heading.
  case inside
  /// Stands first in a sentence that ends in a question mark.
  case asks
}
