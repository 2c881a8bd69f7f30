import System

/// Where a story's bytes come from.
enum Input: Hashable, Sendable {
  case file(Path)
  case standardInput
}
