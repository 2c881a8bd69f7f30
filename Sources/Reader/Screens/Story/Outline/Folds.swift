import Briefing

/// What is open: sections, and what stands below the story.
///
/// Opening or closing all of them costs the same however many there are.
struct Folds: Hashable, Sendable {
  private var areOpen = false
  private var exceptions: Set<Int> = []
  private var appendices: Set<Appendix> = []

  init() {}

  /// As a story opens: what answers no question is open.
  init(_ sections: [Section]) {
    exceptions = Set(sections.indices.filter { !sections[$0].isQuestion })
  }

  func isOpen(_ section: Int) -> Bool {
    exceptions.contains(section) != areOpen
  }

  /// Whether every one of so many sections is open.
  func areOpen(all sections: Int) -> Bool {
    areOpen ? exceptions.isEmpty : exceptions.count == sections
  }

  func isOpen(_ appendix: Appendix) -> Bool {
    appendices.contains(appendix)
  }

  mutating func set(_ section: Int, open: Bool) {
    if open == areOpen { exceptions.remove(section) } else { exceptions.insert(section) }
  }

  mutating func set(_ appendix: Appendix, open: Bool) {
    if open { appendices.insert(appendix) } else { appendices.remove(appendix) }
  }

  /// Opens every section, or closes all there is.
  mutating func setAll(open: Bool) {
    areOpen = open
    exceptions = []
    if !open { appendices = [] }
  }
}

/// What stands below a story under a fold of its own, in this order.
enum Appendix: Hashable, Sendable, CaseIterable {
  /// What the version before said and this one does not.
  case gone
  /// What the parser took for no part of the story.
  case aside

  var title: String {
    switch self {
    case .gone: "No longer in this version"
    case .aside: "Set aside"
    }
  }
}
