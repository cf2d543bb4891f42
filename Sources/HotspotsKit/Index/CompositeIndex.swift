import Boundaries
import HotspotAnalysis
public import Tables

/// An index of several values of areas, each told against the mean of the areas.
///
/// The index of vulnerable localities is one of six values; see <doc:IndexingAreas>.
///
///     let index = CompositeIndex(
///       of: "localities.csv", columns: [.init("burglary_dwelling"), .init("attainment", isTurned: true)])
///     let result = try await Study(boundaries: ["lsoa.shp"], incidents: []).index(by: index)
public struct CompositeIndex: Sendable, Equatable {
  /// A column of the table.
  public struct Column: Sendable, Equatable {
    /// Its name, ignoring case.
    public var name: String
    /// Whether a low value is the bad one, so that it is turned round at the mean.
    public var isTurned: Bool

    /// Names a column.
    public init(_ name: String, isTurned: Bool = false) {
      (self.name, self.isTurned) = (name, isTurned)
    }
  }

  /// The table.
  public var path: String
  /// The columns of the values.
  public var columns: [Column]
  /// The column of the areas' codes; `nil` for the one named like the code field of the boundaries, else
  /// the one that holds most codes of areas; without boundaries the first.
  public var codeColumn: String?

  /// Above this an area has priority: it is twice as badly off as the mean in all respects together
  /// (Chainey 2008).
  public static let priority = 200.0

  /// Describes an index.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - columns: The columns of the values, at least one.
  ///   - codeColumn: The column of the areas' codes; `nil` for one that is found.
  public init(of path: String, columns: [Column], codeColumn: String? = nil) {
    (self.path, self.columns, self.codeColumn) = (path, columns, codeColumn)
  }

  /// The index of each area.
  public struct Result: Sendable {
    /// What was asked.
    public let method: CompositeIndex
    /// The options of the study.
    package let options: StudyOptions
    /// The areas; `nil` for a table without boundaries.
    package let boundaries: BoundaryInput?
    let values: IndexedValues
    let scores: IndexScores
  }
}

extension Study {
  /// Makes an index of the values in a table.
  ///
  /// With boundaries there is a row for each area of the first layer, without them for each row of the
  /// table that has a code. No incident file is opened, and no filter applies.
  ///
  /// - Parameter method: The index.
  /// - Returns: The areas with their values and their index.
  /// - Throws: ``AreaValuesError``, ``CompositeIndexError``, `IncidentError` for a file that cannot be
  ///   read; the errors of boundary files.
  /// - Complexity: O(*r* + *n* log *n*) for *r* rows and *n* areas.
  public func index(by method: CompositeIndex) async throws -> CompositeIndex.Result {
    let boundaries =
      options.boundaries.paths.isEmpty
      ? nil : try await BoundaryInput.load(options, needsMetres: false)
    let values = try IndexedValues(method, for: boundaries?.layers[0])
    observer(.finished(stage: "reading"))
    let scores: IndexScores
    do {
      scores = try IndexScores(
        zip(values.columns, method.columns).map { ($0.values, $1.isTurned) })
    } catch {
      throw CompositeIndexError.noMean(
        path: values.path, column: values.columns[error.respect].name, mean: error.mean)
    }
    return CompositeIndex.Result(
      method: method, options: options, boundaries: boundaries, values: values, scores: scores)
  }
}

extension CompositeIndex.Result {
  /// A row for each area in the order of their codes, or of the table's rows without boundaries, with its
  /// outline: `code`, `name`, each column of the table as 100 times the value over the mean, `index` and
  /// `rank`; `nil` where a value is missing.
  ///
  /// Columns that would have a name twice are numbered: `index_2`.
  public var table: FeatureTable {
    var taken: Set<String> = ["code", "name", "index", "rank"]
    var columns = [Column("code", .text(values.codes)), Column("name", .text(values.names))]
    for (column, scores) in zip(values.columns, scores.scores) {
      var (name, number) = (column.name, 1)
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(column.name)_\(number)"
      }
      columns.append(Column(name, .reals(scores)))
    }
    columns.append(Column("index", .reals(scores.index)))
    columns.append(Column("rank", .integers(scores.ranks)))
    guard let boundaries else { return FeatureTable(name: "index", columns: columns) }
    return FeatureTable(
      name: boundaries.layers[0].name, columns: columns,
      geometry: .areas(boundaries.layers[0].outlines), crs: boundaries.crs)
  }

  /// Where each row of the table went.
  public var reconciliation: Reconciliation { values.reconciliation }

  /// What people should know before they look at the index.
  public var findings: [Finding] { boundaries?.findings ?? [] }
}

/// Why an index cannot be made.
public enum CompositeIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A column's mean is not above zero; `nil` for a column without a value.
  case noMean(path: String, column: String, mean: Double?)
  /// A column is named twice.
  case repeatedColumn(String)
  /// No row has a code.
  case noRows(path: String, code: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noMean(let path, let column, nil):
      "cannot index '\(column)' of '\(path)': no area has a value"
    case .noMean(let path, let column, let mean?):
      "cannot index '\(column)' of '\(path)': its mean is \(mean), one above zero is needed"
    case .repeatedColumn(let column):
      "cannot index '\(column)' twice: each column is allowed once"
    case .noRows(let path, let code):
      "cannot index '\(path)': no row has a code in '\(code)', at least one is needed"
    }
  }
}
