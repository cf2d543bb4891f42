import HotspotAnalysis
import Incidents

/// What one incident of each category costs, in total and by component.
///
///     let costs = try UnitCosts("unit-costs.csv")
///     costs.components     // "Property", "Health services", "Police"
///     costs.rows[0].total  // 1380
///
/// The table has the columns `category` and `total`, in any letter case; every other named column is a
/// component. Titles above it are passed over. Costs are pounds of nought or more, with or without a pound sign and commas between
/// thousands: `1380`, `1,380.50`, `£1,380`.
public struct UnitCosts: Sendable, Equatable {
  /// What one incident of a category costs.
  public struct Row: Sendable, Equatable {
    /// The category, word for word.
    public let category: String
    /// The cost of each component.
    public let components: [ExactDecimal]
    /// The cost in total, which the file says itself.
    public let total: ExactDecimal
  }

  /// The file.
  public let path: String
  /// The components, word for word, in the order of the file.
  public let components: [String]
  /// The categories, in the order of the file.
  public let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameter path: The file: any usual delimiter, quotes, gzip, or a sheet of a workbook, of which
  ///   the first that has the columns is read.
  /// - Throws: `IncidentError` for a file that cannot be read; ``CostError``.
  /// - Complexity: O(*n*) for *n* fields.
  public init(_ path: String) throws {
    let table = try DelimitedTable(path: path) { header in
      let names = header.map { $0.lowercased() }
      return names.contains("category") && names.contains("total")
    }
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw CostError.noSuchColumn(path: table.path, name: name, header: table.header)
      }
      return column
    }
    let (categories, totals) = (try column("category"), try column("total"))
    let others = table.header.indices.filter {
      $0 != categories && $0 != totals && !table.header[$0].isEmpty
    }
    for (position, other) in others.enumerated()
    where others[..<position].contains(where: { table.header[$0] == table.header[other] }) {
      throw IncidentError.repeatedColumn(path: table.path, name: table.header[other])
    }
    var rows: [Row] = []
    var met: [String: String] = [:]
    for (index, fields) in table.rows.enumerated() where fields.contains(where: { !$0.isEmpty }) {
      let (row, category) = (table.place(ofRow: index), fields[categories])
      if category.isEmpty { throw CostError.emptyCategory(path: table.path, row: row) }
      if let first = met.updateValue(row, forKey: Self.folded(category)) {
        throw CostError.repeatedCategory(path: table.path, category: category, rows: [first, row])
      }
      func cost(_ column: Int) throws(CostError) -> ExactDecimal {
        guard let cost = Self.pounds(fields[column]) else {
          throw .badCost(
            path: table.path, row: row, category: category, column: table.header[column],
            text: fields[column])
        }
        return cost
      }
      rows.append(
        Row(category: category, components: try others.map(cost), total: try cost(totals)))
    }
    if rows.isEmpty { throw CostError.noRows(path: table.path) }
    self.path = table.path
    self.components = others.map { table.header[$0] }
    self.rows = rows
  }

  /// Returns for each of some categories the row of its costs; `nil` for one without.
  ///
  /// Case and punctuation do not matter, nor which of data.police.uk's spellings is used.
  func matching(_ categories: [String]) -> [Int?] {
    let places = Dictionary(rows.enumerated().map { (Self.folded($1.category), $0) }) {
      first, _ in first
    }
    return categories.map { places[Self.folded($0)] }
  }

  private static func folded(_ name: String) -> String {
    CategoryName.columnKey(CategoryName.canonical(name))
  }

  /// Reads an amount of pounds; `nil` for what is none.
  ///
  /// Commas are allowed between thousands only: `1,38` may be a decimal comma, and is refused.
  static func pounds(_ text: String) -> ExactDecimal? {
    var digits = Substring(text)
    if digits.first == "£" { digits = digits.dropFirst().drop { $0 == " " } }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return ExactDecimal(
      ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: "."))
  }
}
