/// The features of a file, one after the other.
protocol FeatureRows: AnyObject {
  /// What the format calls a feature, for messages.
  var noun: String { get }
  /// What the file says the coordinates mean; `nil` if it says nothing.
  var crs: String? { get }
  /// The names of the attributes.
  var names: [String] { get }
  /// How many bytes of the file have been read, or of its rows where nobody knows.
  var bytesRead: Int { get }
  /// Whether blocks have the features' places as numbers.
  var havePositions: Bool { get }
  /// Whether the file's index could not be used and was made again.
  var hasRebuiltIndex: Bool { get }
  /// Whether the features have attributes and no geometry, as far as is known, so that their
  /// attributes tell where they lie.
  var areAttributesAlone: Bool { get }
  /// How many rows are known, and of about how many bytes of the file they are; `nil` if none
  /// are.
  var sample: (rows: Int, bytes: Int)? { get }

  /// What was put right when the file was opened, as sentences.
  var warnings: [String] { get }

  /// Appends the next of the features that were read with the file's header as a row of text.
  ///
  /// - Returns: False when there are no more.
  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool

  /// Takes the next features unread; asked for once all of ``append(to:)`` have been.
  ///
  /// - Returns: The features; `nil` if there are no more.
  func nextShare() throws(IncidentError) -> (any FeatureShare)?
}

extension FeatureRows {
  var havePositions: Bool { false }
  var hasRebuiltIndex: Bool { false }
  var areAttributesAlone: Bool { false }

  var warnings: [String] { [] }

  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool { false }
}

/// How what the coordinates of features mean is told.
package struct FeatureSystem: Sendable {
  /// The system that the user named.
  package var named: String?
  /// Whether a system has longitudes and latitudes; nil for one that is not known.
  package var isGeographic: @Sendable (String) -> Bool?

  /// Whether the index of a Shapefile that cannot be used is made again from the rest.
  package var rebuildsIndex: Bool

  /// Describes where systems are looked up.
  package init(
    named: String? = nil, rebuildsIndex: Bool = false,
    isGeographic: @escaping @Sendable (String) -> Bool? = { $0 == "EPSG:4326" }
  ) {
    self.named = named
    self.rebuildsIndex = rebuildsIndex
    self.isGeographic = isGeographic
  }
}

/// What a dataset of features is, beside its rows.
package struct FeatureOrigin: Sendable, Equatable {
  /// What the format calls a feature, for messages: `feature`, `row`, `record`.
  package var noun: String
  /// What the coordinates mean; `nil` if neither the user nor the file says.
  package var crs: String?
  /// Whether the file's index could not be used and was made again.
  package var hasRebuiltIndex = false
}
