import CCrypto
import Glibc

/// SHA-256 digests of files, as the manifest records them.
///
/// After FIPS 180-4, https://doi.org/10.6028/NIST.FIPS.180-4
package enum Digest {
  /// Returns whether a name is that of a file that can be read again; a pipe cannot.
  package static func canRead(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Returns the size and the digest of a file, in hexadecimal.
  ///
  /// - Throws: ``OutputError/cannotDigest(path:)`` when the file cannot be read.
  /// - Complexity: O(*n*) for *n* bytes; the file is read in blocks.
  package static func sha256(
    ofFile path: String
  ) throws(OutputError) -> (bytes: Int, hexadecimal: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotDigest(path: path) }
    defer { close(descriptor) }
    let digest = RunningDigest()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while true {
      // Bound: at most the block's size is read, and as much of it digested as was read.
      let count = unsafe block.withUnsafeMutableBytes { bytes in
        let count = unsafe read(descriptor, bytes.baseAddress, bytes.count)
        if count > 0 { unsafe digest.update(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
        return count
      }
      if count == 0 { break }
      guard count > 0 else { throw .cannotDigest(path: path) }
      total += count
    }
    return (total, digest.hexadecimal)
  }
}

/// The SHA-256 digest of bytes that come one after the other.
@safe package final class RunningDigest {
  // Of OpenSSL, from the start to the end of this object and no longer.
  private let context: OpaquePointer

  /// Starts a digest of nothing.
  package init() {
    guard let context = unsafe EVP_MD_CTX_new() else {
      preconditionFailure("RunningDigest: no memory for a digest")
    }
    unsafe self.context = context
    unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  package func update(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBytes { unsafe update($0) } }

  /// Adds numbers, by their bits as the machine stores them.
  package func update(_ values: [Double]) { unsafe values.withUnsafeBytes { unsafe update($0) } }

  /// Adds the bytes of a buffer.
  fileprivate func update(_ bytes: UnsafeRawBufferPointer) {
    // Bound: the buffer's own count.
    unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The digest, 32 bytes; to be asked once.
  package var bytes: [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { bytes in
      _ = unsafe EVP_DigestFinal_ex(context, bytes.baseAddress, nil)
    }
    return digest
  }

  /// The digest in hexadecimal; to be asked once.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
