import Foundation

/// Learns where headings end. See docs/heading-boundary.md.
///
///     train-boundary gather FOLDER > pairs.tsv
///     train-boundary learn OUT [--without SITE]... [--words N] PAIRS...
///     train-boundary pack TABLE OUT
///     train-boundary judge PAIRS...
///     train-boundary time PAIRS...
///     train-boundary why TEXT
let arguments = Array(CommandLine.arguments.dropFirst())

switch arguments.first {
case "gather" where arguments.count == 2:
  for pair in gather(arguments[1]) { print("\(pair.site)/\(pair.article)\t\(pair.heading)\t\(pair.body.prefix(400))") }
case "learn":
  try Training(Array(arguments.dropFirst())).run()
case "pack" where arguments.count == 3:
  let table = try String(contentsOfFile: arguments[1], encoding: .utf8)
  let lexicon = PackedLexicon(table.split(separator: "\n").compactMap { PackedLexicon.Entry($0) })
  try Generated.pack(lexicon, to: arguments[2])
case "judge":
  let pairs = try arguments.dropFirst().flatMap(Pair.read)
  let report = Report(pairs)
  print(report.text)
  for (pair, found) in report.misses.prefix(200) {
    let run = pair.run
    let wrong = String(decoding: run[..<min(found, run.count)], as: UTF8.self)
    print("\(pair.site): \(pair.heading) ¦ \(pair.body.prefix(60))\n      → \(wrong.suffix(100))")
  }
case "why" where arguments.count == 2:
  print(HeadingEnd.why(arguments[1]))
case "time":
  let runs = try arguments.dropFirst().flatMap(Pair.read).map(\.run)
  let clock = ContinuousClock()
  var checksum = 0
  let rounds = max(1, 200_000 / max(1, runs.count))
  let spent = clock.measure {
    for _ in 0..<rounds {
      for run in runs { checksum += run.withUnsafeBufferPointer { HeadingEnd.find(in: $0).body } }
    }
  }
  print("\(spent / max(1, rounds * runs.count)) a heading (\(checksum))")
default:
  print(
    "usage: train-boundary gather FOLDER | learn OUT [--without SITE] [--words N] PAIRS… | pack TABLE OUT | judge PAIRS… | time PAIRS… | why TEXT"
  )
  exit(64)
}
