import Briefing
import Testing

@Suite struct `The id of an entry at a server` {
  @Test(
    arguments: [
      ("tag:google.com,2005:reader/item/000000000000002a", "000000000000002a"), ("42", "000000000000002a"),
      ("000000000000002a", "000000000000002a"), ("tag:google.com,2005:reader/item/2A", "000000000000002a"),
      ("-1", "ffffffffffffffff"), ("18446744073709551615", "ffffffffffffffff"),
      ("-3361203127480745889", "d15a9b906094005f"), ("d15a9b906094005f", "d15a9b906094005f"),
      ("1598371234567890", "0005adb5cda7d6d2"), ("51d49b79d1716c7b18000025", "51d49b79d1716c7b18000025"),
    ])
  func `is the same in each of its forms`(text: String, digits: String) throws {
    let id = try #require(ItemID(text))
    #expect(id.digits == digits && id.long == "tag:google.com,2005:reader/item/\(digits)")
    #expect(ItemID(id.long) == id && ItemID(digits: digits) == id)
  }

  @Test(
    arguments: [
      "", "-", "tag:google.com,2005:reader/item/", "tag:google.com,2005:reader/item/xyz", "sea", "1.5",

      String(repeating: "a", count: 33), "tag:google.com,2005:reader/item/" + String(repeating: "0", count: 40), "２",
    ])
  func `is nothing else`(text: String) {
    #expect(ItemID(text) == nil)
  }

  @Test func `is told by the list that it stands in where it could be either`() {
    let decimal = ItemID.list(of: ["1598371234567890", "1598371234567891"])
    #expect(decimal.map(\.digits) == ["0005adb5cda7d6d2", "0005adb5cda7d6d3"])
    let hexadecimal = ItemID.list(of: ["1598371234567890", "15983712345678af", "nothing"])
    #expect(hexadecimal.map(\.digits) == ["1598371234567890", "15983712345678af"])
    #expect(ItemID.list(of: ["0000000000000010", "1598371234567890"]).map(\.digits).last == "1598371234567890")
  }

  @Test func `is in the tables as its digits alone`() {
    #expect(ItemID(digits: "2a") == nil && ItemID(digits: "000000000000002A") == nil)
  }
}
