import Briefing

struct QuestionsState: Hashable, Sendable {
}
