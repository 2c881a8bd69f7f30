/// A row as it stands in a page (https://www.sqlite.org/fileformat2.html, 1.6 and 2).
struct Cell {
  enum Value: Hashable {
    case null
    case number(Int64)
    case text(String)
    case blob([UInt8])
    /// A fraction, which no table of ours has.
    case other
  }

  /// The row's number; nil in trees that are kept by what is in them.
  let rowid: Int64?
  let values: [Value]
  /// Whether all of it was there: a row may go on in other pages.
  let isWhole: Bool
}

extension PageFile {
  /// The rows in a page; those that make no sense are left out.
  func cells(in number: Int) -> [Cell] {
    guard let page = page(number) else { return [] }
    return (0..<cellCount(page, number)).compactMap { cell($0, in: page, number) }
  }

  /// One row of a page.
  func cell(_ index: Int, in number: Int) -> Cell? {
    guard let page = page(number), index < cellCount(page, number) else { return nil }
    return cell(index, in: page, number)
  }

  private func cellCount(_ page: [UInt8], _ number: Int) -> Int {
    let head = Self.head(number)
    guard let kind = Kind(rawValue: page[head]) else { return 0 }
    let count = Int(page[head + 3]) << 8 | Int(page[head + 4])
    return min(count, (Self.pageSize - head - kind.header) / 2)
  }

  private func cell(_ index: Int, in page: [UInt8], _ number: Int) -> Cell? {
    let head = Self.head(number)
    guard let kind = Kind(rawValue: page[head]) else { return nil }
    let pointer = head + kind.header + 2 * index
    var place = Int(page[pointer]) << 8 | Int(page[pointer + 1])
    if kind == .interior { place += 4 }
    guard place < page.count, let size = Self.varint(page, &place), size > 0 else { return nil }
    var rowid: Int64?
    if kind == .table {
      guard let number = Self.varint(page, &place) else { return nil }
      rowid = number
    }
    guard size < Int64(count) * Int64(Self.pageSize) else { return nil }
    let payload = payload(Int(size), in: page, at: place, isTable: kind == .table)
    guard let values = Self.record(payload) else { return nil }
    return Cell(rowid: rowid, values: values, isWhole: payload.count == Int(size))
  }

  private enum Kind: UInt8 {
    /// A leaf of a table with numbered rows.
    case table = 0x0D
    /// A leaf, or a branch, of an index or of a table without numbers: both hold rows.
    case index = 0x0A
    case interior = 0x02

    var header: Int { self == .interior ? 12 : 8 }
  }

  private static func head(_ number: Int) -> Int { number == 1 ? 100 : 0 }

  /// As much of a row's bytes as there is: what does not fit into its page stands in a chain of others.
  private func payload(_ size: Int, in page: [UInt8], at place: Int, isTable: Bool) -> [UInt8] {
    let most = isTable ? Self.pageSize - 35 : (Self.pageSize - 12) * 64 / 255 - 23
    if size <= most { return Array(page[place..<min(place + size, page.count)]) }
    let least = (Self.pageSize - 12) * 32 / 255 - 23
    let rest = least + (size - least) % (Self.pageSize - 4)
    let local = rest <= most ? rest : least
    guard place + local + 4 <= page.count else { return Array(page[place...]) }
    var bytes = Array(page[place..<(place + local)])
    bytes.reserveCapacity(size)
    var next = RawBytes.number(page, at: place + local)
    while bytes.count < size, next > 0, let page = self.page(next) {
      bytes += page[4..<min(Self.pageSize, 4 + size - bytes.count)]
      next = RawBytes.number(page, at: 0)
    }
    return bytes
  }

  /// The values of a row; the last may be cut short.
  private static func record(_ bytes: [UInt8]) -> [Cell.Value]? {
    var place = 0
    guard let head = varint(bytes, &place), head > 0, head <= bytes.count else { return nil }
    var types: [Int64] = []
    while place < Int(head) {
      guard let type = varint(bytes, &place), type >= 0 else { return nil }
      types.append(type)
    }
    guard place == Int(head) else { return nil }
    var values: [Cell.Value] = []
    for type in types {
      guard let value = value(type, bytes, &place) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func value(_ type: Int64, _ bytes: [UInt8], _ place: inout Int) -> Cell.Value? {
    switch type {
    case 0: return .null
    case 8, 9: return .number(type - 8)
    case 1...6:
      let length = [1, 2, 3, 4, 6, 8][Int(type) - 1]
      guard place + length <= bytes.count else { return nil }
      defer { place += length }
      let first = Int64(Int8(bitPattern: bytes[place]))
      return .number(bytes[(place + 1)..<(place + length)].reduce(first) { $0 << 8 | Int64($1) })
    case 7:
      place += 8
      return place <= bytes.count ? .other : nil
    case 10, 11: return nil
    default:
      guard type < 1 << 31, place <= bytes.count else { return nil }
      let length = Int(type - 12) / 2
      let end = min(place + length, bytes.count)
      defer { place = end }
      let content = bytes[place..<end]
      return type & 1 == 0 ? .blob(Array(content)) : .text(String(decoding: content, as: UTF8.self))
    }
  }

  /// SQLite's own numbers of one to nine bytes, the highest bits first.
  private static func varint(_ bytes: [UInt8], _ place: inout Int) -> Int64? {
    var value: UInt64 = 0
    for count in 0..<9 {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      if count == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: value)
  }
}
