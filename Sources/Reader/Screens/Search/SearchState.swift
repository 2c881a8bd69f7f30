import Briefing

struct SearchState: Hashable, Sendable {
}
