import Testing

@testable import System
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
    #expect(
      try words(address, ["BROWSER": "one %u:two --at=%U %%u"]) == [
        ["one", address], ["two", "--at=" + address, "%u"],
      ])
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
      "ssh far w3m %s", "x 'a;%s'", "x 'a;%u'", "x 'a %U'",
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
    #expect(ProgramPlace.find("no-such-program-anywhere", in: "/bin:/usr/bin") == nil)
    #expect(ProgramPlace.find("./no-such-program-anywhere", in: "/bin:/usr/bin") == nil)
    #expect(ProgramPlace.find("sh", in: "/nowhere:/bin") == "/bin/sh")
    #expect(ChildProcess.start(["no-such-program-anywhere", "x"], .detached) == nil)
  }

  #if os(Linux)
    @Test("A program that is started has plain signals, whatever this one does with its own")
    func plainSignals() throws {
      let place = try TemporaryPlace()
      let program = try place.write(
        "browser", "#!/bin/sh\ncat /proc/self/status >'\(place.path)/status'\n", isProgram: true)
      let former = signal(SIGXFSZ, SIG_IGN)
      defer { signal(SIGXFSZ, former) }
      let child = try #require(ChildProcess.start([program, "https://example.org/"], .detached))
      #expect(ChildProcess.wait(for: child, until: .now + .seconds(20)) == .status(0))
      // The two that glibc keeps to itself apart, which it has every program that it starts ignore.
      let kept: UInt64 = 3 << 31
      let status = try #require(place.read("status")).split(separator: "\n")
      for line in status.filter({ $0.hasPrefix("SigIgn") || $0.hasPrefix("SigBlk") }) {
        let set = try #require(UInt64(line.split(separator: "\t").last ?? "", radix: 16))
        #expect(set & ~kept == 0, "\(line)")
      }
    }

    @Test("A program that is started has the descriptors 0, 1 and 2 and no other")
    func descriptors() throws {
      let place = try TemporaryPlace()
      let list = place.path + "/list"
      // Descriptors that a careless start would hand on.
      let strays = (0..<8).map { _ in open("/dev/null", O_RDONLY) }
      defer { for stray in strays { close(stray) } }
      let program = try place.write(
        "browser", "#!/bin/sh\nls /proc/self/fd >'\(list)'\n", isProgram: true)
      let child = try #require(ChildProcess.start([program, "https://example.org/"], .detached))
      #expect(ChildProcess.wait(for: child, until: .now + .seconds(20)) == .status(0))
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

  @Test(
    "A browser for the terminal is known behind the programs that become it",
    arguments: [
      ("env w3m", true), ("env FOO=1 -u BAR w3m -N", true), ("nice lynx", true), ("nice -n 5 lynx %s", true),
      ("env nice -n5 elinks", true), ("ionice -c 3 links", true), ("xterm -e w3m", false), ("env xterm -e w3m", false),
      ("env FOO=w3m xterm", false), ("env", false),
    ])
  func wrapped(command: String, takesTerminal: Bool) throws {
    let place = try TemporaryPlace()
    try place.write("xterm", "", isProgram: true)
    let environment = ["BROWSER": command, "DISPLAY": ":0", "PATH": place.path]
    let commands = try Browser.commands(for: "https://example.org/") { environment[$0] }
    #expect(commands.map(\.takesTerminal) == [takesTerminal])
  }

  @Test("A name that the system gives to one of several browsers is known by what it stands for")
  func alternatives() throws {
    let place = try TemporaryPlace()
    for name in ["w3m", "surfer"] { try place.write(name, "", isProgram: true) }
    symlink("w3m", place.path + "/chosen")
    symlink(place.path + "/chosen", place.path + "/x-www-browser")
    symlink("surfer", place.path + "/www-browser")
    func takesTerminal(_ command: String) throws -> Bool? {
      let environment = ["BROWSER": command, "DISPLAY": ":0", "PATH": "/nowhere:" + place.path]
      return try Browser.commands(for: "https://example.org/") { environment[$0] }.first?.takesTerminal
    }
    #expect(try takesTerminal("x-www-browser") == true)
    #expect(try takesTerminal("\(place.path)/x-www-browser") == true)
    #expect(try takesTerminal("env A=1 x-www-browser %s") == true)
    #expect(try takesTerminal("www-browser") == false)
  }

  @Test(
    "A program that looks for a browser finds one for the terminal where there is no desktop",
    arguments: ["sensible-browser", "/nowhere/www-browser", "env xdg-open"])
  func seekers(command: String) throws {
    func takesTerminal(_ desktop: [String: String]) throws -> Bool? {
      let environment = ["BROWSER": command, "PATH": "/nowhere"].merging(desktop) { $1 }
      return try Browser.commands(for: "https://example.org/") { environment[$0] }.first?.takesTerminal
    }
    #if os(Linux)
      #expect(try takesTerminal([:]) == true)
      #expect(try takesTerminal(["DISPLAY": ":0"]) == false)
      #expect(try takesTerminal(["WAYLAND_DISPLAY": "wayland-0"]) == false)
    #endif
  }

  @Test("The home folder may stand at the beginning of a word, which stays one word")
  func home() throws {
    let (address, home) = ("https://example.org/a", "/home/a b")
    func words(_ command: String) throws -> [String]? {
      try self.words(address, ["BROWSER": command, "HOME": home]).first
    }
    #expect(try words("~/bin/one %s") == [home + "/bin/one", address])
    #expect(try words("$HOME/bin/one ~/x") == [home + "/bin/one", home + "/x", address])
    #expect(try words("\"${HOME}/bin/one two\"") == [home + "/bin/one two", address])
    #expect(try words("one x~/y ~z ~") == ["one", "x~/y", "~z", "~", address])
    #expect(try self.words(address, ["BROWSER": "~/one"]) == [["~/one", address]])
  }

  @Test(
    "What only a shell would fill in is refused",
    arguments: ["$BIN/one", "one --profile=$HOME/x", "one `two`", "one $(two)", "$HOME", "${HOME}/a$b"])
  func variables(command: String) {
    #expect(refusal("https://example.org/", command) == .variable(command: command))
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
