import CCurl

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension HTTPFailure {
  /// What libcurl's result means.
  /// - Parameters:
  ///   - reason: what libcurl says of it; only looked through for known words.
  ///   - verification: the number of the certificate's flaw, where libcurl knows one.
  init(result: Int, reason: String, verification: Int, systemError: Int32, host: String) {
    // A tunnel that a proxy does not open ends like a connection that is cut.
    let isTunnel = reason.contains("CONNECT") && result == COURANT_RECEIVE_ERROR
    self =
      switch isTunnel ? COURANT_PROXY_FAILED : result {
      case COURANT_NO_SUCH_PROXY: .noSuchProxy
      case COURANT_NO_SUCH_HOST: .noSuchHost(host)
      case COURANT_NO_CONNECTION:
        systemError == ECONNREFUSED ? .connectionRefused(host: host) : .unreachable(host: host)
      case COURANT_UNSUPPORTED_PROTOCOL, COURANT_WEIRD_REPLY, COURANT_HTTP2, COURANT_HTTP2_STREAM: .malformed
      case COURANT_PARTIAL, COURANT_GOT_NOTHING, COURANT_SEND_ERROR, COURANT_RECEIVE_ERROR: .cutShort
      case COURANT_NO_MEMORY: .noRoom
      case COURANT_BAD_ENCODING, COURANT_WRITE_ERROR: .badEncoding
      case COURANT_TLS_FAILED, COURANT_TLS_ENGINE, COURANT_TLS_OWN_CERTIFICATE, COURANT_TLS_CIPHER, COURANT_TLS_PEER,
        COURANT_TLS_CA_FILE, COURANT_TLS_ISSUER:
        .tls(TLSFlaw(result: result, reason: reason.lowercased(), verification: verification))
      case COURANT_PROXY_FAILED: .proxy
      default: .other(result)
      }
  }
}

extension TLSFlaw {
  /// By the words of OpenSSL and of GnuTLS, and by the numbers of OpenSSL.
  fileprivate init(result: Int, reason: String, verification: Int) {
    func says(_ words: String...) -> Bool { words.contains(where: reason.contains) }
    if result == COURANT_TLS_CA_FILE {
      self = .noCertificates
    } else if says("has expired", "expiration date has passed") || verification == 10 {
      self = .expired
    } else if says("not yet valid", "activation date is in the future") || verification == 9 {
      self = .notYetValid
    } else if says("does not match", "no alternative certificate subject", "subject name mismatch", "hostname mismatch")
    {
      self = .otherHost
    } else if says("self-signed", "self signed") || verification == 18 || verification == 19 {
      self = .selfSigned
    } else if says("unable to get", "issuer", "verification failed", "unknown ca") || verification == 20 {
      self = .unknownIssuer
    } else if says("protocol version", "unsupported protocol", "no protocols", "too small", "version too low") {
      self = .outdated
    } else {
      self = .other
    }
  }
}
