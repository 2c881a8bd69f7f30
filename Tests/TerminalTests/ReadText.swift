#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a file holds at the moment, those under /proc included; nothing where there is none.
func readText(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 65536)
  let count = fread(&buffer, 1, buffer.count, file)
  return String(decoding: buffer[..<count], as: UTF8.self)
}
