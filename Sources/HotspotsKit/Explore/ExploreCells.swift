import Cartography
import Geometry
import HotspotAnalysis
import Incidents
import Interchange

/// The incidents of a map to explore where they are too many to be held one by one: sums by square
/// cell, category and hour of the week; those of the study area only.
///
/// The incidents of a cell count at its middle, so that a line takes in whole cells. Sums are whole
/// units, so that they do not depend on the order.
struct ExploreCells: ExploreColumns {
  /// The most sums of one map.
  private static let limit = 2_500_000
  /// The sides of cells that are tried, in metres.
  private static let sides: [Double] = [100, 200, 250, 500, 1000, 2000, 5000, 10000, 20000]
  /// The units of one incident.
  private static let units: Int64 = 1 << 38
  /// The parts of an incident to which sums are written; what they leave of a category in a cell is
  /// nothing, since each sum is rounded together with those before it.
  private static let parts = 64.0
  /// The hour of incidents without a time.
  private static let noHour = 168

  private struct Place: Hashable {
    var column: Int
    var row: Int
  }

  private struct Key {
    var place: Int
    var category: UInt16
    var hour: UInt8
  }

  /// The side of a cell in metres.
  let side: Double
  /// The names of the categories.
  let categories: [String]
  private var places: [Place] = []
  private var sums: [(key: Key, units: Int64)] = []

  /// Adds incidents up.
  ///
  /// - Parameters:
  ///   - rows: The incidents.
  ///   - rules: The zone whose clock labels the hours; `nil` for incidents without times.
  ///   - box: The ground of the map.
  /// - Complexity: O(*n* *h*) for *n* incidents whose windows meet *h* hours.
  init(_ rows: ExploreGatherer.Rows, rules: TimeZoneRules?, on box: Box) {
    categories = rows.categoryNames
    let fewest = (box.width * box.height / 6000).squareRoot()
    var side = Self.sides.first { $0 >= fewest } ?? 20000
    var found = Self.sums(of: rows, rules, side: side)
    while found.sums.count > Self.limit, let next = Self.sides.first(where: { $0 > side }) {
      side = next
      found = Self.sums(of: rows, rules, side: side)
    }
    self.side = side
    (places, sums) = found
  }

  /// Returns the places by column and row, and the sums by place, category and hour.
  ///
  /// The incidents of a cell and category are added up one after the other, so that one week of sums is
  /// at hand, and none has to be looked for.
  private static func sums(
    of rows: ExploreGatherer.Rows, _ rules: TimeZoneRules?, side: Double
  ) -> (places: [Place], sums: [(key: Key, units: Int64)]) {
    let (places, placeOfRow) = places(of: rows, side: side)
    let order = IncidentsByArea(placeOfRow, count: places.count)
    var sums: [(key: Key, units: Int64)] = []
    var hours = [Int64](repeating: 0, count: noHour + 1)
    for place in places.indices {
      let categories = order[place].map { row in
        (category: rows.categories.isEmpty ? 0 : rows.categories[Int(row)], row: Int(row))
      }.sorted { ($0.category, $0.row) < ($1.category, $1.row) }
      var rest = categories[...]
      while let category = rest.first?.category {
        let own = rest.prefix { $0.category == category }
        rest = rest.dropFirst(own.count)
        for (_, row) in own {
          if let rules, !rows.starts.isEmpty, rows.starts[row] != IncidentDetails.noTime {
            spread(from: rows.starts[row], to: rows.ends[row], rules) { hours[$1] += $0 }
          } else {
            hours[noHour] += units
          }
        }
        for hour in hours.indices where hours[hour] > 0 {
          sums.append((Key(place: place, category: category, hour: UInt8(hour)), hours[hour]))
          hours[hour] = 0
        }
      }
    }
    return (places, sums)
  }

