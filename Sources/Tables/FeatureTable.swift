public import Geometry

/// A table of features: named, typed columns, with or without a geometry for each row.
///
/// What every method returns and every writer and map takes, so that a new method needs no new
/// writer. Rows keep the order in which the method defines them.
public struct FeatureTable: Sendable {
  /// The name of the layer or result, used for files and titles.
  public var name: String
  /// The columns, in the order in which they are written.
  public var columns: [Column]
  /// Where the rows lie.
  public var geometry: FeatureGeometry
  /// The coordinate system of the geometry, as a name PROJ accepts; empty without geometry.
  public var crs: String

  /// Creates a table.
  public init(
    name: String, columns: [Column], geometry: FeatureGeometry = .none, crs: String = ""
  ) {
    let count = columns.first?.values.count ?? 0
    precondition(
      columns.allSatisfy { $0.values.count == count }, "FeatureTable: columns differ in length")
    precondition(
      geometry.count.map { $0 == count } ?? true, "FeatureTable: geometry and columns differ")
    self.name = name
    self.columns = columns
    self.geometry = geometry
    self.crs = crs
  }

  /// The number of rows.
  public var rowCount: Int { columns.first?.values.count ?? geometry.count ?? 0 }

  /// Returns the column of a name.
  public subscript(column name: String) -> Column? { columns.first { $0.name == name } }
}

/// The geometry of a table's rows.
public enum FeatureGeometry: Sendable {
  /// The rows have no place.
  case none
  /// Row *i* is area *i* of the outlines.
  case areas(OutlineTable)
  /// Row *i* is the point at `x[i]`, `y[i]`; a row without a place holds not-a-number.
  case points(x: [Double], y: [Double])

  /// The number of rows the geometry describes; absent where there is none.
  public var count: Int? {
    switch self {
    case .none: nil
    case .areas(let outlines): outlines.areaCount
    case .points(let x, _): x.count
    }
  }
}

/// A named column of one type.
public struct Column: Sendable {
  /// The name written to files: snake case, stable.
  public var name: String
  /// The values, one for each row.
  public var values: ColumnValues

  /// Creates a column.
  public init(_ name: String, _ values: ColumnValues) {
    self.name = name
    self.values = values
  }
}

/// The values of a column.
public enum ColumnValues: Sendable, Equatable {
  /// Text; absent values are written as empty or null.
  case text([String?])
  /// Whole numbers.
  case integers([Int?])
  /// Real numbers; absent values are written as empty or null, never as not-a-number.
  case reals([Double?])

  /// The number of values.
  public var count: Int {
    switch self {
    case .text(let values): values.count
    case .integers(let values): values.count
    case .reals(let values): values.count
    }
  }

  /// Returns a value as a number; absent for text and for absent values.
  public func number(at row: Int) -> Double? {
    switch self {
    case .text: nil
    case .integers(let values): values[row].map(Double.init)
    case .reals(let values): values[row]
    }
  }

  /// Returns a value as text for people; empty where it is absent.
  public func description(at row: Int) -> String {
    switch self {
    case .text(let values): values[row] ?? ""
    case .integers(let values): values[row].map(String.init) ?? ""
    case .reals(let values): values[row].map { "\($0)" } ?? ""
    }
  }
}
