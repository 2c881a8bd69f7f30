import Foundation

/// How a story is marked.
public struct Marks: Equatable, Sendable, CustomStringConvertible {
  public var isRead = false
  public var isStarred = false
  public var labels: Set<String> = []

  public init(isRead: Bool = false, isStarred: Bool = false, labels: Set<String> = []) {
    (self.isRead, self.isStarred, self.labels) = (isRead, isStarred, labels)
  }

  public static let plain = Marks()
  public static let read = Marks(isRead: true)
  public static let starred = Marks(isStarred: true)
  public static let readAndStarred = Marks(isRead: true, isStarred: true)

  /// With one more label.
  public func labelled(_ label: String) -> Marks {
    Marks(isRead: isRead, isStarred: isStarred, labels: labels.union([label]))
  }

  public var description: String {
    ([isRead ? "read" : "unread"] + (isStarred ? ["starred"] : []) + labels.sorted().map { "#" + $0 }).joined(
      separator: " ")
  }
}

/// What a server keeps for a user, as a test sees and changes it behind the program's back.
public protocol Shelf: Sendable {
  /// The address, the user and the password for the settings, and what kind of server they name.
  var url: String { get }
  var user: String { get }
  var password: String { get }
  var type: String { get }
  /// Whether labels can be put on a story.
  var takesLabels: Bool { get }
  /// The tags that every story has for the folder of its feed.
  var folders: Set<String> { get }

  /// Adds entries, the last the newest.
  func add(_ titles: [String]) throws
  /// Marks entries as another machine of the user's would.
  func mark(_ titles: [String], _ mark: ServerMark) throws
  /// Every entry with its marks.
  func marks() throws -> [String: Marks]
}

/// A mark as the phone in the user's pocket sets it.
public enum ServerMark: Sendable {
  case read, unread, star, unstar
}

extension PlayedServer: Shelf {
  public var type: String { kind == .reader ? "greader" : kind.rawValue }
  public var takesLabels: Bool { kind != .miniflux && kind != .theoldreader }

  public var folders: Set<String> { [] }

  public func add(_ titles: [String]) throws { try tell("add", ["titles": titles]) }

  public func mark(_ titles: [String], _ mark: ServerMark) throws {
    let (read, starred) = ("state/com.google/read", "state/com.google/starred")
    switch mark {
    case .read: try tell("mark", ["titles": titles, "add": [read]])
    case .unread: try tell("mark", ["titles": titles, "remove": [read]])
    case .star: try tell("mark", ["titles": titles, "add": [starred]])
    case .unstar: try tell("mark", ["titles": titles, "remove": [starred]])
    }
  }

  public func marks() throws -> [String: Marks] { try marks(of: user) }

  public func marks(of user: String) throws -> [String: Marks] {
    let state = try tell("state", ["of": user]) as? [String: [String: Any]] ?? [:]
    return state.mapValues { said in
      Marks(
        isRead: said["read"] as? Bool ?? false, isStarred: said["starred"] as? Bool ?? false,
        labels: Set(said["labels"] as? [String] ?? []))
    }
  }
}
