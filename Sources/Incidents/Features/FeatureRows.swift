/// The features of a file, one after the other.
protocol FeatureRows: AnyObject {
  /// What the format calls a feature, for messages.
  var noun: String { get }
  /// What the file says the coordinates mean; absent where it says nothing.
  var crs: String? { get }
  /// The names of the attributes.
  var names: [String] { get }
  /// How many bytes of the file have been read.
  var bytesRead: Int { get }
  /// Attributes met too late to have a column, the first few of them.
  var unlistedNames: [String] { get }

  /// Appends the next feature as a row of text.
  ///
  /// - Returns: False when there are no more.
  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool
}

extension FeatureRows {
  var unlistedNames: [String] { [] }
}

/// How what the coordinates of features mean is told.
package struct FeatureSystem: Sendable {
  /// The system that the user named.
  package var named: String?
  /// Whether a system has longitudes and latitudes; nil for one that is not known.
  package var isGeographic: @Sendable (String) -> Bool?

  /// Describes where systems are looked up.
  package init(
    named: String? = nil,
    isGeographic: @escaping @Sendable (String) -> Bool? = { $0 == "EPSG:4326" }
  ) {
    self.named = named
    self.isGeographic = isGeographic
  }
}

/// What a dataset of features is, beside its rows.
package struct FeatureOrigin: Sendable, Equatable {
  /// What the format calls a feature, for messages: `feature`, `row`, `record`.
  package var noun: String
  /// What the coordinates mean; absent where neither the user nor the file says.
  package var crs: String?
}

/// Features on their way to be comma-separated text.
struct FeatureRow {
  /// The text so far.
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends the coordinates of a point.
  mutating func append(x: Double, y: Double) {
    bytes.append(contentsOf: "\(x),\(y)".utf8)
  }

  /// Appends the coordinates of a point as they are written in the file.
  mutating func append(x: ArraySlice<UInt8>, y: ArraySlice<UInt8>) {
    bytes.append(contentsOf: x)
    separate()
    bytes.append(contentsOf: y)
  }

  /// Appends two empty coordinates.
  mutating func appendNoPlace() { separate() }

  /// Appends what stands for a geometry that is no point: no number can be read from it.
  mutating func appendNoPoint() {
    bytes.append(contentsOf: "geometry,".utf8)
  }

  /// Appends what separates fields.
  mutating func separate() { bytes.append(UInt8(ascii: ",")) }

  /// Ends the row.
  mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  /// Appends the name of a column, always in quotes, so that no letter of it can be taken for a
  /// delimiter.
  mutating func append(name: String) { appendQuoted(Array(name.utf8)[...]) }

  /// Appends a field, in quotes where it needs them.
  mutating func append(_ field: ArraySlice<UInt8>) {
    let needsQuotes = field.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    if needsQuotes { appendQuoted(field) } else { bytes.append(contentsOf: field) }
  }

  private mutating func appendQuoted(_ field: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      // No text has this byte, and text with it would be taken for something else.
      if byte != 0 { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
