public import Assignment
public import Boundaries
import HotspotAnalysis
public import Incidents

/// Counts the incidents of each person, of each place, or of each pair of two things.
///
/// Kept are, for each unit, its key, its incidents and its first and last day; where it was and what that
/// is called; and eight bytes of each incident if windows are asked for. Memory does not grow with the
/// rows otherwise.
public struct RepeatCounter: PlacementSink {
  /// What one of the sides is told apart by.
  enum Side: Sendable {
    /// The position.
    case location
    /// One of the columns of identities, by its position among those of the study.
    case column(Int)
  }

  /// What a worker is asked for.
  struct Request: Sendable {
    /// What units are told apart by: one side, or two that make pairs.
    var sides: [Side]
    /// How many units of length there are to the unit of coordinates: 100 for metres.
    var positionScale: Double
    /// Whether batches have positions.
    var hasPositions: Bool
    /// Whether batches have starts.
    var hasDates: Bool
    /// How many incidents meet the rule; 0 without one.
    var trigger: Int
    /// The most units, positions or names that are kept.
    var limit: Int
    /// The zone whose calendar tells days.
    var rules: TimeZoneRules
  }

  private let request: Request
  private var counts: Counts

  init(_ request: Request) {
    self.request = request
    counts = Counts(sides: request.sides.count)
  }

  /// Counts a batch: where there are areas, the incidents in one of the first layer.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    if counts.isFull { return }
    let areas = assignments.first?.areas ?? []
    let days = request.hasDates ? table.localDays(request.rules) : []
    let references = request.sides.map { side -> [UInt64] in
      guard case .column(let column) = side else { return [] }
      return table.identities[column].references
    }
    let names = table.texts.first
    let nameKeys = names?.references ?? []
    if request.hasDates && !counts.hasMonths {
      counts.hasMonths = table.start.contains { $0.granularity == .month }
    }
    for row in 0..<table.count where areas.isEmpty || areas[row] >= 0 {
      let count = table.multiplicity(of: row)
      if count == 0 { continue }
      let isPlaced = request.hasPositions && table.x[row].isFinite
      var place: Int?
      if isPlaced {
        place = counts.place(
          x: table.x[row], y: table.y[row], scale: request.positionScale,
          area: areas.isEmpty ? -1 : areas[row])
      }
      guard let unit = unit(of: row, place, references, table) else {
        counts.notRecorded += count
        continue
      }
      counts.add(count, to: unit, on: days.isEmpty ? Int32.min : days[row], request.trigger)
      if let place, !counts.unitsAreLocations {
        counts.places.add(UInt32(place), to: unit, count: count)
      }
      if let names, nameKeys[row] != FieldHash.blank {
        let name = counts.names.number(of: nameKeys[row]) { names.text(ofRow: row) }
        counts.nameTally.add(UInt32(name), to: unit, count: count)
      }
    }
    counts.isFull = counts.size > request.limit
  }

  /// Returns the counts.
  public func finish() -> Counts { counts }

  /// Returns the number of a row's unit; `nil` if a side says nothing.
  private mutating func unit(
    of row: Int, _ place: Int?, _ references: [[UInt64]], _ table: IncidentTable
  ) -> Int? {
    var key: UInt64 = 0
    for (number, side) in request.sides.enumerated() {
      let value: Int
      switch side {
      case .location:
        guard let place else { return nil }
        value = place
      case .column(let column):
        let reference = references[number][row]
        if reference == FieldHash.blank { return nil }
        value = counts.sides[number].number(of: reference) {
          table.identities[column].text(ofRow: row)
        }
      }
      if request.sides.count == 1 {
        if case .location = side { counts.unitsAreLocations = true }
        return value
      }
      key = key << 32 | UInt64(value)
    }
    return counts.pairs.number(of: key)
  }
}
