public import Tables
import Boundaries
import Cartography
import Interchange
package import Tasking

/// Areas with the values of a ready table in place of incidents: a survey by ward.
///
///     let study = Study(boundaries: ["wards.shp"], incidents: [])
///     let survey = try await study.areas(with: ValueFile("survey.csv", column: "unsafe"))
///     try ValueFigure(survey).write(to: "survey.svg")
public struct ValuedAreas: Sendable {
  /// The options of the study.
  package let options: StudyOptions
  /// The areas.
  package let boundaries: BoundaryInput
  /// Their values.
  package let values: AreaValues
  /// How the values go together with another table; `nil` without one.
  package let correlation: AreaCorrelation?
}

extension Study {
  /// Reads the values of areas from a table.
  ///
  /// The areas are those of the first layer. No incident file is opened, and no filter applies.
  ///
  /// - Parameters:
  ///   - file: The table.
  ///   - comparison: Another table, which the values are correlated with; `nil` for none.
  /// - Returns: The areas with their values.
  /// - Throws: ``InputError/noBoundaries``, ``AreaValuesError``, `IncidentError` for a file that cannot
  ///   be read; the errors of boundary files.
  /// - Complexity: O(*r* log *n*) for *r* rows and *n* areas.
  public func areas(
    with file: ValueFile, comparison: ValueFile? = nil
  ) async throws -> ValuedAreas {
    guard !options.boundaries.paths.isEmpty else { throw InputError.noBoundaries }
    let boundaries = try await BoundaryInput.load(options, needsMetres: false)
    let layer = boundaries.layers[0]
    let values = try AreaValues(file, for: layer)
    let correlation = try comparison.map {
      AreaCorrelation(
        of: "'\(values.column)'", values.values,
        with: try AreaValues($0, for: layer, as: .comparison), layer: layer)
    }
    observer(.finished(stage: "reading"))
    return ValuedAreas(
      options: options, boundaries: boundaries, values: values, correlation: correlation)
  }
}

extension ValuedAreas {
  /// A row for each area in the order of their codes, with its outline in the system of the study:
  /// `code`, `name`, and the values in a column of their own name, `nil` where there is none.
  ///
  /// Many programs ignore the case of names: a column called `Code` or `NAME` is numbered, `NAME_2`.
  public var table: FeatureTable {
    let layer = boundaries.layers[0]
    return FeatureTable(
      name: layer.name,
      columns: columns + boundaries.keptFields.columns(ofLayer: 0, beside: columns),
      geometry: .areas(layer.outlines), crs: boundaries.crs)
  }

  /// The columns without fields of the file.
  private var columns: [Column] {
    let layer = boundaries.layers[0]
    let numbers = values.values
    let areWhole = numbers.allSatisfy { $0.map { $0 == $0.rounded() && abs($0) < 1e15 } ?? true }
    return [
      Column("code", .text(layer.codes)), Column("name", .text(layer.names)),
      Column(
        columnName, areWhole ? .integers(numbers.map { $0.map { Int($0) } }) : .reals(numbers)),
    ]
  }

  /// The name of the column of the values.
  package var columnName: String {
    ["code", "name"].contains(values.column.lowercased()) ? "\(values.column)_2" : values.column
  }

  /// Where each row of the table went.
  public var reconciliation: Reconciliation { values.reconciliation }

  /// What was chosen and found.
  public var choices: [Choice] { boundaries.choices + ownChoices }

  /// What was chosen and found beyond the boundaries.
  package var ownChoices: [Choice] {
    [
      Choice(
        "values",
        .object([
          .init("field", .text(values.column)), .init("code_field", .text(values.codeColumn)),
          .init("areas_without", .integer(values.absentCount)),
          .init("are_percentages", .boolean(values.arePercentages)),
        ]),
        "values: '\(values.column)' of '\(values.fileName)', codes from column "
          + "'\(values.codeColumn)'; \(values.words)")
    ] + [correlation?.choice, boundaries.keptFields.choice { _ in columns }].compactMap(\.self)
  }

  /// What people should know before they look at the values.
  public var findings: [Finding] { boundaries.findings }

  /// The areas in words.
  package var noun: AreaNoun {
    AreaNoun(codeField: boundaries.layers[0].codeField, layer: boundaries.layers[0].name)
  }
}

extension Manifest {
  /// Creates a record of areas with the values of a table.
  ///
  /// - Parameters:
  ///   - areas: The areas.
  ///   - digests: The digests of the files, as ``InputWatch/seal()`` returns them.
  ///   - command: What was run.
  public init(
    of areas: ValuedAreas, digests: FileDigests = FileDigests(), command: String = "study"
  ) {
    let tables = [areas.values, areas.correlation?.values].compactMap(\.self)
    self.init(
      command: command, options: [],
      incidents: tables.map { ($0.file.path, $0.reconciliation.read) },
      boundaries: areas.boundaries.files, digests: digests, chosen: areas.choices.members,
      projection: nil, reconciliations: [areas.reconciliation], outputs: [],
      warnings: areas.findings.filter(\.isWarning).map(\.description))
  }
}

extension ResultWriter {
  /// Creates a writer of areas with the values of a table.
  ///
  /// - Parameters:
  ///   - areas: The areas.
  ///   - crs: The coordinate system of the files; `nil` for that of the format.
  public init(_ areas: ValuedAreas, crs: String? = nil) {
    self.init(
      analysisCRS: areas.boundaries.crs, projection: nil, options: areas.options, outputCRS: crs)
    members = [.init("reconciliation", areas.reconciliation.json)]
  }
}
