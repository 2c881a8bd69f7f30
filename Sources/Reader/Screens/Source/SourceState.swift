import Briefing

struct SourceState: Hashable, Sendable {
}
