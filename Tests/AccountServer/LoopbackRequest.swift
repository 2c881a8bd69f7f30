#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A request of a test's own to a server on this machine.
enum LoopbackRequest {
  struct Failure: Error { var reason: String }

  /// Posts JSON, and gives the body of the answer.
  static func post(_ path: String, _ body: [UInt8], port: UInt16) throws(Failure) -> [UInt8] {
    let descriptor = try connect(to: port)
    defer { close(descriptor) }
    let head = "POST \(path) HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    try send(Array(head.utf8) + body, on: descriptor)
    let answer = receive(from: descriptor)
    guard let end = answer.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]) else { throw Failure(reason: "no answer") }
    let status = String(decoding: answer.prefix(while: { $0 != 0x0D }), as: UTF8.self)
    guard status.contains(" 200 ") else { throw Failure(reason: status) }
    return Array(answer[end.upperBound...])
  }

  private static func connect(to port: UInt16) throws(Failure) -> Int32 {
    #if os(Linux)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        #if os(Linux)
          Glibc.connect(descriptor, plain, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        #else
          Darwin.connect(descriptor, plain, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        #endif
      }
    }
    guard isConnected else {
      close(descriptor)
      throw Failure(reason: "no connection to port \(port)")
    }
    return descriptor
  }

  private static func send(_ bytes: [UInt8], on descriptor: Int32) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + sent, bytes.count - sent) }
      guard count > 0 else { throw Failure(reason: "the server hung up") }
      sent += count
    }
  }

  private static func receive(from descriptor: Int32) -> [UInt8] {
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { return answer }
      answer += piece[..<count]
    }
  }
}
