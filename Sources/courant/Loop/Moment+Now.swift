import Briefing
import System

extension Moment {
  /// The time on the system's clock.
  static var now: Moment {
    Moment(seconds: WallClock.seconds)
  }
}
