/// What a server that keeps the user's feeds calls one of its entries.
///
/// The interface that Google Reader had writes it in three forms: with a prefix and as 16 hexadecimal digits
/// (`tag:google.com,2005:reader/item/000000000000002a`), the digits alone, and as a signed decimal number (`42`). All three
/// are one id here. Some servers have longer ids, of up to 32 digits, and only in the hexadecimal forms.
public struct ItemID: Hashable, Comparable, Sendable {
  /// The hexadecimal digits, in small letters, 16 at least.
  public let digits: String

  private static let prefix = "tag:google.com,2005:reader/item/"
  private static let usual = 16
  private static let most = 32

  /// As the tables have it; nil for anything else.
  public init?(digits: String) {
    guard Self.areDigits(digits), (Self.usual...Self.most).contains(digits.utf8.count) else { return nil }
    self.digits = digits
  }

  public init(_ number: Int64) {
    let digits = String(UInt64(bitPattern: number), radix: 16)
    self.digits = String(repeating: "0", count: Self.usual - digits.utf8.count) + digits
  }

  /// The form that every server reads in the same way.
  public var long: String { Self.prefix + digits }

  /// Any of the three forms; nil for what is none.
  /// - Parameter isHexadecimal: what digits mean that stand alone and could be either.
  public init?(_ text: String, isHexadecimal: Bool = false) {
    if text.hasPrefix(Self.prefix) {
      self.init(hexadecimal: text.dropFirst(Self.prefix.count))
    } else if isHexadecimal, text.utf8.count >= Self.usual {
      self.init(hexadecimal: text[...])
    } else if let number = Int64(text) {
      self.init(number)
    } else if let number = UInt64(text) {
      self.init(Int64(bitPattern: number))
    } else if text.utf8.count >= Self.usual {
      self.init(hexadecimal: text[...])
    } else {
      return nil
    }
  }

  private init?(hexadecimal text: Substring) {
    let digits = text.lowercased()
    guard !digits.isEmpty, digits.utf8.count <= Self.most, Self.areDigits(digits) else { return nil }
    self.digits = String(repeating: "0", count: max(0, Self.usual - digits.utf8.count)) + digits
  }

  private static func areDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Ids as a server lists them; what is none is passed over. A list is in one form: where one of its ids can only be
  /// hexadecimal, all that are as long as such ids are.
  public static func list(of texts: [String]) -> [ItemID] {
    let isHexadecimal = texts.contains { text in
      text.utf8.count >= usual && (text.hasPrefix("0") || text.utf8.contains { $0 > 0x39 }) && !text.hasPrefix(prefix)
    }
    return texts.compactMap { ItemID($0, isHexadecimal: isHexadecimal) }
  }

  public static func < (left: ItemID, right: ItemID) -> Bool { left.digits < right.digits }
}
