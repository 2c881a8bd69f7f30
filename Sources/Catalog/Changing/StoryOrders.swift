import GRDB

/// The orders that stories stand in, where those out of sight come last. A story that is removed leaves its place in each of
/// them, and takes another.
///
/// Where very many do, the orders are made anew from the table: sorting all rows takes a quarter of the time of moving each.
enum StoryOrders {
  /// Does what takes stories out of sight, or brings them back.
  /// - Parameter count: how many stories at most.
  static func move<Value>(_ count: Int, in database: Database, _ body: () throws -> Value) throws -> Value {
    guard count >= fewest, try count * 3 >= stories(in: database) else { return try body() }
    for order in all { try database.execute(sql: "DROP INDEX \(order.name)") }
    let value = try body()
    for order in all { try database.execute(sql: order.sql) }
    return value
  }

  /// With fewer, there is no time to be saved.
  private static let fewest = 500

  /// Those that can be seen and those that cannot.
  private static func stories(in database: Database) throws -> Int {
    try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM story")) ?? 0
  }

  /// The indexes that begin with whether a story is out of sight, each with the statement that makes it.
  static let all: [(name: String, sql: String)] = (CatalogSchema.order + CatalogSchema.progress + CatalogSchema.feeds)
    .split(separator: ";").compactMap { statement in
      let words = statement.split(whereSeparator: \.isWhitespace)
      guard words.count > 4, words[1] == "INDEX", words[4].hasPrefix("story(isRemoved") else { return nil }
      return (String(words[2]), words.joined(separator: " "))
    }
}
