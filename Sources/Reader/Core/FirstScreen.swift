public import Briefing

/// What the reader opens on.
public enum FirstScreen: Hashable, Sendable {
  case index
  case story(StoryDetail)
  /// The beginning of a story whose rest is still being read; `Message.whole` brings it.
  case beginning(StoryDetail)
}
