import Canvas

@testable import Terminal

/// The decoder gives the same keys however the bytes are cut, keeps a bounded amount, and always comes back to its start.
enum KeyPromise {
  static func broken(by input: [UInt8]) -> String? {
    var whole = KeyDecoder()
    let keys = whole.take(input)
    var pieces = KeyDecoder()
    if input.flatMap({ pieces.take([$0]) }) != keys { return "cut at every byte, other keys come out" }
    if keys.count > input.count { return "more keys than bytes" }
    for key in keys {
      if let flaw = flaw(in: key) { return flaw }
    }
    for _ in 0..<3 where whole.patience != nil { _ = whole.giveUp() }
    if whole.patience != nil { return "nothing ends what was begun" }
    return whole.take([0x6A]) == [.key(.scalar("j"))] ? nil : "a key after it is not itself"
  }

  private static func flaw(in input: KeyDecoder.Input) -> String? {
    switch input {
    case .pasted(let text): text.utf8.count > 3 * KeyDecoder.longestPaste ? "a paste is too long" : nil
    case .key(.scalar(let scalar)): isControl(scalar) ? "a control is taken for a letter" : nil
    case .mouse(let mouse): isOnScreen(mouse.point) ? nil : "the mouse is off every screen"
    case .key, .pasteTooLong: nil
    }
  }

  private static func isOnScreen(_ point: Point) -> Bool {
    (0..<1 << 16).contains(point.column) && (0..<1 << 16).contains(point.row)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }
}
