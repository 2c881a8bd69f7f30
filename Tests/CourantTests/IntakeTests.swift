import Catalog
import Foundation
import System
import Testing

@testable import courant

@Suite("Reading many stories on several threads", .timeLimit(.minutes(20)))
struct IntakeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [1, 2, 7])
  func `stories arrive in the order of their files, however many read them`(threads: Int) throws {
    let names = (100..<900).map { "\($0).txt" }
    for name in names { try folder.write(name, "Story \(name)") }
    let intake = Intake([input], threads: threads)
    var arrived: [String] = []
    while case let batch = intake.nextBatch(limit: 50), !batch.isEmpty {
      #expect(batch.count <= 50)
      arrived += try batch.map { String(decoding: try $0.get().original, as: UTF8.self) }
    }
    #expect(arrived == names.map { "Story \($0)" })
    #expect(intake.total == names.count)
  }

  @Test func `a bad file among good ones keeps its place`() throws {
    for name in ["a.txt", "c.txt"] { try folder.write(name, name) }
    try folder.write("b.txt", "")
    let intake = Intake([input])
    func next() -> Intake.Outcome? { intake.nextBatch(limit: 1).first }
    #expect(try next()?.get().original == Array("a.txt".utf8))
    #expect(throws: InputError.self) { try next()?.get() }
    #expect(try next()?.get().original == Array("c.txt".utf8))
    #expect(next() == nil)
  }

  @Test func `stopping early ends`() throws {
    for name in 0..<500 { try folder.write("\(name).txt", "x") }
    let intake = Intake([input])
    _ = intake.nextBatch(limit: 1)
    intake.stop()
    while !intake.nextBatch(limit: 50).isEmpty {}
  }

  @Test func `the beginning of a long story comes before it, if somebody asks for it and named the file`() throws {
    let text = Array(String(repeating: "One word more. ", count: 10_000).utf8)
    let file = Input.file(Path(bytes: Array(try folder.write("a.txt", text).utf8)))
    func lengths(_ input: Input, hasBeginnings: Bool) -> [Int] {
      let intake = Intake([input], hasBeginnings: hasBeginnings)
      var lengths: [Int] = []
      while let outcome = intake.nextBatch(limit: 1).first {
        switch outcome {
        case .beginning(let content): lengths.append(content.bytes.count)
        case .story(let incoming): lengths.append(incoming.original.count)
        case .failure: lengths.append(0)
        }
      }
      #expect(intake.total == 1)
      return lengths
    }
    #expect(lengths(file, hasBeginnings: true) == [Beginning.size, text.count])
    #expect(lengths(file, hasBeginnings: false) == [text.count])
    #expect(lengths(input, hasBeginnings: true) == [text.count])
  }

  private var input: Input { .file(Path(bytes: Array(folder.path.utf8))) }
}
