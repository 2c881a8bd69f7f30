import Briefing
import Formats

extension Transfer {
  /// The address that a field `Location` means (RFC 9110, 10.2.2), without who is to be passed for by it.
  /// - Throws: `HTTPFailure.badRedirect` for other schemes, `unreadableRedirect`.
  static func resolve(_ location: String, from address: WebAddress) throws(HTTPFailure) -> WebAddress {
    do throws(WebAddress.Flaw) {
      return try WebAddress(location)
    } catch .otherScheme(let scheme) {
      throw .badRedirect(scheme: String(Gate.text(of: scheme).prefix(32)))
    } catch .noScheme {
      let whole = LinkOrigin(address.text)?.resolve(location)
      guard let whole, let next = try? WebAddress(whole) else { throw .unreadableRedirect }
      return next
    } catch {
      throw .unreadableRedirect
    }
  }
}
