import Incidents

/// A table of what each category of incidents counts for: days of harm, severity, pounds.
///
///     var options = StudyOptions(boundaries: ["lsoa.shp"], incidents: ["march.csv"])
///     options.weights = WeightFile("harm.csv", name: "harm")
///
/// The file is delimited text or a workbook (`FILE.xlsx:SHEET`), its header may stand below titles.
/// Read are two columns, of categories and values; the Cambridge Crime Harm Index, by titles or
/// codes of offences; and tables of offences, codes and weights. See <doc:WeighingByHarm>.
public struct WeightFile: Sendable, Equatable {
  /// The file.
  public var path: String
  /// What the values are called, with their unit: `harm`, `days`.
  public var name: String
  /// The column of categories, ignoring case; `nil` for those named like offences and their codes.
  public var keyColumn: String?
  /// The column of values; `nil` for the one named like a score, else the only one of numbers.
  public var valueColumn: String?
  /// Whether densities and local statistics are of weights, and not of counts.
  public var weighsPlaces = true

  /// Names a table, its columns and what its values are called.
  public init(
    _ path: String, name: String = "weight", keyColumn: String? = nil, valueColumn: String? = nil
  ) {
    (self.path, self.name) = (path, name)
    (self.keyColumn, self.valueColumn) = (keyColumn, valueColumn)
  }

  /// Reads the table.
  ///
  /// - Throws: ``Incidents/CategoryWeightsError``, and those of files that cannot be read.
  func read() throws -> CategoryWeights {
    try CategoryWeights(path: path, name: name, keyColumn: keyColumn, valueColumn: valueColumn)
  }
}
