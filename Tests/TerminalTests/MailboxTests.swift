import Testing

@testable import System
@testable import Terminal

@Suite("Mailbox")
struct MailboxTests {
  @Test("Letters come out in order, and only the first after an emptying wakes")
  func order() throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox<Int>(waker: Waker(pipe: pipe))
    mailbox.post(1)
    mailbox.post(2)
    #expect(pipe.drain().count == 1)
    #expect(mailbox.empty() == [1, 2])
    #expect(mailbox.empty() == [])
    mailbox.post(3)
    #expect(pipe.drain().count == 1)
    #expect(mailbox.empty() == [3])
  }

  @Test("No letter of many threads is lost, nor is any left without waking")
  func threads() async throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox<Int>(waker: Waker(pipe: pipe))
    await withTaskGroup { group in
      for number in 0..<1000 { group.addTask { mailbox.post(number) } }
    }
    #expect(!pipe.drain().isEmpty)
    #expect(mailbox.empty().sorted() == Array(0..<1000))
  }
}
