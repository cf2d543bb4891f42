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
    guard let context = unsafe EVP_MD_CTX_new() else { throw .cannotDigest(path: path) }
    defer { unsafe EVP_MD_CTX_free(context) }
    unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while true {
      // Bound: at most the block's size is read, and as much of it digested as was read.
      let count = unsafe block.withUnsafeMutableBytes { bytes in
        let count = unsafe read(descriptor, bytes.baseAddress, bytes.count)
        if count > 0 { unsafe EVP_DigestUpdate(context, bytes.baseAddress, count) }
        return count
      }
      if count == 0 { break }
      guard count > 0 else { throw .cannotDigest(path: path) }
      total += count
    }
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { bytes in
      _ = unsafe EVP_DigestFinal_ex(context, bytes.baseAddress, nil)
    }
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return (total, String(decoding: text, as: UTF8.self))
  }
}
