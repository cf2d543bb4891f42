import Assignment
import Boundaries
import Geometry
import Incidents
import Projections

/// Keeps which of the last batch's incidents lie in a place.
struct PlaceSink: PlacementSink {
  /// The polygon that is meant; absent where each is.
  let wanted: Int32?
  /// The positions of the incidents in the place.
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

/// How incidents lie to a place.
struct PlaceFinding: Sendable {
  var tally = PlacementTally()
  /// The rectangle around all incidents, in their own coordinates.
  var extent = Box.empty
  /// Where the first of them lie.
  var whereabouts = Whereabouts()

  mutating func merge(_ other: PlaceFinding) {
    whereabouts.merge(other.whereabouts)
    tally.merge(other.tally)
    extent.formUnion(other.extent)
  }
}

/// Finds the incidents of each batch that lie in a place.
struct PlaceTest {
  /// How incidents are tested; the same for all workers.
  struct Plan: Sendable {
    var assignment: AssignmentPlan
    var wanted: Int?
    /// A rectangle around the place in the incidents' coordinates; nothing outside it lies in the
    /// place.
    var box: Box
  }

  private var worker: AssignmentWorker<PlaceSink>
  private let box: Box
  /// The incidents of the last batch that lie in the place, by position.
  private(set) var inside: [Int32] = []
  /// How incidents lay to the place so far.
  private(set) var finding = PlaceFinding()
  private var candidates: [Int32] = []

  init(_ plan: Plan) throws {
    worker = try AssignmentWorker(
      plan.assignment, sink: PlaceSink(wanted: plan.wanted.map(Int32.init)))
    box = plan.box
  }

  /// Tests the incidents of a batch, all of which have coordinates.
  mutating func test(_ table: IncidentTable) {
    candidates.removeAll(keepingCapacity: true)
    finding.whereabouts.keep(table)
    var extent = finding.extent
    for incident in 0..<table.count {
      let (x, y) = (table.x[incident], table.y[incident])
      extent.formUnion(x: x, y: y)
      if box.contains(x: x, y: y) { candidates.append(Int32(truncatingIfNeeded: incident)) }
    }
    finding.extent = extent
    var places = table.places(of: candidates)
    worker.consume(&places)
    inside = worker.sink.inside.map { candidates[$0] }
    let beyondAmong = places.x.count(where: \.isNaN)
    finding.tally.assigned += inside.count
    finding.tally.outsideAreaOfUse += beyondAmong
    finding.tally.outsideAreas += table.count - inside.count - beyondAmong
    finding.tally.onEdge += worker.sink.onEdge
  }
}

/// What is made of the incidents that a query selects.
protocol QueryAnswer: SendableMetatype {
  /// What is left when all batches have been taken.
  associatedtype Result: Sendable

  /// Whether more batches are wanted.
  var wantsMore: Bool { get }

  /// Takes a batch: its incidents as they were read, and which of them are selected.
  mutating func take(_ table: inout IncidentTable, selected: [Int32])

  /// Returns what was made of the batches.
  func finish() -> Result
}

/// Selects the incidents of each batch and hands them to an answer.
struct QueryConsumer<Answer: QueryAnswer>: IncidentConsumer {
  /// What a worker brings back.
  struct Result: Sendable {
    var answer: Answer.Result
    var finding: PlaceFinding
    /// The chances of the selected incidents to lie in the hours asked for.
    var expected: ExpectedCount
  }

  private var place: PlaceTest?
  private let isInverted: Bool
  private var answer: Answer
  private var finding = PlaceFinding()
  private var expected = ExpectedCount()

  /// Makes the consumer of a worker.
  ///
  /// - Parameters:
  ///   - place: Finds the incidents in the place; absent where every incident is selected.
  ///   - isInverted: Whether those outside the place are selected.
  ///   - answer: What is made of them.
  init(place: PlaceTest?, isInverted: Bool, answer: Answer) {
    self.place = place
    self.isInverted = isInverted
    self.answer = answer
  }

  var wantsMore: Bool { answer.wantsMore }

  mutating func consume(_ table: inout IncidentTable) {
    let selected = select(from: table)
    if !table.share.isEmpty {
      for incident in selected { expected.add(table.share[Int(incident)]) }
    }
    answer.take(&table, selected: selected)
  }

  private mutating func select(from table: IncidentTable) -> [Int32] {
    place?.test(table)
    guard let place else {
      finding.tally.assigned +=
        table.x.isEmpty ? table.count : table.x.count { !$0.isNaN }
      return (0..<table.count).map { Int32(truncatingIfNeeded: $0) }
    }
    if !isInverted { return place.inside }
    var outside: [Int32] = []
    var next = 0
    for incident in 0..<table.count {
      if next < place.inside.count, Int(place.inside[next]) == incident {
        next += 1
      } else {
        outside.append(Int32(truncatingIfNeeded: incident))
      }
    }
    return outside
  }

  func finish() -> Result {
    Result(answer: answer.finish(), finding: place?.finding ?? finding, expected: expected)
  }
}
