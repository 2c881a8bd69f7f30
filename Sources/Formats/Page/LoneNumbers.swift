import Briefing

/// Makes items of paragraphs whose numbers stand on lines of their own: `1.`, and below it what comes first.
enum LoneNumbers {
  static func joined(_ blocks: [Block]) -> [Block] {
    let numbers = blocks.map(number)
    // One number alone may be anything.
    let steps = blocks.indices.filter { numbers[$0] != nil && isStep($0, blocks, numbers) }
    guard steps.count > 1, steps.enumerated().allSatisfy({ numbers[$0.element] == $0.offset + 1 }) else {
      return blocks
    }
    let lists = blocks.lazy.flatMap(\.containers).compactMap { if case .item(let item) = $0 { item.list } else { nil } }
    let list = (lists.max() ?? -1) + 1
    let isNumber = Set(steps)
    var joined: [Block] = []
    for (index, block) in blocks.enumerated() where !isNumber.contains(index) {
      var block = block
      if index > 0, let number = numbers[index - 1], isNumber.contains(index - 1) {
        block.containers = [.item(.init(marker: "\(number).", list: list, number: number - 1))]
      }
      joined.append(block)
    }
    return joined
  }

  /// Whether a paragraph follows a number.
  private static func isStep(_ index: Int, _ blocks: [Block], _ numbers: [Int?]) -> Bool {
    let next = index + 1
    return next < blocks.count && blocks[next].kind == .prose && blocks[next].containers.isEmpty && numbers[next] == nil
  }

  private static func number(_ block: Block) -> Int? {
    guard block.kind == .prose, block.containers.isEmpty, block.text.utf8.count < 5, let last = block.text.last,
      last == "." || last == ")"
    else { return nil }
    return Int(block.text.dropLast())
  }
}
