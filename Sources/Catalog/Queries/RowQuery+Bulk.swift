import Briefing
import GRDB

extension RowQuery {
  /// The stories of the listing on which a change makes a difference, the newest first.
  func stories(lacking action: BulkChange.Action, in database: Database) throws -> [StoryID] {
    guard try isAnswered(in: database) else { return [] }
    let (conditions, arguments) = condition
    let (lacks, more) = action.lack
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM story WHERE " + (conditions + lacks).joined(separator: " AND ")
        + " ORDER BY date DESC, number DESC")
    return try String.fetchCursor(statement, arguments: arguments + more).mapToArray { StoryID($0) }
  }
}

extension BulkChange.Action {
  fileprivate var lack: ([String], StatementArguments) {
    switch self {
    case .mark(.unread(let isUnread)): (["isUnread = \(isUnread ? 0 : 1)"], [])
    case .mark(.starred(let isStarred)): (["isStarred = \(isStarred ? 0 : 1)"], [])
    case .mark(.tagged(let name, true)): (["number NOT IN (SELECT story FROM tagging WHERE tag = ?)"], [name])
    case .mark(.tagged(let name, false)): (["number IN (SELECT story FROM tagging WHERE tag = ?)"], [name])
    case .remove: ([], [])
    }
  }
}
