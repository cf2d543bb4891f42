import Foundation
import Glibc

/// A request over HTTP/1.1 to a program on this machine, with a connection of its own.
///
/// FoundationNetworking stumbles over the header lines of chromedriver.
enum HTTPExchange {
  /// Why there was no answer.
  struct Failure: Error {
    let reason: String
  }

  /// Sends a request and returns the body of the answer, whatever its status.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - port: Where the program listens.
  ///   - path: The path, with its slash.
  ///   - body: The body, JSON.
  /// - Returns: The body of the answer.
  /// - Throws: ``Failure`` where the program does not answer.
  static func send(
    _ method: String, port: UInt16, path: String, body: Data
  ) throws -> Data {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard connection >= 0 else { throw Failure(reason: "no socket") }
    defer { close(connection) }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    unsafe setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    // The address is as long as its own type says.
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure(reason: "nobody listens on port \(port)") }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    try write(Array(head.utf8) + Array(body), to: connection)
    return try readBody(from: connection)
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // The count is that of the slice itself.
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(reason: "the connection broke") }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until the length that the head tells, or the end.
  private static func readBody(from connection: Int32) throws -> Data {
    var answer = Data()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let blank = Data("\r\n\r\n".utf8)
    while true {
      if let end = answer.firstRange(of: blank)?.upperBound {
        let head = String(decoding: answer[..<end], as: UTF8.self).lowercased()
        let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) }
        if let length, answer.count - end >= length { return answer[end..<end + length] }
      }
      // The count is that of the block itself.
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe recv(connection, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { throw Failure(reason: "no whole answer") }
      answer.append(contentsOf: block[..<count])
    }
  }
}
