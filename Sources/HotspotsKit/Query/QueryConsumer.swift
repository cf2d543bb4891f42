import Assignment
import Incidents

/// What consumes the incidents that a query selects; each worker has its own.
protocol SelectionSink: SendableMetatype {
  /// What is left when all batches have been consumed.
  associatedtype Result: Sendable

  /// Whether more batches are wanted.
  var wantsMore: Bool { get }

  /// Consumes a batch: its incidents as they were read, and which of them are selected.
  mutating func consume(_ table: inout IncidentTable, selected: [Int32])

  /// Returns what was made of the batches.
  func finish() -> Result
}

/// Selects the incidents of each batch and hands them to a sink.
struct QueryConsumer<Sink: SelectionSink>: IncidentConsumer {
  /// The result of a worker.
  struct Result: Sendable {
    var sink: Sink.Result
    var found: GroundTally
    /// The probabilities that the selected incidents lie in the hours asked for.
    var expected: ExpectedCount
  }

  private var ground: GroundTest?
  private let selectsOutside: Bool
  private var sink: Sink
  private var found = GroundTally()
  private var expected = ExpectedCount()

  /// Creates the consumer of a worker.
  ///
  /// - Parameters:
  ///   - ground: Finds the incidents in the query area; `nil` if every incident is selected.
  ///   - selectsOutside: Whether those outside the area are selected.
  ///   - sink: What consumes them.
  init(ground: GroundTest?, selectsOutside: Bool, sink: Sink) {
    self.ground = ground
    self.selectsOutside = selectsOutside
    self.sink = sink
  }

  var wantsMore: Bool { sink.wantsMore }

  mutating func consume(_ table: inout IncidentTable) {
    let selected = select(from: table)
    if !table.share.isEmpty {
      for incident in selected { expected.add(table.share[Int(incident)]) }
    }
    sink.consume(&table, selected: selected)
  }

  private mutating func select(from table: IncidentTable) -> [Int32] {
    ground?.test(table)
    guard let ground else {
      found.tally.assigned +=
        table.x.isEmpty ? table.count : table.x.count { !$0.isNaN }
      return (0..<table.count).map { Int32(truncatingIfNeeded: $0) }
    }
    if !selectsOutside { return ground.inside }
    var outside: [Int32] = []
    var next = 0
    for incident in 0..<table.count {
      if next < ground.inside.count, Int(ground.inside[next]) == incident {
        next += 1
      } else {
        outside.append(Int32(truncatingIfNeeded: incident))
      }
    }
    return outside
  }

  func finish() -> Result {
    Result(sink: sink.finish(), found: ground?.found ?? found, expected: expected)
  }
}
