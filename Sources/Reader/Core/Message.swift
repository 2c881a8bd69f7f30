public import Briefing
public import Canvas

/// Something that happened, told to the reader.
public enum Message: Hashable, Sendable {
  case keyPressed(Key)
  case mouse(Mouse)
  /// Text that the terminal says was pasted, in one piece. Never taken for commands.
  case pasted(String)
  case resized(Size)
  /// The catalog's answer to a request.
  case answered(Request, Answer)
  /// Stories are being read in, or were.
  case reading(Progress)
  /// The story whose beginning is shown was read to its end.
  case whole(StoryDetail)
  /// An effect was carried out, or could not be; one sentence for the foot of the screen.
  case told(String)
  /// A change was made and kept.
  case changed(Change)
  /// A change, or an undo where it is nil, could not be made; one sentence on why.
  case refused(Change?, String)
  /// Changes were taken back.
  case undone(Undone)
  /// The catalog holds other stories than before, or other marks: another program put them there.
  case catalogChanged
  /// So many stories are in the catalog that no search finds yet: they are being taken in.
  case searchable(lag: Int)
}

/// How far the reading of files has come.
public struct Progress: Hashable, Sendable {
  /// How many stories were read so far.
  public var stories: Int
  /// How many inputs could not be read.
  public var failures: Int
  /// How many inputs there are in all; nil while that is not known.
  public var total: Int?
  /// Whether nothing more is to come.
  public var isDone: Bool

  public init(stories: Int, failures: Int = 0, total: Int? = nil, isDone: Bool = false) {
    self.stories = stories
    self.failures = failures
    self.total = total
    self.isDone = isDone
  }
}
