import Boundaries
import Interchange
import Projections
public import Tables

/// A layer that was read with the fields of its file.
public struct LayerResult: Sendable {
  /// A row for each area in the order of their codes: `code`, `name` and the fields of the file, its
  /// geometry in the system of the study.
  public let table: FeatureTable
  /// The digests of the inputs.
  public let digests: FileDigests
  let boundaries: BoundaryInput
  /// From the system of the file to that of the study; `nil` for a file without geometry.
  let conversion: ProjectionPlan?

  /// What was chosen.
  public var choices: [Choice] {
    [
      Choice(
        "layers", .array(boundaries.layers.map(\.chosen)), sentences: boundaries.notes),
      Choice("crs", .text(boundaries.crs)),
      Choice("crs_name", .text(boundaries.crsName), sentences: conversionSentences),
    ] + boundaries.systemChoices
  }

  /// What was left out of the file or repaired in it.
  public var findings: [Finding] { Finding.ofConversion(conversion?.summary) + boundaries.findings }

  private var conversionSentences: [String] {
    guard let conversion else { return [] }
    let name = conversion.isIdentity ? "projection" : "projection, taken backwards"
    return ["\(name): \(conversion.summary.line)"]
  }
}

extension Manifest {
  /// Creates a record of a layer that was written.
  ///
  /// - Parameters:
  ///   - result: What was read and written.
  ///   - command: What was run.
  public init(of result: LayerResult, command: String = "export") {
    let layer = result.boundaries.layers[0]
    self.init(
      command: command, options: [], incidents: [], boundaries: [(layer.path, layer.recordCount)],
      digests: result.digests, chosen: result.choices.members,
      projection: result.conversion?.summary, reconciliations: [], outputs: [],
      warnings: result.findings.filter(\.isWarning).map(\.description))
  }
}
