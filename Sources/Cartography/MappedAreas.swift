import Geometry
import Statistics
import Tables

/// The areas of a map with what is said of each.
struct MappedAreas {
  let outlines: OutlineTable
  /// One value for each area; `nil` if there is no data.
  let values: [Double?]
  /// The areas' names; codes where there is none.
  let names: [String]
  /// The areas' codes; empty where there is none.
  let codes: [String]
  /// The areas from the highest value down.
  let ranked: RankedAreas
  /// Those that the list beside the map may name and the map number, from the highest value down.
  private(set) var listed: RankedAreas
  /// The areas by what tells which part of them is shown; `nil` if all are.
  let extent: RankedAreas?
  /// Whether all values are whole.
  let isWhole: Bool

  /// Reads a table.
  init(of table: FeatureTable, description: MapDescription) throws(AreaMapError) {
    guard case .areas(let outlines) = table.geometry, outlines.areaCount > 0 else {
      throw .noAreas
    }
    guard let column = table[column: description.value.column] else {
      throw .missingColumn(description.value.column)
    }
    if case .text = column.values { throw .notNumeric(column.name) }
    let rows = 0..<table.rowCount
    self.outlines = outlines
    let values = rows.map { row in column.values.number(at: row).flatMap { $0.isFinite ? $0 : nil }
    }
    self.values = values
    func text(_ name: String) -> [String] {
      let values = table[column: name]?.values
      return rows.map { values?.description(at: $0) ?? "" }
    }
    let codes = text(description.codeColumn)
    self.codes = codes
    names = zip(text(description.nameColumn), codes).enumerated().map { row, words in
      let (name, code) = words
      return name.isEmpty ? (code.isEmpty ? "area \(row + 1)" : code) : name
    }
    ranked = RankedAreas(of: values)
    listed = ranked
    let extentColumn = description.extentColumn.flatMap { table[column: $0]?.values }
    extent =
      extentColumn.map { column in RankedAreas(of: rows.map { column.number(at: $0) }) }
      ?? (description.showsAll ? nil : ranked)
    isWhole = values.allSatisfy { $0.map { $0 == $0.rounded() } ?? true }
  }

  /// Keeps other areas than some from being listed and numbered.
  ///
  /// - Parameter isListed: Whether the area of a row may be.
  mutating func list(where isListed: (_ row: Int) -> Bool) {
    listed = RankedAreas(of: values.indices.map { isListed($0) ? values[$0] : nil })
  }

  /// Lists and numbers the areas with the highest and those with the lowest values.
  mutating func listBothSides() { listed = RankedAreas(of: values, isTwoSided: true) }

  /// Returns a difference as text for people: `+1.5`.
  func signedText(_ value: Double) -> String {
    let largest = values.reduce(0) { max($0, abs($1 ?? 0)) }
    let size = NumberWords.decimal(abs(value), places: largest < 10 ? 2 : largest < 100 ? 1 : 0)
    if size.allSatisfy({ $0 == "0" || $0 == "." }) { return size }
    return "\(value < 0 ? "−" : "+")\(size)"
  }

  /// The values that there are.
  var present: [Double] { values.compactMap { $0 } }

  /// Returns a value as text for people.
  func text(_ value: Double) -> String {
    if isWhole { return NumberWords.decimal(value, places: 0) }
    let ends = [ranked.entries.first, ranked.entries.last]
    let largest = ends.reduce(0) { max($0, abs($1?.value ?? 0)) }
    // Of values below one, three digits of the largest.
    var (places, unit) = (largest >= 100 ? 0 : 1, 1.0)
    while places < 9, largest > 0, largest < unit {
      places += 1
      unit /= 10
    }
    return NumberWords.decimal(value, places: largest > 0 && largest < 1 ? places + 1 : places)
  }

  /// Returns the identifier of an area.
  func identifier(of row: Int) -> String {
    codes[row].isEmpty ? "area-_\(row + 1)" : "area-" + XMLText.identifier(codes[row])
  }

  /// Returns what a browser shows when an area is pointed at.
  func title(of row: Int, label: String) -> String {
    let name =
      codes[row].isEmpty || codes[row] == names[row]
      ? names[row] : "\(codes[row]) \(names[row])"
    return "\(name): \(values[row].map { "\(text($0)) \(label)" } ?? "no data")"
  }
}
