/// Why there is no answer. What a server wrote stands in none of it, but for names of hosts and schemes.
public enum HTTPFailure: Error, Hashable, Sendable {
  /// There is no libcurl on this machine, or one that lacks what is needed.
  case noLibrary
  /// The network is not to be used.
  case offline
  /// Content named an address of this machine or of a private network.
  case refusedAddress(host: String)
  case noSuchHost(String)
  case noSuchProxy
  /// Nobody listens there.
  case connectionRefused(host: String)
  case unreachable(host: String)
  case noConnection(seconds: Int)
  /// It did not come to an end.
  case timedOut(seconds: Int)
  /// Nothing came, or next to nothing.
  case silent(seconds: Int)
  case tooLarge(bytes: Int)
  case headTooLarge(bytes: Int)
  /// It became so large when it was unpacked that it is a trap.
  case bomb
  case tls(TLSFlaw)
  case tooManyRedirects(Int)
  /// It sent on to an address that is none of the web.
  case badRedirect(scheme: String)
  /// It sent on what was for itself alone: to whom.
  case keptBack(from: String)
  /// It sent on to nowhere.
  case unreadableRedirect
  /// The connection ended before the answer did.
  case cutShort
  /// What came is no HTTP.
  case malformed
  /// It is packed in a way that cannot be unpacked.
  case badEncoding
  /// The proxy of the environment cannot be reached, or does not open a way.
  case proxy
  case cancelled
  /// The machine has no memory, thread or descriptor left for it.
  case noRoom
  /// Anything else, by the number that libcurl has for it.
  case other(Int)
}

/// What is wrong with a server's certificate, or the way it encrypts.
public enum TLSFlaw: Hashable, Sendable {
  case expired, notYetValid, otherHost, selfSigned, unknownIssuer, outdated
  /// The file of certificates that the environment names cannot be read.
  case noCertificates
  case other
}

extension HTTPFailure {
  /// The failure in plain words, without an end mark, to stand behind the name of what was fetched.
  public var sentence: String {
    switch self {
    case .noLibrary: "libcurl is not installed; on Debian or Ubuntu: apt install libcurl4"
    case .offline: "the network is switched off"
    case .refusedAddress(let host): "\(host) is an address of this machine or a private network"
    case .noSuchHost(let host): "no host is called \(host), or the network is down"
    case .noSuchProxy: "the proxy of the environment is not found"
    case .connectionRefused(let host): "nobody answers at \(host)"
    case .unreachable(let host): "no connection to \(host)"
    case .noConnection(let seconds): "no connection within \(Self.time(seconds))"
    case .timedOut(let seconds): "no whole answer within \(Self.time(seconds))"
    case .silent(let seconds): "no answer within \(Self.time(seconds))"
    case .tooLarge(let bytes): "the answer is larger than \(Self.size(bytes))"
    case .headTooLarge(let bytes): "the head of the answer is larger than \(Self.size(bytes))"
    case .bomb: "the answer is packed so as to fill the memory"
    case .tls(let flaw): flaw.sentence
    case .tooManyRedirects(let count): "the server sends on to another address more than \(count) times"
    case .badRedirect(let scheme): "the server sends on to an address of “\(scheme):”"
    case .keptBack(let origin):
      "the server sends on to \(origin), where no password is sent; if that is right, write its address into the settings"
    case .unreadableRedirect: "the server sends on to an address that is none"
    case .cutShort: "the connection ended before the answer did"
    case .malformed: "the server does not speak HTTP"
    case .badEncoding: "the answer cannot be unpacked"
    case .proxy: "the proxy of the environment is not there, or does not let it through"
    case .cancelled: "it was cancelled"
    case .noRoom: "the machine has no room for another connection"
    case .other(let number): "libcurl failed with number \(number)"
    }
  }

  private static func time(_ seconds: Int) -> String { seconds == 1 ? "1 second" : "\(seconds) seconds" }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) bytes"
  }
}

extension TLSFlaw {
  fileprivate var sentence: String {
    switch self {
    case .expired: "the certificate has expired"
    case .notYetValid: "the certificate is not valid yet"
    case .otherHost: "the certificate is for another host"
    case .selfSigned: "the certificate is signed by the server itself"
    case .unknownIssuer: "the certificate is signed by nobody who is trusted here"
    case .outdated: "the server encrypts in an outdated way"
    case .noCertificates: "the certificates that the environment names cannot be read"
    case .other: "the encrypted connection failed"
    }
  }
}
