import Briefing

struct HelpState: Hashable, Sendable {
}
