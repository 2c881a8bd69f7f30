public import Briefing

extension Query.Doubt {
  /// What the query has instead, and what could stand there.
  public var sentence: String {
    switch self {
    case .field(let name):
      "there is no field “\(name):”; it is sought as words"
        + (NearestWord.of(name, among: QueryField.all.map { String($0.name.dropLast()) }).map {
          ", or did you mean \($0):"
        } ?? "")
    case .value(let state, .states):
      "no story is “\(state)”, so that is sought as words; is: takes "
        + QueryState.all.map(\.name).joined(separator: ", ")
    case .value(let date, .days):
      "“\(date)” is no date, so that is sought as words; 2026-04-28, 2026-04, 2026, today, yesterday, 7d and 2w are"
    case .value(let host, .hosts): "“\(host)” is no host, so that is sought as words"
    case .value(let text, _): "there is no word in “\(text)” to look for in one field"
    }
  }
}

extension Query {
  /// What a typed query may not mean, in one sentence; nil where it is clear.
  public static func sentence(ofDoubtsIn text: String) -> String? {
    doubts(in: text).first?.sentence
  }
}
