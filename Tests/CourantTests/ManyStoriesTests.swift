import Briefing
import Catalog
import Formats
import Foundation
import Samples
import System
import Testing

@testable import courant

/// Made-up stories with every kind of block go out into files and come back from them into another catalog.
///
/// `STORIES=10000` says how many.
@Suite("Many stories", .serialized, .enabled(if: Thorough.isWanted), .timeLimit(.minutes(30)))
struct ManyStoriesTests {
  private static let count = ProcessInfo.processInfo.environment["STORIES"].flatMap { Int($0) } ?? 500

  @Test(arguments: StoryFormat.allCases)
  func `that were exported and added again have the same ids and the same words`(form: StoryFormat) throws {
    let catalog = try Catalog.inMemory(isSearchable: false)
    let ids = try madeUp(into: catalog)
    let folder = try TemporaryFolder()
    var errors = ErrorReporter()
    let path = Path(folder.path)
    var export = Export(catalog, into: try ExportFolder(path, replacing: false), as: form)
    try export.run(Listing(), &errors)
    let again = try Catalog.reading([.file(path)], &errors)
    #expect(try again.count(Listing()).stories == ids.count)
    for id in ids {
      let (story, back) = (try #require(try catalog.detail(id)), try #require(try again.detail(id), "\(id)"))
      guard back.story == story.story, back.row.date == story.row.date, back.versions == 1,
        back.setAside.map(\.text) == story.setAside.map(\.text), form.bytes(of: back) == form.bytes(of: story)
      else {
        Issue.record("\(String(decoding: form.bytes(of: story), as: UTF8.self))\n\(back)")
        return
      }
    }
  }

  /// Each with a headline of its own, some with words that were set aside.
  private func madeUp(into catalog: Catalog) throws -> [StoryID] {
    var stories = RandomStory(seed: 31)
    var ids: [StoryID] = []
    while ids.count < Self.count {
      let batch = (ids.count..<min(Self.count, ids.count + 500)).map { number in
        var reading = Reading(story: stories.next())
        reading.story.headline += " \(number)"
        if number % 3 == 0 {
          reading.setAside = [SetAside(place: 0..<0, text: stories.next().headline, reason: .footer)]
        }
        return IncomingStory(
          reading: reading, original: Array("\(number)".utf8), name: "\(number)", date: Moment(seconds: Int64(number)))
      }
      ids += try catalog.add(batch).ids
    }
    #expect(Set(ids).count == Self.count)
    return ids
  }
}
