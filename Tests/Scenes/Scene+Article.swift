import Briefing
import Canvas
import Samples

extension Scene {
  /// The screens of a story with every kind of block.
  static let articles = [
    Scene("article-opens-with-statements-open", .usual, of: BlockSamples.article),
    Scene("article-lists-hang-and-code-is-cut", .usual, of: BlockSamples.article, "] <enter>"),
    Scene("article-quotes-have-bars", .usual, of: BlockSamples.article, "] ] ] <enter>"),
    Scene("article-links-numbered-while-walked", .usual, of: BlockSamples.article, "<tab> <tab> <tab>"),
    Scene("article-letters-beside-links", .usual, of: BlockSamples.article, "] ] j f"),
    Scene("article-small", .small, of: BlockSamples.article, "] <enter> <space>"),
    Scene("article-small-shows-code-whole", .small, of: BlockSamples.article, "] <enter> <space> j j j <enter>"),
    Scene("article-wide", .wide, of: BlockSamples.article, "zR"),
  ]
}
