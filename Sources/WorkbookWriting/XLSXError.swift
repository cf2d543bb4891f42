import CXLSXWriter

/// Why a workbook cannot be written, in the library's words.
struct XLSXError: Error, Equatable {
  /// What went wrong.
  var reason: String

  /// Throws where a call of the library did not succeed.
  static func check(_ status: lxw_error) throws(XLSXError) {
    guard status != LXW_NO_ERROR else { return }
    let words =
      unsafe lxw_strerror(status).map { unsafe String(cString: $0) } ?? "error \(status.rawValue)"
    throw XLSXError(reason: words.hasSuffix(".") ? String(words.dropLast()) : words)
  }
}
