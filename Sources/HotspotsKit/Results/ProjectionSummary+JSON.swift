package import Interchange
package import Projections

extension ProjectionSummary {
  /// The conversion of coordinates, for the manifest.
  package var json: JSONValue {
    .object([
      .init("source", .text(source)),
      .init("target", .text(target)),
      .init("operation", .text(operation)),
      .init("accuracy_m", .optional(isIdentity ? 0 : accuracyMetres)),
      .init("grids_missing", .array(missingGrids.map(JSONValue.text))),
      .init("ballpark", .boolean(isBallpark)),
      .init("approximation", .optional(approximation)),
    ])
  }
}
