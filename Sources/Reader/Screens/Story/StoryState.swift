import Briefing

struct StoryState: Hashable, Sendable {
}
