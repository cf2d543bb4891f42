import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

/// Keeps what a map to explore holds of the incidents of one worker.
struct ExploreGatherer: PlacementSink {
  /// Columns of incidents, in no order that means anything.
  struct Rows: Sendable {
    /// The eastings in the system of the study.
    var x: [Double] = []
    /// The northings.
    var y: [Double] = []
    /// For each layer the area of each incident, negative for none.
    var areas: [[Int32]] = []
    /// The number of each incident's category; empty without categories.
    var categories: [UInt16] = []
    /// The month of each incident since the year 0, negative for none; empty without dates.
    var months: [Int32] = []
    /// The number of the name of each incident's place; ``IncidentDetails/noLocation`` for none.
    var streets: [UInt32] = []
    /// The start of each window; ``IncidentDetails/noTime`` for an incident without one.
    var starts: [Int64] = []
    /// The end of each window.
    var ends: [Int64] = []
    /// The worker's names of places.
    var locations = NameNumbers()
    /// The names of the categories, when the workers' rows are joined.
    var categoryNames: [String] = []
    /// The names of places, when the workers' rows are joined.
    var streetNames: [String] = []

    /// How many incidents there are.
    var count: Int { x.count }

    /// Adds the rows of a worker.
    ///
    /// - Parameters:
    ///   - other: The rows.
    ///   - categories: The number here of each of the worker's categories.
    ///   - streets: The number here of each of its names of places.
    mutating func append(_ other: Rows, categories: [UInt16], streets: [UInt32]) {
      x += other.x
      y += other.y
      if areas.isEmpty { areas = other.areas.map { _ in [] } }
      for layer in other.areas.indices { areas[layer] += other.areas[layer] }
      self.categories += other.categories.map { categories[Int($0)] }
      months += other.months
      self.streets += other.streets.map {
        $0 == IncidentDetails.noLocation ? $0 : streets[Int($0)]
      }
      starts += other.starts
      ends += other.ends
    }
  }

  private let plan: ExploreGathering.Plan
  private var rows = Rows()
  private var notes = TimeNotes()

  init(_ plan: ExploreGathering.Plan) { self.plan = plan }

  /// Keeps the incidents of a batch that lie in an area of the first layer or on the map's ground.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    guard plan.isWanted else { return }
    if rows.areas.isEmpty { rows.areas = assignments.map { _ in [] } }
    for incident in 0..<table.count {
      let (x, y) = (table.x[incident], table.y[incident])
      guard x.isFinite, assignments[0].areas[incident] >= 0 || plan.box.contains(x: x, y: y)
      else { continue }
      rows.x.append(x)
      rows.y.append(y)
      for layer in assignments.indices {
        rows.areas[layer].append(assignments[layer].areas[incident])
      }
      if !table.category.isEmpty { rows.categories.append(table.category[incident]) }
      if let column = table.texts.first {
        rows.streets.append(rows.locations.number(ofRow: incident, in: column))
      }
      keepTime(of: incident, in: table)
    }
  }

  private mutating func keepTime(of incident: Int, in table: IncidentTable) {
    guard !table.start.isEmpty else { return }
    let start = table.start[incident]
    rows.months.append(Int32(plan.resolver.rules.month(of: start) ?? -1))
    var window: TimeWindow?
    if !table.window.isEmpty {
      window = table.window[incident]
    } else {
      let end = table.end.isEmpty ? ParsedTime(.absent) : table.end[incident]
      let outcome = plan.resolver.resolve(start: start, end: end, notes: &notes)
      if case .window(let found) = outcome { window = found }
    }
    rows.starts.append(window?.start ?? IncidentDetails.noTime)
    rows.ends.append(window?.end ?? IncidentDetails.noTime)
  }

  /// Returns the rows.
  func finish() -> Rows { rows }
}
