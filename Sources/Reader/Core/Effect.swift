public import Briefing

/// Something to do outside of the reader.
public enum Effect: Hashable, Sendable {
  /// Ask the catalog; answered by `Message.answered`.
  case ask(Request)
  /// Change something for the user; answered by `Message.changed` once it is kept, so that nothing is shown
  /// before, or by `Message.refused`.
  case change(Change)
  /// Change all stories of a listing for the user; answered by `Message.changedAll`, or by
  /// `Message.told` where it cannot be made.
  case changeAll(BulkChange)
  /// Count a story as read that was opened; answered as a change is, and taken back by no undo, which is for what the user
  /// did on purpose.
  case markRead(StoryID)
  /// Take the last change back, also one of an earlier sitting; answered by `Message.undone`, or by
  /// `Message.refused`.
  /// With `isSure`, also what was done long ago; else that is only told (`Undone.heldBack`).
  case undo(isSure: Bool)
  /// Make the change again that was taken back last; answered by `Message.redone`, or by `Message.told`. `isSure` as of `undo`.
  case redo(isSure: Bool)
  /// Keep where the user is in a story. Not answered.
  case remember(StoryID, Bookmark)
  /// Open an address in the browser; without one, it is shown and copied instead.
  case open(WebAddress)
  /// Show and copy an address that is not opened, and say why; both are displayable.
  case handOver(address: String, because: String)
  case copy(String)
  /// See what stories a text that was pasted holds; answered by `Message.examined` with the same number.
  case examine(String, number: Int)
  /// Add the stories of the text of this number; answered by `Message.added` or `Message.notAdded`.
  case addExamined(number: Int)
  /// Nobody wants to add what was examined last. Not answered.
  case forgetExamined
  /// Add a file or a folder, named as the user types it; answered like `addExamined`, and by `Message.adding` meanwhile.
  case add(path: String)
  /// Tell what lies in a folder, named as the user types it; answered by `Message.listed`.
  case list(folder: String)
  /// Have the user write a note in an editor of theirs; answered by `Message.noteEdited`.
  case editNote(NoteDraft)
  /// Give a text to a command line of the user's, which has the terminal until it ends; answered by `Message.told`.
  case pipe(String, to: String)
  /// Write a story into the file of a name, or stories into a folder; answered by `Message.told`, or `notWritten`.
  case write([StoryDetail], to: String, replacing: Bool)
  /// Fetch one feed, or all that are followed (nil); `Message.refreshing` says how it goes.
  case refresh(subscription: Int64?)
  /// Follow what the user typed: the address of a feed or of a page that names one, a name such as `kagi:world`, or a file
  /// that lists feeds. `choice` is one of several feeds that a page names, counted from 1. Answered by `Message.followed`,
  /// `feedsFound` or `notFollowed`.
  case follow(String, choice: Int?)
  /// Fetch nothing more of what was asked for, be it feeds or pages; what has come stays. A refresh that ends by it is told
  /// of as any is (`RefreshProgress.isStopped`).
  case stopFetching
  /// Fetch a page that a story cites or leads to, and keep it. Answered by `Message.fetching` meanwhile, and by `pageKept` or
  /// `pageNotFetched`.
  case fetchPage(url: String, for: StoryID?)
  /// Fetch the whole page of a feed's entry, and keep it; answered as `fetchPage` is, by the address that the entry has.
  case fullText(StoryID)
  /// Add the page at an address as a story; answered as `add` is, and by `Message.fetching` meanwhile.
  case addPage(String)
  /// Bring a page with the next refresh, as there is no network now; answered by `Message.wanted`.
  case want(url: String, for: StoryID?)
  /// Use the network no more, or again; answered by `Message.connection`.
  case goOffline(Bool)
  /// Repaint every cell.
  case redraw
  case suspend
  case quit
}

/// The note on a section of a story, or on the whole of it, as it is to go on from.
public struct NoteDraft: Hashable, Sendable {
  public var story: StoryID
  public var section: Int?
  public var text: String

  public init(story: StoryID, section: Int?, text: String) {
    (self.story, self.section, self.text) = (story, section, text)
  }
}

/// A question to the catalog.
public enum Request: Hashable, Sendable {
  case rows(Listing, RowWindow)
  case count(Listing)
  /// How many stories of a listing stand before this one.
  case position(StoryID, Listing)
  /// A story as it is now, or one of its versions.
  case story(StoryID, version: Int? = nil)
  /// Stories as they are now, with what the user set on them; those that are gone are left out.
  case stories([StoryID])
  /// The row of a story as it is now.
  case row(StoryID)
  /// The sources whose host contains a text, those with the most claims first.
  case sources(matching: String, limit: Int)
  /// What rests on a source, newest story first; `after` is the last claim of the part before, and `reaching` the date
  /// of the oldest story that the part has to come to, however long it gets.
  case claims(host: String, after: Claim? = nil, reaching: Moment? = nil, limit: Int)
  /// The questions asked last, each with the newest stories that ask it.
  case questions(matching: String, limit: Int, askings: Int)
  /// Places whose words match; `after` is the last hit of the part before. The best come all at once.
  case search(Search, after: Hit?, limit: Int)
  /// The story that stands at an address, if the catalog holds it, be it the copy of a page.
  case page(url: String)
  /// The copy of the page that a story stands on, if one is kept; never the story itself.
  case copy(of: StoryID)
  /// The claims that rest on the page at an address, newest story first, as `claims` has those of a source.
  case citing(url: String)
  /// The feeds that the user follows, in the order of their names.
  case subscriptions
  /// The story before or after this one in a listing.
  case neighbour(StoryID, Listing, forward: Bool)
  /// The first unread story after this one in a listing, and where none comes after it, the first of all; another one, in
  /// any case.
  case nextUnread(after: StoryID?, Listing)
  /// The stories that have most to do with one, the closest first.
  case related(StoryID, limit: Int)
  /// The queries that were kept, in the order of their names.
  case queries
  /// Values of a field that hold a text: those that the most stories have first.
  case offered(QueryField.Values, matching: String, limit: Int)
  /// The tags that stories have, those that the most have first.
  case tags
  /// The user's notes, those on the newest story first.
  case notes
}

/// What the catalog answers.
public enum Answer: Hashable, Sendable {
  case rows([Row])
  case count(RowCount)
  /// Nil when the story is not in the listing.
  case position(Int?)
  /// Nil when the catalog no longer holds it.
  case story(StoryDetail?)
  case stories([StoryDetail])
  /// Nil when the catalog no longer holds the story.
  case row(Row?)
  case sources([Source])
  /// The source as a whole is nil where nothing rests on it.
  case claims([Claim], of: Source?, isComplete: Bool)
  case questions([Question])
  case hits([Hit], isComplete: Bool)
  case related([Related])
  case queries([SavedQuery])
  case offered([OfferedValue])
  case tags([TagCount])
  case notes([PlacedNote])
  case subscriptions([Subscription])
  /// One sentence on why there is no answer.
  case failed(String)
}

/// A value that a field of the query language can have, such as a tag.
public struct OfferedValue: Hashable, Sendable {
  public var name: String
  /// How many stories have it.
  public var count: Int

  public init(name: String, count: Int) {
    (self.name, self.count) = (name, count)
  }
}

/// Something in a folder, as it can be typed.
public struct FolderEntry: Hashable, Sendable {
  public var name: String
  public var isFolder: Bool

  public init(name: String, isFolder: Bool) {
    (self.name, self.isFolder) = (name, isFolder)
  }
}
