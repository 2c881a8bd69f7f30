import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Browser")
struct BrowserTests {
  private func words(_ address: String, _ environment: [String: String]) throws -> [[String]] {
    try Browser.commands(for: address) { environment[$0] }.map(\.words)
  }

  private func refusal(_ address: String, _ browser: String) -> Browser.Refusal? {
    do throws(Browser.Rejection) {
      _ = try Browser.commands(for: address) { $0 == "BROWSER" ? browser : nil }
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("BROWSER is a list of commands, in which %s stands for the address")
  func list() throws {
    let address = "https://example.org/a"
    #expect(try words(address, ["BROWSER": "first:second"]) == [["first", address], ["second", address]])
    #expect(try words(address, ["BROWSER": "one --at=%s --now"]) == [["one", "--at=" + address, "--now"]])
    #expect(try words(address, ["BROWSER": "one '%s' \"two words\""]) == [["one", address, "two words"]])
    #expect(try words(address, ["BROWSER": "one %%s"]) == [["one", "%s", address]])
    #expect(try words(address, ["BROWSER": "::"]) == [])
  }

  @Test("A place for the address inside the address is left alone")
  func percent() throws {
    #expect(try words("https://example.org/%s%%", ["BROWSER": "one %s"]) == [["one", "https://example.org/%s%%"]])
  }

  @Test(
    "A shell is refused, however it is wrapped",
    arguments: [
      "sh -c 'w3m %s'", "/bin/bash -c %s", "env FOO=1 sh -c %s", "zsh", "busybox sh %s",
      "timeout 9 /bin/sh -c 'w3m %s'",
      "nice -n 5 bash", "env -S 'sh -c %s'", "env SHELL=/bin/sh x", "tmux new-window 'w3m %s'",
      "perl -e 'system(\"w3m %s\")'",
      "ssh far w3m %s", "x 'a;%s'",
    ])
  func shells(command: String) {
    #expect(refusal("https://example.org/", command) == .shell(command: command))
  }

  @Test("A quote that is not closed is refused")
  func quote() {
    #expect(refusal("https://example.org/", "one 'two") == .unclosedQuote(command: "one 'two"))
  }

  @Test(
    "Only the web is opened",
    arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "-e cmd", "--version", "ssh://-oProxyCommand=x/",
      "mailto:a@b", "https:/x", "//example.org/", " https://example.org/", "https://", "https:///path", "",
      "https://a@example.org/", "https://example.org/a b", "https://example.org/'", "https://bücher.example/",
      "https://example.org/\\", "https://example.org/\n", "HTTPS://example.org/",
    ])
  func schemes(address: String) {
    #expect(refusal(address, "one") == .notWeb)
  }

  @Test("Without BROWSER the desktop is asked where there is one, and nothing over SSH")
  func desktop() throws {
    #if os(Linux)
      #expect(try words("https://example.org/", ["DISPLAY": ":0"]) == [["xdg-open", "https://example.org/"]])
      #expect(try words("https://example.org/", ["SSH_CONNECTION": "x"]) == [])
    #endif
  }

  @Test("A program that is not there is said not to be, and a path is taken as it stands")
  func missing() {
    #expect(!Child.exists("no-such-program-anywhere"))
    #expect(!Child.exists("./no-such-program-anywhere"))
    #expect(Child.start(["no-such-program-anywhere", "x"], .detached) == nil)
  }

  #if os(Linux)
    @Test("A program that is started has the descriptors 0, 1 and 2 and no other")
    func descriptors() throws {
      let place = try TemporaryPlace()
      let list = place.path + "/list"
      // Descriptors that a careless start would hand on.
      let strays = (0..<8).map { _ in open("/dev/null", O_RDONLY) }
      defer { for stray in strays { close(stray) } }
      let program = try place.write(
        "browser", "#!/bin/sh\nls /proc/self/fd >'\(list)'\n", isProgram: true)
      let child = try #require(Child.start([program, "https://example.org/"], .detached))
      #expect(Child.wait(for: child) == 0)
      // The folder that is listed is open while it is.
      let found = Set(readText(list).split(separator: "\n").compactMap { Int($0) })
      #expect(found == [0, 1, 2, 3])
    }
  #endif

  @Test("A browser for the terminal is told from one with a window of its own")
  func textMode() throws {
    let commands = try Browser.commands(for: "https://example.org/") { _ in "firefox:/usr/bin/w3m -N" }
    #expect(commands.map(\.takesTerminal) == [false, true])
  }
}

@Suite("Base64")
struct Base64Tests {
  @Test(
    "The examples of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func examples(plain: String, encoded: String) {
    #expect(Base64.encoded(Array(plain.utf8)) == encoded)
  }
}
