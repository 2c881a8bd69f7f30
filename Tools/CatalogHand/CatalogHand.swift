import Catalog
import Foundation

/// Does to a catalog what `make torture` needs and no command does.
///
///     catalog-hand content PATH                what the user has, a line each
///     catalog-hand forward PATH                brings it to made-up newer versions, and says what the user has then
///     catalog-hand follow|unfollow|refresh|read|keep|expire PATH
///                                          what following a feed and keeping a page change in it
///     catalog-hand sitting PATH FOLDER COUNT   changes it many times over, telling each time when that is done
///     catalog-hand read PATH SECONDS           asks for all there is, again and again
///     catalog-hand write PATH SECONDS NUMBER   sets marks and notes all the time, and looks whether any is lost
@main
enum CatalogHand {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { return print("usage: catalog-hand content|forward|sitting|read|write PATH …") }
    do {
      try act(arguments[0], on: arguments[1], Array(arguments.dropFirst(2)))
    } catch {
      tell("catalog-hand: \(error)")
      exit(1)
    }
  }

  private static func act(_ act: String, on path: String, _ rest: [String]) throws {
    if let act = FeedActs(rawValue: act) { return try act.run(on: Catalog.openOrCreate(at: path)) }
    switch act {
    case "content": try tell(Content.lines(of: Catalog.open(at: path)).joined(separator: "\n"))
    case "forward": try tell(Content.lines(of: Catalog.open(at: path, migrations: .madeUp)).joined(separator: "\n"))
    case "sitting": try Sitting(Catalog.openOrCreate(at: path), states: rest[0]).run(Int(rest[1]) ?? 0)
    case "read": try Crowd(path, seconds: rest[0]).read()
    default: try Crowd(path, seconds: rest[0]).write(number: Int(rest[1]) ?? 0)
    }
  }

  /// Writes a line in one call, so that who watches the calls sees when something was said.
  static func tell(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, bytes.count) }
  }
}
