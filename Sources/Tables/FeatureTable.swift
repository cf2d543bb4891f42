public import Geometry

/// A table of features: named, typed columns, optionally with a geometry for each row.
///
/// Every method returns one, and every writer and map accepts one, so that a new method needs no
/// new writer. The method defines the order of the rows.
public struct FeatureTable: Sendable {
  /// The name of the layer or result, used for files and titles.
  public var name: String
  /// The columns, in the order in which they are written.
  public var columns: [Column]
  /// The geometry of the rows.
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

  /// Returns the column with a name; `nil` if there is none.
  public subscript(column name: String) -> Column? { columns.first { $0.name == name } }
}

/// The geometry of a table's rows.
public enum FeatureGeometry: Sendable {
  /// The rows have no geometry.
  case none
  /// Row *i* is area *i* of the outlines.
  case areas(OutlineTable)
  /// Row *i* is the point at `x[i]`, `y[i]`, not-a-number for a row without a position.
  case points(x: [Double], y: [Double])

  /// The number of rows the geometry describes; `nil` if there is none.
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
  /// The name written to files, in snake_case and stable.
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
  /// Text; `nil` is written as empty or null.
  case text([String?])
  /// Whole numbers.
  case integers([Int?])
  /// Real numbers; `nil` is written as empty or null, never as not-a-number.
  case reals([Double?])

  /// The number of values.
  public var count: Int {
    switch self {
    case .text(let values): values.count
    case .integers(let values): values.count
    case .reals(let values): values.count
    }
  }

  /// Removes the value of the last row; there is one.
  public mutating func removeLast() {
    switch self {
    case .text(let values): self = .text(values.dropLast())
    case .integers(let values): self = .integers(values.dropLast())
    case .reals(let values): self = .reals(values.dropLast())
    }
  }

  /// Returns a value as a number; `nil` for text and for missing values.
  public func number(at row: Int) -> Double? {
    switch self {
    case .text: nil
    case .integers(let values): values[row].map(Double.init)
    case .reals(let values): values[row]
    }
  }

  /// Returns a value as text for people; empty if it is `nil`.
  public func description(at row: Int) -> String {
    switch self {
    case .text(let values): values[row] ?? ""
    case .integers(let values): values[row].map(String.init) ?? ""
    case .reals(let values): values[row].map { "\($0)" } ?? ""
    }
  }
}
