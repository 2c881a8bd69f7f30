public import Briefing
public import Canvas

/// Everything that the reader shows and remembers while it runs.
///
/// Changed only by `receive`, drawn only by `draw`; knows no clock, no file, no terminal and no catalog.
public struct State: Hashable, Sendable {
  /// The size of the terminal.
  public internal(set) var size: Size
  /// The day on which the reader was started.
  let today: Moment?
  let settings: ReaderSettings
  var history: History
  var tabs: Tabs
  /// Where the user is going, while the catalog is asked.
  var pendingNavigation: PendingNavigation?
  /// Where nothing was found while stories were still coming.
  var askedEarly: Destination?
  /// Keys that were pressed while going somewhere; they are meant for the screen that comes.
  var heldKeys: [Key] = []
  var pending = Pending()
  var prompt: Prompt?
  /// What was typed into each kind of prompt, the newest last.
  var earlierLines: [Prompt.Kind: [String]] = [:]
  /// What was asked to be changed and is not kept yet.
  var pendingChanges = PendingChanges()
  var recentBookmarks = RecentBookmarks()
  /// What the page beside the list shows of the row under the cursor.
  var preview = Preview()
  /// A sentence at the foot, until the next key.
  var message: String?
  /// The message, where it is one that nobody asked for.
  var offered: String?
  /// The address that was not opened at the last key, because it may lead elsewhere than it seems to.
  var doubt: WebAddress?
  /// The one before, which this key may open.
  var doubtHeard: WebAddress?
  /// An undo of what was done long ago, or a redo, that was told of and not carried out, so that the same key does it.
  var offeredUndo: Command?
  /// The same as this key found it.
  var heardUndo: Command?
  /// Whether a key was pressed.
  var hasBeenUsed = false
  /// The story that was begun and is offered at the start, which the next key may go on with; and the one that this key may.
  var offeredBegun: StoryID?
  var heardBegun: StoryID?
  /// The name of a file that is there already, which the next line for `write` may replace by naming it again.
  var takenName: String?
  /// The note that was written last and could not be kept, for the next try.
  var unkeptNote: NoteDraft?
  var progress: Progress?
  /// How many stories no search finds yet.
  var lag = 0
  /// Changes under way that the reader makes by itself, and why the last one was refused, so that it is said once.
  var unasked: [Change] = []
  var lastUnaskedRefusal: String?
  /// What to say once, at the first change, where changes end with the program.
  var passing: String?
  /// The same once it is to be said with the change that is under way.
  var heardPassing: String?
  /// Whether the stories are only being read, and are kept nowhere.
  let isPassing: Bool
  /// How far the fetching of feeds has come, while it goes on.
  var refresh: RefreshProgress?
  /// Whether a refresh was stopped that has not yet said so.
  var isStopping = false
  /// The pages that are being fetched, the one asked for last at the end.
  var fetches: [PageFetch] = []
  /// What is to be followed, while it is looked at.
  var following: Following?
  /// The stories whose whole page is read in the place of what their feed has of it.
  var fullTexts: Set<StoryID> = []
  /// Entries of which the user wants what the feed has, though it is only an opening and the page is kept.
  var feedTexts: Set<StoryID> = []
  /// Whether the network is not to be used.
  var isOffline: Bool
  /// What came while something else stood at the foot, to be said with the next key.
  var news: String?
  /// What is being added, if anything is, and the number of the text that was pasted last.
  var adding: Adding?
  var pasteNumber = 0

  var keymap: Keymap { settings.keymap }

  /// Whether another screen, other rows, or what is in a pasted text, were asked for and are not there yet.
  public var isOnItsWay: Bool { pendingNavigation != nil || index?.goal != nil || adding == .examining }

  /// A reader that opens on the index of a listing. Days of other years than today's are shown with their year.
  ///
  /// `passing` is said once, at the first change that the user makes, where changes end with the program.
  public init(
    size: Size, listing: Listing = Listing(), settings: ReaderSettings = ReaderSettings(), today: Moment? = nil,
    passing: String? = nil
  ) {
    self.passing = passing
    isPassing = passing != nil
    self.size = size
    self.today = today
    self.settings = settings
    isOffline = settings.isOffline
    tabs = Tabs()
    history = History(first: Screen(IndexState(listing: listing)))
  }

  /// What to ask for before the first key. A story stands behind the index, as if it had been opened there.
  public mutating func start(on first: FirstScreen = .index) -> [Effect] {
    let effects = tell(0) { $0.appeared(in: $1) }
    switch first {
    case .index: return effects + (offersBegun ? [.ask(Self.newestBegun)] : [])
    case .story(let detail): return effects + arrive(atFirst: detail, .whole)
    case .beginning(let detail): return effects + arrive(atFirst: detail, .beginning)
    }
  }
}

/// Keys that are not a command yet.
struct Pending: Hashable, Sendable {
  var number: Int?
  var keys: [Key] = []

  var isEmpty: Bool { number == nil && keys.isEmpty }

  /// How it is shown at the foot.
  var label: String {
    (number.map(String.init) ?? "") + keys.map(\.label).joined()
  }
}

/// What the reader opens on.
public enum FirstScreen: Hashable, Sendable {
  case index
  case story(StoryDetail)
  /// The beginning of a story whose rest is still being read; `Message.whole` brings it.
  case beginning(StoryDetail)
}
