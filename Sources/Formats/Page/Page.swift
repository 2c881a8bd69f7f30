public import Briefing

/// A page of the web, read as the article that is on it.
public enum Page {
  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: HTML in UTF-8; what is no UTF-8 becomes U+FFFD.
  ///   - url: where the page was found, which its links start from; nil where that is not known.
  /// - Returns: what is on it, whatever the bytes are. Costs linear time, and room for a few times the bytes.
  public static func read(_ bytes: [UInt8], url: String? = nil) -> PageReading {
    bytes.withUnsafeBufferPointer { bytes in
      let (tree, facts) = PageTreeBuilder.build(bytes)
      return PageReader(tree, facts, url: url).read()
    }
  }

  /// Reads a piece of HTML, such as the text of an entry of a feed: all that it shows, without looking for an article in it.
  ///
  /// The story has no headline; everything else is as in `read`.
  public static func fragment(_ bytes: [UInt8], url: String? = nil) -> Reading {
    bytes.withUnsafeBufferPointer { bytes in
      let (tree, facts) = PageTreeBuilder.build(bytes)
      return PageReader(tree, facts, url: url).all()
    }
  }
}

/// What is on a page.
public struct PageReading: Hashable, Sendable {
  /// What kind of page it is.
  public enum Kind: String, Hashable, Sendable {
    /// An article.
    case article
    /// A list of links to other pages, such as the front page of a newspaper.
    case list
    /// It asks for a name and a password, or for money, before it shows more.
    case login
    /// It asks whether a reader is one.
    case challenge
    /// Nothing to read.
    case empty
  }

  public var kind: Kind
  /// The article as a story, and what of the page was set aside; the best that can be had where it is none.
  public var reading: Reading
  /// The language that the page says it is in, as it says it.
  public var language: String?
}
