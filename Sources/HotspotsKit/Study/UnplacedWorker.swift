import Assignment
import Incidents

/// Hands on batches of incidents whose place does not matter.
struct UnplacedWorker<Sink: PlacementSink>: IncidentConsumer {
  /// What a worker brings back.
  struct Result: Sendable {
    /// The sink's result.
    var sink: Sink.Result
    /// How many incidents there were.
    var incidents: Int
  }

  private var sink: Sink
  private var incidents = 0

  init(sink: Sink) { self.sink = sink }

  mutating func consume(_ table: inout IncidentTable) {
    incidents += table.count
    sink.consume(table, assignments: [])
  }

  func finish() -> Result { Result(sink: sink.finish(), incidents: incidents) }
}
