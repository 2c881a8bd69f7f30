import ArgumentParser

@main
struct Courant: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "A reader for cited news briefings.")
}
