import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
public import Tables

extension CrossTabulation.Result {
  /// Lays out what was counted.
  init(_ method: CrossTabulation, _ counts: CrossCounts.Result) throws {
    self.method = method
    reading = counts.reading
    let bands = try method.bandsOfSides(labels: counts.labels)
    let sides = [method.rows, method.across].enumerated().map { place, side in
      SideValues(side, place, bands[place], counts)
    }
    let columns = CrossTable.lineCount(sides[1].side, top: method.topColumns)
    if columns > CrossTabulation.columnLimit {
      throw CrossTabulationError.tooManyColumns(
        heading: method.across.heading, count: columns, limit: CrossTabulation.columnLimit)
    }
    var options = CrossTable.Options()
    options.topRows = method.topRows
    options.topColumns = method.topColumns
    options.knownOnly = method.knownOnly
    crossTable = CrossTable(
      counts.cells.map { cell in
        CrossTable.Cell(
          row: sides[0].position(of: cell.keys[0]), column: sides[1].position(of: cell.keys[1]),
          amount: cell.expected)
      }, rows: sides[0].side, columns: sides[1].side, options: options)
    unread = sides.compactMap { side in
      guard !side.unread.isEmpty, let column = side.column else { return nil }
      let cells = counts.cells.filter { side.unread.contains($0.keys[side.place]) }
      let incidents = cells.reduce(0) { $0 + $1.incidents }
      return UnreadNumbers(
        column: column, incidents: incidents,
        example: counts.labels[side.place][side.unread.min() ?? 0])
    }
    if !usesHours {
      precondition(
        crossTable.total + (method.knownOnly ? crossTable.notRecorded.either : 0)
          == Double(reading.reconciliations[0].assignedIncidents),
        "CrossTabulation: the cells and the incidents assigned differ")
    }
  }

  /// Whether hours were asked for, so that cells hold expected incidents.
  package var usesHours: Bool { reading.options.filter.hours != nil }

  /// The table: first the rows' names, in a column named for what they are, then a column for each
  /// value across, `not_recorded`, and `Total`.
  ///
  /// Fractions have their base in a column `base`, those of columns in a last row `base`.
  public var table: FeatureTable {
    crossTable.featureTable(name: "crosstab", share: method.share, isWhole: !usesHours)
  }

  /// The table as people read it: fractions as percentages.
  public var printedTable: FeatureTable {
    guard method.share != nil else { return table }
    var printed = table
    let rowCount = crossTable.rows.count
    for place in printed.columns.indices {
      guard case .reals(let values) = printed.columns[place].values else { continue }
      let isBase = printed.columns[place].name == CrossLine.base
      let texts = values.enumerated().map { row, value in
        // The row behind the last is that of the bases.
        value.map { isBase || row == rowCount ? amount($0) : NumberWords.percent($0) }
      }
      printed.columns[place].values = .text(texts)
    }
    return printed
  }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }
}

/// The values of one side, and where those of the counts have gone.
private struct SideValues {
  let side: CrossSide
  let place: Int
  let column: String?
  /// The keys of texts that are no numbers, where these are cut into bands.
  let unread: Set<Int>
  /// The position of each key from ``firstKey``.
  private let positions: [Int?]
  private let firstKey: Int

  init(
    _ side: CrossTabulation.Side, _ place: Int, _ bands: NumberBands?, _ counts: CrossCounts.Result
  ) {
    self.place = place
    column = side.column
    let heading = side.heading
    var firstKey = 0
    var unread: Set<Int> = []
    switch side {
    case .area:
      let codes = counts.reading.requiredInput.boundaries.layers[0].codes
      self.side = CrossSide(heading: heading, names: codes, order: .given, showsEmpty: true)
      positions = Array(codes.indices)
    case .category:
      (self.side, positions) = CrossSide.texts(heading, counts.reading.categories?.names ?? [])
    case .month:
      let months = Set(counts.cells.map { $0.keys[place] }).subtracting([-1]).sorted()
      firstKey = months.first ?? 0
      var positions = [Int?](repeating: nil, count: (months.last ?? -1) + 1 - firstKey)
      for (position, month) in months.enumerated() { positions[month - firstKey] = position }
      self.positions = positions
      self.side = CrossSide(
        heading: heading, names: months.map(Self.name), order: .given, canBeCut: false)
    case .night:
      // Night is 1, and stands first.
      self.side = CrossSide(
        heading: heading, names: ["night", "day"], order: .given, showsEmpty: true, canBeCut: false)
      positions = [1, 0]
    case .column:
      let labels = counts.labels[place]
      guard let bands else {
        (self.side, positions) = CrossSide.texts(heading, labels)
        break
      }
      let (banded, places) = CrossSide.bands(heading, labels, bands)
      (self.side, positions) = (banded, places)
      unread = Set(labels.indices.filter { !labels[$0].isEmpty && places[$0] == nil })
    }
    self.firstKey = firstKey
    self.unread = unread
  }

  /// Returns the position of a key's value; `nil` if it is not recorded.
  func position(of key: Int) -> Int? { key < 0 ? nil : positions[key - firstKey] }

  /// Returns a month as files have it: `2025-01`.
  private static func name(ofMonth month: Int) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }
}
