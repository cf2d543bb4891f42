/// Why a GeoJSON file cannot be read; features count from 1, bytes of a line from 1.
package enum GeoJSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file of this name.
  case noSuchFile(path: String)
  /// The system refuses to read the file.
  case unreadable(path: String, reason: String)
  /// The text is not JSON.
  case syntax(path: String, place: Place, reason: String)
  /// The text is JSON and not GeoJSON.
  case notGeoJSON(path: String, place: Place, reason: String)
  /// The text names a system behind its features, once they have been read in another.
  case lateSystem(path: String, place: Place, crs: String)
  /// A feature is larger than can be.
  case tooLong(path: String, feature: Int, limit: Int)

  /// A position in the text.
  package struct Place: Sendable, Equatable {
    /// The line, from 1.
    package var line: Int
    /// The byte of the line, from 1.
    package var byte: Int
    /// The feature in which it lies or behind which it stands, from 1; 0 before the first.
    package var feature: Int

    /// Describes a position.
    package init(line: Int, byte: Int, feature: Int) {
      self.line = line
      self.byte = byte
      self.feature = feature
    }

    /// The position in words.
    var words: String {
      "line \(line), byte \(byte)" + (feature > 0 ? ", feature \(feature)" : "")
    }
  }

  /// Whether the error is that a file is not there, which has an exit status of its own.
  package var isMissingFile: Bool {
    if case .noSuchFile = self { true } else { false }
  }

  /// The message: what cannot be done, what was found, what is allowed.
  package var description: String {
    switch self {
    case .noSuchFile(let path):
      "cannot read '\(path)': there is no such file"
    case .unreadable(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .syntax(let path, let place, let reason):
      "cannot read '\(path)': \(place.words): it is not JSON: \(reason)"
    case .notGeoJSON(let path, let place, let reason):
      "cannot read '\(path)': \(place.words): \(reason)"
    case .lateSystem(let path, let place, let crs):
      "cannot read '\(path)': \(place.words): the 'crs' behind the features is \(crs), and they have "
        + "been read in another"
    case .tooLong(let path, let feature, let limit):
      "cannot read '\(path)': feature \(feature) has more than \(limit / 1_048_576) MiB of text"
    }
  }
}
