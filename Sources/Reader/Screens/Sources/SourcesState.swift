import Briefing

struct SourcesState: Hashable, Sendable {
}
