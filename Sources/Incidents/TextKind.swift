/// How the text of a file is encoded, as far as its bytes tell.
package enum TextKind: Int, Sendable, Comparable {
  /// Letters without accents only: the same in every encoding that is read.
  case ascii
  /// Valid UTF-8.
  case utf8
  /// Not UTF-8; read as Windows-1252.
  case windows1252

  /// Looks at bytes that begin and end with whole characters.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(of bytes: Span<UInt8>) {
    guard let text = try? UTF8Span(validating: bytes) else {
      self = .windows1252
      return
    }
    self = text.isKnownASCII ? .ascii : .utf8
  }

  /// The encoding's name; letters without accents are UTF-8 too.
  var name: String { self == .windows1252 ? "Windows-1252" : "UTF-8" }

  /// Orders so that a file is what the last of its blocks in this order is.
  package static func < (left: TextKind, right: TextKind) -> Bool { left.rawValue < right.rawValue }
}
