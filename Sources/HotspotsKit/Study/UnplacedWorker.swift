import Assignment
import Incidents

/// Passes on batches of incidents whose positions do not matter.
struct UnplacedWorker<Sink: PlacementSink>: IncidentConsumer {
  /// The result of a worker.
  struct Result: Sendable {
    /// The sink's result.
    var sink: Sink.Result
    /// The number of rows.
    var rows: Int
    /// The incidents that they stand for.
    var incidents: Int
  }

  private var sink: Sink
  private var rows = 0
  private var incidents = 0

  init(sink: Sink) { self.sink = sink }

  mutating func consume(_ table: inout IncidentTable) {
    rows += table.count
    incidents += table.incidents
    sink.consume(table, assignments: [])
  }

  func finish() -> Result { Result(sink: sink.finish(), rows: rows, incidents: incidents) }
}
