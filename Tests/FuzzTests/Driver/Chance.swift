import Glibc

/// Tries as many texts of a kind, `forged` or `mixed`, as the second argument says, by chance from the third on.
@main
enum Chance {
  static func main() {
    let (kind, numbers) = (CommandLine.arguments.dropFirst().first, CommandLine.arguments.compactMap { Int($0) })
    let (count, seed) = (numbers.first ?? 1_000_000, UInt64(numbers.dropFirst().first ?? 1))
    let flaw = kind == "mixed" ? MixedText.flaw(in: count, seed: seed) : ForgedText.flaw(in: count, seed: seed)
    print("\(count) texts: \(flaw ?? "every promise holds")")
    if flaw != nil { exit(1) }
  }
}
