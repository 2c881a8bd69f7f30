/// Stories in order, findable by their words, sources and questions.
///
/// Safe to use from several threads at once. Holds no opinion on files or the network: it takes stories that were read
/// elsewhere.
public final class Catalog: Sendable {
  /// A catalog that lives as long as the process.
  public static func inMemory() throws(CatalogError) -> Catalog {
    Catalog()
  }
}
