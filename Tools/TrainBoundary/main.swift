import Foundation

/// Learns where headings end. See docs/heading-boundary.md.
///
///     train-boundary gather FOLDER > pairs.tsv
///     train-boundary learn OUT [--without SITE]... [--words N] PAIRS...
///     train-boundary judge PAIRS...
let arguments = Array(CommandLine.arguments.dropFirst())

switch arguments.first {
case "gather" where arguments.count == 2:
  for pair in gather(arguments[1]) { print("\(pair.site)\t\(pair.heading)\t\(pair.body.prefix(400))") }
case "learn":
  try Training(Array(arguments.dropFirst())).run()
case "judge":
  let pairs = try arguments.dropFirst().flatMap(Pair.read)
  let report = Report(pairs, by: .learned)
  print(report.text)
  for (pair, found) in report.misses.prefix(200) {
    let run = pair.run
    let wrong = String(decoding: run[..<min(found, run.count)], as: UTF8.self)
    print("\(pair.site): \(pair.heading) ¦ \(pair.body.prefix(60))\n      → \(wrong.suffix(100))")
  }
default:
  print("usage: train-boundary gather FOLDER | learn OUT [--without SITE] [--words N] PAIRS… | judge PAIRS…")
  exit(64)
}
