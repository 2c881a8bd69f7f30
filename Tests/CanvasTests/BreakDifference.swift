@testable import Canvas

/// A place where our rules and the standard's differ, with what stands around it.
struct BreakDifference: CustomStringConvertible {
  /// The classes of the two before the place, marks left out; a space where they are apart.
  let beforeLast: Breaking?
  let last: Breaking?
  let isSpaced: Bool
  let next: Breaking
  /// Whether the standard lets a line end here, and we do not.
  let isOursStricter: Bool
  private let line: Substring
  private let marksASpace: Bool
  private let isTone: Bool

  init(at index: Int, of breakCase: BreakCase) {
    let before = breakCase.places[..<index]
    let classes = before.map(\.breaking)
    isSpaced = classes.last == .space
    let shown = classes.filter { $0 != .combining && $0 != .space }
    last = shown.last
    let behindLast = classes.lastIndex { $0 != .combining && $0 != .space }
    let apart = behindLast.map { $0 > 0 && classes[$0 - 1] == .space } ?? false
    beforeLast = apart ? .space : shown.dropLast().last
    next = breakCase.places[index].breaking
    isOursStricter = breakCase.standard.contains(breakCase.places[index].offset)
    line = breakCase.line
    isTone = ScalarTable.entry(of: breakCase.places[index].scalar.value).shape == .modifier
    let around = breakCase.places[...min(index + 1, breakCase.places.count - 1)]
    marksASpace = zip(around, around.dropFirst()).contains { $0.breaking == .space && $1.isMark }
  }

  var description: String {
    let classes = [beforeLast, last].map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
    return "\(isOursStricter ? "no end" : "an end") in \(line): \(classes)\(isSpaced ? " SPACE" : "") | \(next)"
  }

  /// What of the decision note explains it; nil if nothing does.
  var reason: Reason? { Reason.allCases.first(where: explains) }

  /// The differences that `docs/decisions/0012-lines-break-for-prose.md` lists.
  enum Reason: String, CaseIterable {
    case markOnSpace = "a mark on a space makes a letter of it"
    case korean = "Korean breaks at its spaces"
    case dashStart = "no line begins with a dash"
    case dash = "a dash that opens a word or a range goes on"
    case hyphen = "a hyphen or slash that opens a word goes on"
    case counter = "a number stays with its counter"
    case point = "a point stays with its number"
    case signs = "signs in a row are one word"
    case spacedSign = "a number stays with a sign over a space"
    case setOff = "a mark set off by a space stays with what is before it"
    case opensWord = "a point or slash may open a word"
    case quotes = "a line may end between a mark of quoting and an ideograph or an opening bracket"
    case syllables = "scripts without spaces break between syllables"
    case tones = "a skin tone stays with any picture that is assigned"
    case address = "an address that fits in a line is not broken"
  }

  private func explains(_ reason: Reason) -> Bool {
    switch reason {
    case .markOnSpace: marksASpace
    case .korean: isOursStricter && !isSpaced && (last == .hangul || next == .hangul)
    case .dashStart: isOursStricter && next == .dash
    case .dash: isOursStricter && !isSpaced && last == .dash
    case .hyphen: isOursStricter && !isSpaced && (last == .hyphen || last == .slash) && beforeLast != .letter
    case .counter: isOursStricter && !isSpaced && last == .digit && next == .ideograph
    case .point: isOursStricter && !isSpaced && last == .infix && next == .digit
    case .signs: isOursStricter && !isSpaced && isSign(last) && isSign(next)
    case .spacedSign: isOursStricter && isSpaced && (last == .digit && isSign(next) || isSign(last) && next == .digit)
    case .setOff: isOursStricter && isSpaced && (next == .inseparable || next == .closingQuote)
    case .opensWord: !isOursStricter && isSpaced && (next == .infix || next == .slash)
    case .quotes: !isOursStricter && (isQuote(last) || isQuote(next))
    case .syllables: !isOursStricter && !isSpaced && (last?.isSyllabic ?? false || next.isSyllabic)
    case .tones: isTone
    case .address: isOursStricter && line.contains("003A 002F 002F")
    }
  }

  private func isSign(_ breaking: Breaking?) -> Bool { breaking == .prefix || breaking == .postfix }

  private func isQuote(_ breaking: Breaking?) -> Bool {
    breaking == .quote || breaking == .openingQuote || breaking == .closingQuote
  }
}
