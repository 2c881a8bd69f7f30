public import Canvas
import Reader

/// A sitting with the reader: keys as a user presses them, most of them moves, the same for the same seed.
public struct Walk {
  /// What is shown after a key.
  public struct Step {
    public var key: Key
    public var canvas: Canvas
  }

  public let steps: [Step]

  public init(size: Size, seed: UInt64, count: Int = 120) {
    var numbers = seed
    var driver = Driver(size: size)
    steps = (0..<count).map { _ in
      let key = Self.key(&numbers)
      driver.send(.keyPressed(key))
      return Step(key: key, canvas: driver.canvas)
    }
  }

  private static let keys: [Key] = {
    let moves = Array("jjjjjjjjkkkk".unicodeScalars).map(Key.scalar) + [.control("e"), .control("y"), .control("d")]
    let others = Array(" bgG]zRhJ1\t2".unicodeScalars).map(Key.scalar)
    return moves + moves + others + [.enter, .enter, .tab, .backTab]
  }()

  /// Numbers that are the same everywhere.
  private static func key(_ state: inout UInt64) -> Key {
    state = state &* 0x2545_F491_4F6C_DD1D &+ 0x9E37_79B9_7F4A_7C15
    state ^= state >> 31
    return keys[Int(state % UInt64(keys.count))]
  }
}
