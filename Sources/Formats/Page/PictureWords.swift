import Briefing

/// Tells words that stand for a picture from those that a camera or a program put there.
enum PictureWords {
  /// Whether a text says anything of what is to be seen: it is no name of a file, no number, and no word for pictures alone.
  static func sayAnything(_ text: String) -> Bool {
    let text = text.lowercased()
    if isFileName(text) || sharing.contains(where: { text.hasPrefix($0) }) { return false }
    let words = text.split { !$0.isLetter }
    if words.isEmpty { return false }
    return !(words.count < 3 && words.allSatisfy { empty.contains($0) }) && !standing.contains(text)
  }

  /// Blocks in which no caption says again what is said in its picture's stead: the caption leads to the picture.
  static func once(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      guard let last = result.last, case .image(let url) = last.kind, block.kind == .prose,
        block.text.hasPrefix(last.text)
      else {
        result.append(block)
        continue
      }
      var caption = block
      let isLink = block.spans.contains { if case .link = $0.style { true } else { false } }
      if !isLink { caption.spans = [Block.Span(0..<last.text.utf8.count, .link(url: url))] + block.spans }
      result[result.count - 1] = caption
    }
    return result
  }

  /// Whether a file's name ends as that of a picture does.
  static func isPicture(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  /// `harbour.jpg`, `IMG_2041`, `2017-10-31-12h06m48s066`: what has no space in it, but an ending, or digits among signs.
  private static func isFileName(_ text: String) -> Bool {
    if isPicture(text) { return true }
    guard !text.contains(" "), text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let parts = text.split { $0 == "-" || $0 == "_" }
    return parts.count > 1 && (text.contains("_") || parts.count > 2) && text.contains(where: \.isNumber)
      || text.count > 4 && text.count(where: \.isNumber) * 2 >= text.count
  }

  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "tif", "tiff", "avif", "heic",
  ]
  private static let empty: Set<Substring> = [
    "image", "images", "img", "photo", "photos", "picture", "pic", "foto", "bild", "imagen", "imagem", "immagine",
    "afbeelding", "thumbnail", "thumb", "fig", "figure", "screenshot", "untitled", "placeholder", "logo", "icon",
    "avatar",
    "dsc", "dscn", "dscf", "pxl", "mvimg", "clip", "here", "alt", "text", "tag", "spacer", "pixel", "blank", "loading",
  ]
  /// Buttons of networks.
  private static let sharing = [
    "add to ", "share on ", "share this", "share to ", "tweet this", "email this", "follow us",
  ]
  /// What programs put there of themselves.
  private static let standing: Set<String> = [
    "new call-to-action", "enter image description here", "image description",
  ]
}
