/// The addresses of the web in a text, as anybody would find them.
enum WebAddresses {
  /// Each up to the first sign that could be the text's and not the address's.
  static func all(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var addresses: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: "http://".utf8) || bytes[index...].starts(with: "https://".utf8) else {
        index += 1
        continue
      }
      var end = index + 7
      while end < bytes.count, isOfAddress(bytes[end]) { end += 1 }
      end = min(end, bytes.count)
      while bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
      let address = String(decoding: bytes[index..<end], as: UTF8.self)
      // Without a host, it is none.
      if address.split(separator: "/").count > 1 { addresses.append(address) }
      index = end
    }
    return addresses
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39, UInt8(ascii: "-"),
      UInt8(ascii: "/"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
