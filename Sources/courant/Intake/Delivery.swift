import Briefing
import Catalog
import System

/// Some stories of an intake that are in a catalog now, and what is to be said of them.
struct Delivery {
  /// In the order of their inputs.
  var incoming: [IncomingStory] = []
  var added = Added()
  /// Of a long text whose story is not among them yet; it is in no catalog.
  var beginning: FileContent?
  /// What was not read, or not wholly, in the order of the inputs.
  var remarks: [Remark] = []

  enum Remark {
    case caution(String)
    case failure(InputError)
  }

  /// The stories with their ids in the catalog.
  var stories: Zip2Sequence<[StoryID], [IncomingStory]> { zip(added.ids, incoming) }

  var failures: Int {
    remarks.count { if case .failure = $0 { true } else { false } }
  }

  /// Says all remarks.
  func tell(_ errors: inout ErrorReporter) {
    for remark in remarks {
      switch remark {
      case .caution(let sentence): StandardError.say(sentence)
      case .failure(let error): errors.tell(error)
      }
    }
  }
}

extension Intake {
  /// Puts everything that is read into a catalog, batch by batch.
  ///
  /// - Parameters:
  ///   - limit: how many stories a batch has at most.
  ///   - catalog: asked for when there is a first story to put in.
  ///   - addition: what one undo takes back; nil where nothing is to be undone.
  ///   - readable: told of stories that can be read, before they can be searched, with the first of the batch.
  ///   - delivered: told of each batch when it is in; false ends it.
  func deliver(
    limit: Int, into catalog: @autoclosure () throws -> Catalog, as addition: Addition? = nil,
    readable: ([StoryID], IncomingStory?) throws(CatalogError) -> Void = { _, _ in },
    _ delivered: (Delivery) throws -> Bool
  ) throws {
    var addition = addition
    while case let batch = nextBatch(limit: limit), !batch.isEmpty {
      var delivery = Delivery()
      for outcome in batch {
        switch outcome {
        case .story(let incoming):
          delivery.beginning = nil
          delivery.incoming.append(incoming)
          delivery.remarks += incoming.cautions.map { .caution($0) }
        case .failure(let error): delivery.remarks.append(.failure(error))
        case .beginning(let content): delivery.beginning = content
        }
      }
      if !delivery.incoming.isEmpty {
        let first = delivery.incoming.first
        delivery.added = try catalog().add(delivery.incoming, of: &addition) { ids throws(CatalogError) in
          try readable(ids, first)
        }
      }
      guard try delivered(delivery) else { return }
    }
  }
}

extension Catalog {
  /// A catalog in memory of everything that could be read, to be searched after `catchUp`; what could not is told, and
  /// the rest goes on.
  static func reading(_ inputs: [Input], _ errors: inout ErrorReporter) throws -> Catalog {
    let intake = Intake(inputs)
    defer { intake.stop() }
    let catalog = try Catalog.inMemory(isSearchable: false)
    try intake.deliver(limit: 256, into: catalog) { delivery in
      delivery.tell(&errors)
      return true
    }
    return catalog
  }

  /// A story as it was just added: what was read is not read from the catalog again, unless that knows more of it.
  func detail(_ id: StoryID, of incoming: IncomingStory) throws(CatalogError) -> StoryDetail? {
    guard incoming.marks == nil, let row = try row(id), row.versions == 1 else { return try detail(id) }
    return StoryDetail(row: row, story: incoming.reading.story, setAside: incoming.reading.setAside)
  }
}
