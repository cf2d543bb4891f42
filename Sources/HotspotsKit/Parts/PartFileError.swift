/// Why parts cannot be read or joined.
package enum PartFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file does not exist or may not be read.
  case unreadable(path: String, isMissing: Bool)
  /// The file is of another kind.
  case notAPart(path: String)
  /// The file is a part of a format that this program does not know.
  case otherFormat(path: String)
  /// The file was made by another version of the program.
  case otherVersion(path: String, version: String)
  /// The file is cut or was changed.
  case damaged(path: String)
  /// Two parts differ in what they must have in common.
  case mismatch(path: String, other: String, what: String)
  /// A part is given twice.
  case repeated(path: String, other: String)
  /// Outlines or fields of areas are wanted, which parts do not hold.
  case noOutlines(what: String)
  /// The boundary files are not those of the parts.
  case otherBoundaries(path: String)
  /// A file that an option names is not the one of the parts.
  case changedFile(path: String, part: String)
  /// What is asked for needs the incidents themselves.
  case needsIncidents(what: String)

  /// What was found and what is allowed.
  package var description: String {
    switch self {
    case .unreadable(let path, let isMissing):
      isMissing ? "'\(path)' does not exist" : "'\(path)' cannot be read"
    case .notAPart(let path): "'\(path)' is not a part"
    case .otherFormat(let path): "'\(path)' is a part in a format that this version does not know"
    case .otherVersion(let path, let version):
      "'\(path)' was made by version \(version), this is \(Release.version): parts join with those of "
        + "their own version"
    case .damaged(let path): "'\(path)' is damaged: it is cut, or its bytes were changed"
    case .mismatch(let path, let other, let what):
      "'\(path)' and '\(other)' do not join: they differ in \(what)"
    case .repeated(let path, let other):
      path == other
        ? "'\(path)' is given twice: its rows would count twice"
        : "'\(path)' and '\(other)' are the same part: its rows would count twice"
    case .noOutlines(let what):
      "\(what) needs the files of the areas: parts hold neither their outlines nor their fields"
    case .otherBoundaries(let path): "'\(path)' does not hold the areas of the parts"
    case .changedFile(let path, let part):
      "'\(path)' is not the file that '\(part)' was made with"
    case .needsIncidents(let what):
      "\(what) needs the incidents themselves, which parts do not hold"
    }
  }
}
