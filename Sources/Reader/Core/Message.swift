public import Briefing
public import Canvas

/// Something that happened, told to the reader.
public enum Message: Hashable, Sendable {
  case keyPressed(Key)
  case mouse(Mouse)
  /// Text that the terminal says was pasted, in one piece. Never taken for commands.
  case pasted(String)
  case resized(Size)
  /// No key has come for a moment, while the reader waited for that (`State.awaitsRest`).
  case rested
  /// The catalog's answer to a request.
  case answered(Request, Answer)
  /// Stories are being read in, or were.
  case reading(Progress)
  /// The story whose beginning is shown was read to its end.
  case whole(StoryDetail)
  /// An effect was carried out, or could not be; one sentence for the foot of the screen.
  case told(String)
  /// The user's editor has ended, or there is none.
  case noteEdited(NoteDraft, NoteEditing)
  /// Nothing was written under a name, and why; it may be mended, or, where a file of the name is in the way, given again.
  case notWritten(String, because: String, isTaken: Bool)
  /// A change was made and kept.
  case changed(Change)
  /// So many stories were changed with one another, and kept.
  case changedAll(BulkChange, Int)
  /// A change, or an undo where it is nil, could not be made; one sentence on why.
  case refused(Change?, String)
  /// Changes were taken back.
  case undone(Undone)
  /// What was taken back last was made again.
  case redone(Undone)
  /// The catalog holds other stories than before, or other marks: another program put them there.
  case catalogChanged
  /// What the text of this number holds; where that is no story, one sentence on why.
  case examined(Findings?, number: Int, because: String)
  /// How far the adding of a folder has come.
  case adding(Progress)
  case added(AddedStories)
  /// Nothing could be added; one sentence on why.
  case notAdded(String)
  /// What lies in a folder, which is named as it was asked for.
  case listed(folder: String, [FolderEntry])
  /// So many stories are in the catalog that no search finds yet: they are being made searchable.
  case searchable(lag: Int)
  /// How far the fetching of feeds has come, or that it is over. To be told no more than twice a second, and once at the end.
  case refreshing(RefreshProgress)
  /// These feeds are followed now, or were already (`known`).
  case followed([Subscription], known: Bool)
  /// The page at an address names several feeds, of which one is to be chosen.
  case feedsFound([FeedChoice], in: String)
  /// Nothing is followed that was not before; one sentence on why.
  case notFollowed(String)
  /// So much of a page has come; nil where the server does not say how much there is. To be told no more than twice a second.
  case fetching(url: String, bytes: Int, total: Int?)
  /// The page at an address, as it was asked for, is kept.
  case pageKept(StoryDetail, url: String)
  /// A page did not come; one sentence on why. `canQueue` says whether it can come with the next refresh.
  case pageNotFetched(url: String, because: String, isOffline: Bool, canQueue: Bool)
  /// A page comes with the next refresh.
  case wanted(url: String)
  /// Whether the network may be used, now.
  case connection(Bool)
}

/// What came of a note that was to be written in an editor.
public enum NoteEditing: Hashable, Sendable {
  /// What the file holds, as the editor left it.
  case text(String)
  /// There is no editor that can be run: one sentence on why.
  case noEditor(String)
  /// The note stays as it was: one sentence on why.
  case failed(String)
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
