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
