public import Assignment
import Boundaries
public import HotspotAnalysis
public import Incidents

/// Counts incidents by two things at once: a row for each value of one, a column for each of the
/// other.
///
/// Each incident counts in exactly one cell. With boundaries only incidents in an area of the first
/// layer count; without them every row does, wherever it lies. See <doc:CrossTabulating>.
///
///     let table = try await study.run(CrossTabulation(rows: .category, across: .column("Gender")))
///     table.table[column: "Female"]
///
/// With hours asked for, cells hold the incidents expected in them.
public struct CrossTabulation: StudyMethod {
  /// What rows or columns are of.
  public enum Side: Sendable, Equatable {
    /// The areas of the first layer; needs boundaries.
    case area
    /// The categories.
    case category
    /// The months of the starts, by the local clock.
    case month
    /// Night and day, by the start.
    case night(HoursOfDay)
    /// The texts in a column, given by its name or by what it serves for, such as `location`.
    case column(String)
  }

  /// Bands for the numbers of a column.
  public struct Bands: Sendable, Equatable {
    /// The column; `nil` for the one side that is a column of numbers.
    public var column: String?
    /// The bands.
    public var bands: NumberBands

    /// Asks for bands.
    public init(_ bands: NumberBands, of column: String? = nil) {
      self.bands = bands
      self.column = column
    }
  }

  /// What the rows are of.
  public var rows: Side
  /// What the columns are of.
  public var across: Side
  /// The columns whose numbers are cut into bands.
  public var bands: [Bands] = []
  /// What fractions are of; `nil` for counts.
  public var share: CrossShare?
  /// Whether incidents without one of the two values are left out.
  public var knownOnly = false
  /// How many rows have a line of their own, at least 1; `nil` for all.
  ///
  /// The others are added up in one.
  public var topRows: Int?
  /// The same of columns.
  public var topColumns: Int?

  /// The most columns of values that are laid out.
  public static let columnLimit = 200

  /// Creates the method; the two sides differ.
  public init(rows: Side, across: Side) {
    self.rows = rows
    self.across = across
  }

  /// What the two sides need.
  public var needs: StudyNeeds {
    var needs = counts.needs
    needs.period = true
    return needs
  }

  /// Settles what is counted by.
  ///
  /// - Throws: ``InputError/noBoundaries`` if areas are counted by and there are none.
  public func plan(for study: OpenedStudy) throws -> CrossCounts.Plan {
    try counts.plan(for: study)
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: CrossCounts.Plan) -> CrossCounter { counts.sink(plan) }

  /// Lays out what the workers counted.
  ///
  /// - Throws: ``CrossCountsError`` for more combinations than are counted;
  ///   ``CrossTabulationError`` for too many columns, and for bands of what is no number.
  /// - Complexity: O(*n* log *n* + *r* *c*) for *n* combinations, *r* rows and *c* columns.
  public func result(
    _ plan: CrossCounts.Plan, shares: [StudyShare<CrossCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    try Result(self, counts.result(plan, shares: shares, reading: reading))
  }

  var counts: CrossCounts { CrossCounts(by: [rows.dimension, across.dimension]) }

  /// The table, and what is left out of it.
  public struct Result: Sendable {
    /// What was asked.
    public let method: CrossTabulation
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The cells in their order.
    package let crossTable: CrossTable
    /// The incidents whose text is no number, where that was to be cut into bands; one text of each
    /// column.
    package let unread: [UnreadNumbers]

    /// The incidents of a column that is cut into bands whose text is no number.
    package struct UnreadNumbers: Sendable, Equatable {
      let column: String
      let incidents: Int
      let example: String
    }
  }
}

extension CrossTabulation.Side {
  /// The side as a dimension of counts.
  var dimension: CrossCounts.Dimension {
    switch self {
    case .area: .area
    case .category: .category
    case .month: .month
    case .night(let hours): .night(hours)
    case .column(let name): .column(name)
    }
  }

  /// What tables call it.
  package var heading: String {
    switch self {
    case .area: "area"
    case .category: "category"
    case .month: "month"
    case .night: "night"
    case .column(let name): name
    }
  }

  /// The column that it is; `nil` for the others.
  var column: String? { if case .column(let name) = self { name } else { nil } }
}
