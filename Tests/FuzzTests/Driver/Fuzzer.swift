import Glibc

/// The door that libFuzzer calls with one input after another; the environment says which promise is tried.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  if let sentence = promise.broken(by: Array(UnsafeBufferPointer(start: data, count: size))) {
    print("The promise on the \(promise.rawValue) is broken: \(sentence)")
    fflush(nil)
    abort()
  }
  return 0
}

private let promise: Promise = {
  let name = getenv("COURANT_FUZZ").map { String(cString: $0) } ?? ""
  guard let promise = Promise(rawValue: name) else {
    print("COURANT_FUZZ names none of \(Promise.allCases.map(\.rawValue).joined(separator: ", "))")
    exit(2)
  }
  return promise
}()
