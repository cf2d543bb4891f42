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
  /// An encoding that the text contradicts is not used: text that is plainly UTF-8 is read so, and
  /// what is named UTF-8 and is not is read as Windows-1252.
  ///
  /// - Parameters:
  ///   - codePage: The content of the `.cpg`, `nil` if there is none.
  ///   - languageDriver: Byte 29 of the table's header.
  ///   - form: What all text looks like as UTF-8; asked at most once.
  init(codePage: String?, languageDriver: UInt8, form: () -> TextForm) {
    var warnings: [ShapefileWarning] = []
    let named: (TextEncoding, Source)? =
      if let codePage, let encoding = TextEncoding(codePage: codePage) {
        (encoding, .codePageFile)
      } else if let encoding = TextEncoding(languageDriver: languageDriver) {
        (encoding, .languageDriver)
      } else {
        nil
      }
    let form = form()
    let fits = named.map { $0.0 == .utf8 ? form != .other : form != .utf8 }
    if let named, fits == true {
      (encoding, source) = named
    } else {
      (encoding, source) = (form == .other ? .windows1252 : .utf8, .content)
      if let (encoding, _) = named {
        warnings.append(.wrongEncoding(named: encoding, used: self.encoding))
      }
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
