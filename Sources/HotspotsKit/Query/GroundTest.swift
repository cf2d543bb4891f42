import Assignment
import Boundaries
import Geometry
import Incidents
import Projections

/// Keeps which incidents of the last batch lie in a query area.
struct GroundSink: PlacementSink {
  /// The polygon that is meant; `nil` if each is.
  let wanted: Int32?
  /// The positions of the incidents inside.
  private(set) var inside: [Int] = []
  /// How many of them lie on its edge.
  private(set) var onEdge = 0

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let areas = assignments[0].areas
    inside = (0..<table.count).filter { isWanted(areas[$0]) }
    onEdge = assignments[0].noted.count { noted in
      isWanted(areas[noted.position]) && noted.notes.contains(.onEdge)
    }
  }

  private func isWanted(_ area: Int32) -> Bool { wanted.map { $0 == area } ?? (area >= 0) }

  func finish() {}
}

/// Where incidents lie in relation to a query area.
struct GroundTally: Sendable {
  var tally = PlacementTally()
  /// The rectangle around all incidents, in their own coordinates.
  var extent = Box.empty
  /// Where the first of them lie.
  var whereabouts = Whereabouts()

  mutating func merge(_ other: GroundTally) {
    whereabouts.merge(other.whereabouts)
    tally.merge(other.tally)
    extent.formUnion(other.extent)
  }
}

/// Finds the incidents of each batch that lie in a query area.
struct GroundTest {
  /// How incidents are tested; the same for all workers.
  struct Plan: Sendable {
    var assignment: AssignmentPlan
    var wanted: Int?
    /// A rectangle around the area in the incidents' coordinates; nothing outside it lies in the
    /// area.
    var box: Box
  }

  private var worker: AssignmentWorker<GroundSink>
  private let box: Box
  /// The incidents of the last batch that lie in the area, by position.
  private(set) var inside: [Int32] = []
  /// Where incidents lay so far.
  private(set) var found = GroundTally()
  private var candidates: [Int32] = []

  init(_ plan: Plan) throws {
    worker = try AssignmentWorker(
      plan.assignment, sink: GroundSink(wanted: plan.wanted.map(Int32.init)))
    box = plan.box
  }

  /// Tests the incidents of a batch, all of which have coordinates.
  mutating func test(_ table: IncidentTable) {
    candidates.removeAll(keepingCapacity: true)
    found.whereabouts.keep(table)
    var extent = found.extent
    for incident in 0..<table.count {
      let (x, y) = (table.x[incident], table.y[incident])
      extent.formUnion(x: x, y: y)
      if box.contains(x: x, y: y) { candidates.append(Int32(truncatingIfNeeded: incident)) }
    }
    found.extent = extent
    var places = table.places(of: candidates)
    worker.consume(&places)
    inside = worker.sink.inside.map { candidates[$0] }
    let beyondAmong = places.x.count(where: \.isNaN)
    found.tally.assigned += inside.count
    found.tally.outsideAreaOfUse += beyondAmong
    found.tally.outsideAreas += table.count - inside.count - beyondAmong
    found.tally.onEdge += worker.sink.onEdge
  }
}
