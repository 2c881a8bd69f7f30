import Testing

@testable import Terminal

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
      "nice -n 5 bash",
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
    ])
  func schemes(address: String) {
    #expect(refusal(address, "one") == .notWeb)
  }

  @Test("What no URL holds is percent-encoded, so that the address stays one harmless word")
  func encoding() {
    #expect(
      WebAddress.argument(for: "https://example.org/a b\"c`d\\e\nf|g<h>")
        == "https://example.org/a%20b%22c%60d%5Ce%0Af%7Cg%3Ch%3E")
    #expect(WebAddress.argument(for: "HTTPS://Example.org/$(x);&'*") == "https://Example.org/$(x);&'*")
    #expect(WebAddress.argument(for: "https://example.org/é?ü#漢") == "https://example.org/%C3%A9?%C3%BC#%E6%BC%A2")
    #expect(WebAddress.argument(for: "https://bücher.example/") == "https://bücher.example/")
    #expect(WebAddress.argument(for: "https://exa\u{202E}mple.org/") == nil)
    #expect(WebAddress.argument(for: "https://a b.org/") == nil)
  }

  @Test("A user's name before the host is left out, whatever host it passes for")
  func user() {
    #expect(WebAddress.argument(for: "https://good.example@other.example/x@y") == "https://other.example/x@y")
    #expect(WebAddress.argument(for: "https://a:b@c@other.example") == "https://other.example")
    #expect(WebAddress.argument(for: "https://other.example?@good.example") == "https://other.example?@good.example")
    #expect(WebAddress.argument(for: "https://good.example@/") == nil)
  }

  @Test("Without BROWSER the desktop is asked where there is one, and nothing over SSH")
  func desktop() throws {
    #if os(Linux)
      #expect(try words("https://example.org/", ["DISPLAY": ":0"]) == [["xdg-open", "https://example.org/"]])
      #expect(try words("https://example.org/", ["SSH_CONNECTION": "x"]) == [])
    #endif
  }

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
