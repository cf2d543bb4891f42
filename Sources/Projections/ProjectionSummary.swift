/// What was done to the coordinates, for the manifest, the notes and the foot of a map.
package struct ProjectionSummary: Sendable, Equatable {
  /// A more accurate operation that was not used because its grids are missing.
  package struct SkippedOperation: Sendable, Equatable {
    /// PROJ's name of it.
    package let operation: String
    /// How far its results may be off, in metres; `nil` if nobody said.
    package let accuracyMetres: Double?
    /// The grids that it needs and that are not here.
    package let missingGrids: [MissingGrid]
  }

  /// The code, or else the name, of the system the coordinates were in.
  package let source: String
  /// The code, or else the name, of the system they are in now.
  package let target: String
  /// The name of the system the coordinates were in.
  package let sourceName: String
  /// The name of the system they are in now.
  package let targetName: String
  /// PROJ's name of the operation; `identity` when both systems are the same.
  package let operation: String
  /// The part of the name that says how the datum changes.
  package let datumShift: String
  /// How far a result may be off, in metres: 0 when exact, `nil` if nobody said.
  package let accuracyMetres: Double?
  /// Whether the change of datum was left out.
  package let isBallpark: Bool
  /// The best of the more accurate operations that could not be used.
  package let skippedBetter: SkippedOperation?
  /// How the operation was computed where not by PROJ itself; nil for PROJ itself.
  package var approximation: String?

  init(
    source: String, target: String, sourceName: String, targetName: String, operation: String,
    datumShift: String, accuracyMetres: Double?, isBallpark: Bool, skippedBetter: SkippedOperation?
  ) {
    self.source = source
    self.target = target
    self.sourceName = sourceName
    self.targetName = targetName
    self.operation = operation
    self.datumShift = datumShift
    self.accuracyMetres = accuracyMetres
    self.isBallpark = isBallpark
    self.skippedBetter = skippedBetter
  }

  /// Creates the summary of coordinates that stay as they are.
  init(identityOf source: CoordinateSystem, target: CoordinateSystem) {
    self.init(
      source: source.label, target: target.label, sourceName: source.name, targetName: target.name,
      operation: "identity", datumShift: "identity", accuracyMetres: 0, isBallpark: false,
      skippedBetter: nil)
  }

  /// Whether the coordinates stay as they are.
  package var isIdentity: Bool { operation == "identity" }

  /// The files of the grids that a better operation needs, by their names in PROJ's collection.
  package var missingGrids: [String] { skippedBetter?.missingGrids.map(\.fileName) ?? [] }

  /// One line for the foot of a map.
  ///
  /// `WGS 84 to OSGB36 / British National Grid: OSGB36 to WGS 84 (6), accuracy 2 m (1 m with the
  /// missing grid 'OSTN15_NTv2_OSGBtoETRS.gsb')`
  package var line: String {
    if isIdentity { return "\(targetName), coordinates as given" }
    let accuracy =
      isBallpark
      ? "ballpark, may be 100 m and more off"
      : accuracyMetres.map { $0 == 0 ? "exact" : "accuracy \(Self.metres($0))" }
        ?? "accuracy unknown"
    let better =
      skippedBetter.map { skipped in
        let grids = skipped.missingGrids.map { "'\($0.publishersName ?? $0.fileName)'" }
        return " (\(skipped.accuracyMetres.map(Self.metres) ?? "better") with the missing grid "
          + "\(grids.joined(separator: " and ")))"
      } ?? ""
    return "\(sourceName) to \(targetName): \(datumShift), \(accuracy)\(better)"
  }

  /// How accurate the conversion is and would be with the missing grids; `nil` if none is missing.
  package var possibleGain: String? {
    guard let skippedBetter, !skippedBetter.missingGrids.isEmpty else { return nil }
    let better = skippedBetter.accuracyMetres.map(Self.metres) ?? "better"
    let now = accuracyMetres.map(Self.metres) ?? "unknown"
    let names = skippedBetter.missingGrids.map(\.description).joined(separator: " and ")
    return "the conversion is accurate to \(now), and would be to \(better) with the grid \(names)"
  }

  /// Returns a length as people write it: `2 m`, `0.05 m`.
  private static func metres(_ length: Double) -> String {
    length == length.rounded() && abs(length) < 1e9 ? "\(Int(length)) m" : "\(length) m"
  }
}