  /// Returns the cells with incidents by column and row, and that of each row; -1 for rows outside.
  private static func places(
    of rows: ExploreGatherer.Rows, side: Double
  ) -> (places: [Place], ofRow: [Int32]) {
    var numbers: [Place: Int32] = [:]
    var found: [Place] = []
    var ofRow = rows.x.indices.map { row -> Int32 in
      guard rows.areas[0][row] >= 0 else { return -1 }
      let place = Place(
        column: Int((rows.x[row] / side).rounded(.down)),
        row: Int((rows.y[row] / side).rounded(.down)))
      if let known = numbers[place] { return known }
      numbers[place] = Int32(found.count)
      found.append(place)
      return Int32(found.count - 1)
    }
    let order = found.indices.sorted {
      (found[$0].column, found[$0].row) < (found[$1].column, found[$1].row)
    }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = Int32(rank) }
    for row in ofRow.indices where ofRow[row] >= 0 { ofRow[row] = ranks[Int(ofRow[row])] }
    return (order.map { found[$0] }, ofRow)
  }

  /// Divides an incident over the hours of its window; what rounding leaves goes to the first.
  private static func spread(
    from start: Int64, to end: Int64, _ rules: TimeZoneRules, _ add: (Int64, Int) -> Void
  ) {
    func hour(_ instant: Int64) -> Int { rules.civilTime(at: instant).hourOfWeek }
    guard end > start else { return add(units, hour(start)) }
    let each = units / (end - start)
    add(units - each * (end - start), hour(start))
    var instant = start
    while instant < end {
      // Clocks change at whole hours of the clock, or the rest of the hour is another's.
      let second = Int64(rules.civilTime(at: instant).secondOfDay % 3600)
      let next = min(end, instant + 3600 - second, rules.period(at: instant).end)
      add(each * (next - instant), hour(instant))
      instant = next
    }
  }

  /// What people must know of the sums.
  var note: String {
    "More than \(NumberWords.grouped(ExploreContents.limit)) incidents are not held one by one: this file "
      + "has those of the study area as sums by square cell of \(NumberWords.length(side)) m, category and "
      + "hour of the week, without months and streets. A line takes in the cells whose middle it holds, so "
      + "that it is answered roughly; counts by area are in the pack's tables."
  }

  // MARK: - For the script

  var streets: [(name: String, isKind: Bool)] { [] }
  var epoch: Int64 { 0 }
  var latest: Int64 { 0 }
  var months: (first: Int, count: Int) { (0, 0) }
  var earlierFirstMonth: Int { 0 }

  var placesJSON: JSONValue {
    .object([
      .init(
        "xy",
        ExploreNumbers.column(
          places.flatMap { [(Double($0.column) + 0.5) * side, (Double($0.row) + 0.5) * side] })),
      .init("areas", .array([ExploreNumbers.column(places.map { _ in 1 })])),
    ])
  }

  func json(ofSet number: Int) -> JSONValue? {
    guard number == 0 else { return nil }
    var perPlace = [Int](repeating: 0, count: places.count)
    var written: [Int] = []
    var (units, last): (Int64, Key?) = (0, nil)
    // Whole incidents so far, and the parts of the category of the cell at hand.
    var whole = 0
    for (key, sum) in sums {
      perPlace[key.place] += 1
      if let last, last.place != key.place || last.category != key.category {
        whole += Int(units / Self.units)
        units = 0
      }
      units += sum
      last = key
      let parts = Double(units) / Double(Self.units) * Self.parts
      written.append(whole * Int(Self.parts) + Int(parts.rounded()))
    }
    return .object([
      .init("count", .integer(sums.count)), .init("perPlace", ExploreNumbers.column(perPlace)),
      .init(
        "keys",
        ExploreNumbers.steps(sums.map { Int($0.key.category) * 169 + Int($0.key.hour) })),
      .init("sums", ExploreNumbers.steps(written)), .init("parts", .real(Self.parts)),
    ])
  }
}
