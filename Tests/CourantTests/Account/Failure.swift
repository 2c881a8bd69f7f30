import AccountServer
import Testing

/// Something that goes wrong at the server, and what the user is told.
struct Failure: Sendable, CustomTestStringConvertible {
  let title: String
  let kind: PlayedServer.Kind
  /// What brings it about.
  let begins: @Sendable (PlayedServer) throws -> Void
  let codes: [Int32]
  /// Words of the sentence that is said.
  let says: [String]
  /// How many requests a sync may make of it.
  let requests: Int

  var testDescription: String { title }

  init(
    _ title: String, at kind: PlayedServer.Kind = .reader, codes: [Int32], says: [String], requests: Int = 12,
    _ begins: @escaping @Sendable (PlayedServer) throws -> Void
  ) {
    (self.title, self.kind, self.codes, self.says, self.requests) = (title, kind, codes, says, requests)
    self.begins = begins
  }

  /// One that is a fault of every request, or of those whose path ends so.
  init(
    _ title: String, fault: String, path: String = "", status: Int = 0, codes: [Int32], says: [String],
    requests: Int = 12
  ) {
    self.init(title, codes: codes, says: says, requests: requests) { server in
      try server.tell("fail", ["kind": fault, "path": path, "status": status, "every": 1])
    }
  }
}
