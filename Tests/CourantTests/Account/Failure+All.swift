import AccountServer

extension Failure {
  static let all = logins + answers + lists

  /// Who is not let in.
  private static let logins: [Failure] = [
    Failure("a password that is refused", codes: [77], says: ["does not let you in"], requests: 3) { server in
      try server.tell("set", ["refuses": true])
    },
    Failure(
      "every request refused in spite of a login", fault: "status", path: "subscription/list", status: 401,
      codes: [77], says: ["did not know you any more (401)"], requests: 8),
    Failure(
      "a page to log in on in place of an answer to the login", fault: "html", path: "ClientLogin", codes: [69],
      says: ["a page came where an answer should"]),
    Failure(
      "a server without the API", fault: "status", path: "ClientLogin", status: 404, codes: [78],
      says: ["nothing there speaks as Google Reader did"]),
    Failure("the API switched off", at: .freshrss, codes: [69], says: ["its interface is switched off (503)"]) {
      server in
      try server.tell("fail", ["kind": "status", "status": 503, "every": 1])
    },
  ]

  /// What comes is none.
  private static let answers: [Failure] = [
    Failure("connections that are cut", fault: "cut", codes: [69], says: []),
    Failure("a server that says nothing", codes: [69], says: [], requests: 3) { server in
      try server.tell("fail", ["kind": "wait", "path": "subscription/list", "seconds": 50, "every": 1])
    },
    Failure("answers that are cut", fault: "cut-body", codes: [69], says: []),
    Failure(
      "a page to log in on in place of every list", fault: "html", path: "/list", codes: [69], says: ["a page came"]),
    Failure(
      "lists that break off", fault: "garbage", path: "stream/items/ids", codes: [75],
      says: ["makes no sense", "1 mark stays"]),
    Failure(
      "marks that the server cannot take", fault: "status", path: "edit-tag", status: 500, codes: [75],
      says: ["(500)", "1 mark stays in the outbox"]),
    Failure("marks whose answer never comes", fault: "cut-after", path: "edit-tag", codes: [75], says: []),
    Failure("too many requests", codes: [75], says: ["429", "1 mark stays in the outbox"]) { server in
      try server.tell(
        "fail",
        [
          "kind": "status", "status": 429, "every": 1, "path": "edit-tag",
          "fields": ["X-Reader-Limits-Reset-After": "1416"],
        ])
    },
  ]

  /// Lists that have no end.
  private static let lists: [Failure] = [
    Failure(
      "a list that leads back to itself", codes: [75], says: ["the same part of a list", "1 mark stays"], requests: 20
    ) { server in
      try server.tell("set", ["loops": true])
    },
    Failure("a list that never ends", at: .inoreader, codes: [75], says: ["1 mark stays"], requests: 2500) { server in
      try server.tell("set", ["endless": true])
    },
  ]
}
