/// The encoding chosen for an attribute table, and why.
package struct EncodingChoice: Sendable, Equatable {
  /// What an encoding was chosen by.
  package enum Source: String, Sendable, Equatable {
    /// The `.cpg` beside the table.
    case codePageFile = "the .cpg"
    /// The language driver in the table's header.
    case languageDriver = "the .dbf's language driver"
    /// The text itself: what is valid UTF-8 is UTF-8, anything else Windows-1252.
    case content = "the text itself"
  }

  /// The encoding.
  package let encoding: TextEncoding
  /// What it was chosen by.
  package let source: Source
  /// What was wrong on the way.
  let warnings: [ShapefileWarning]

  /// Chooses by the `.cpg`, then by the language driver, then by the text.
  ///
  /// An encoding that the text contradicts is not used.
  ///
  /// - Parameters:
  ///   - codePage: The content of the `.cpg`, nil when there is none.
  ///   - languageDriver: Byte 29 of the table's header.
  ///   - isUTF8: Whether all text is valid UTF-8; asked at most once.
  init(codePage: String?, languageDriver: UInt8, isUTF8: () -> Bool) {
    var warnings: [ShapefileWarning] = []
    let named: (TextEncoding, Source)? =
      if let codePage, let encoding = TextEncoding(codePage: codePage) {
        (encoding, .codePageFile)
      } else if let encoding = TextEncoding(languageDriver: languageDriver) {
        (encoding, .languageDriver)
      } else {
        nil
      }
    if let (encoding, source) = named, encoding != .utf8 || isUTF8() {
      (self.encoding, self.source) = (encoding, source)
    } else if let (encoding, _) = named {
      (self.encoding, source) = (.windows1252, .content)
      warnings.append(.wrongEncoding(named: encoding, used: .windows1252))
    } else {
      (self.encoding, source) = (isUTF8() ? .utf8 : .windows1252, .content)
    }
    if let codePage, !codePage.isEmpty, TextEncoding(codePage: codePage) == nil {
      warnings.append(.unknownCodePage(codePage, used: self.encoding))
    }
    if codePage == nil, named == nil, languageDriver != 0 {
      warnings.append(.unknownLanguageDriver(languageDriver, used: self.encoding))
    }
    self.warnings = warnings
  }
}
