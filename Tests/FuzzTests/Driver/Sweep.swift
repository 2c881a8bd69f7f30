import Glibc

/// The gate on all scalars, on pairs and on as many random strings as the argument says.
@main
enum Sweep {
  static func main() {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000_000
    let flaws = [
      ("scalars", GateSweep.flawInScalars(every: 1)), ("pairs", GateSweep.flawInPairs(every: 1)),
      ("\(count) strings", GateSweep.flawInStrings(count, seed: 20_260_428)),
    ]
    for (what, flaw) in flaws { print("\(what): \(flaw ?? "every promise holds")") }
    if flaws.contains(where: { $0.1 != nil }) { exit(1) }
  }
}
