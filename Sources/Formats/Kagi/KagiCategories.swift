import Briefing

/// The categories of Kagi News, each of which is a file of a day's stories.
public enum KagiCategories {
  /// A category.
  public struct Category: Hashable, Sendable {
    public var name: String
    /// The name of its file, such as `world.json`.
    public var file: String
  }

  /// Where the files lie.
  public static let site = "https://kite.kagi.com/"
  /// The list of all categories.
  public static let list = site + "kite.json"

  /// The categories that the list names; none where it is no such list.
  public static func read(_ bytes: [UInt8]) -> [Category] {
    guard case .object(let members)? = try? JSONScanner.value(of: bytes) else { return [] }
    return JSONFields(members: members).objects("categories").compactMap { category in
      guard let name = category.text("name"), let file = category.text("file"), isName(file) else { return nil }
      return Category(name: Gate.words(of: name), file: file)
    }
  }

  /// Where the stories of a category lie that is named as `kagi:world`, or by an address of Kagi News; nil for any other text.
  public static func address(of text: String) -> String? {
    if text.lowercased().hasPrefix("kagi:") {
      let name = text.dropFirst("kagi:".count).drop { $0 == "/" }
      return name.isEmpty ? list : file(String(name)).map { site + $0 }
    }
    guard let address = try? WebAddress(text), ["kite.kagi.com", "news.kagi.com"].contains(address.host.ascii) else {
      return nil
    }
    let parts = address.rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let first = parts.first.map(String.init) else { return list }
    return first.hasSuffix(".xml") ? nil : file(first).map { site + $0 }
  }

  /// The file of a category as people name it: `World`, `us politics`.
  private static func file(_ name: String) -> String? {
    let letters = name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }
    let file = String(letters).hasSuffix(".json") ? String(letters) : String(letters) + ".json"
    return isName(file) ? file : nil
  }

  /// Whether it is the name of a file beside the list, and leads nowhere else.
  private static func isName(_ file: String) -> Bool {
    file.hasSuffix(".json") && file.utf8.count < 100
      && file.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-.|".unicodeScalars.contains($0)
      }
      && !file.hasPrefix(".")
  }
}
