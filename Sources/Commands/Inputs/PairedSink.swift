import Assignment
import Boundaries
import Incidents

/// Two sinks that take the same batches.
struct PairedSink<First: PlacementSink, Second: PlacementSink>: PlacementSink {
  var first: First
  var second: Second

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    first.consume(table, assignments: assignments)
    second.consume(table, assignments: assignments)
  }

  func finish() -> Pair<First.Result, Second.Result> {
    Pair(first: first.finish(), second: second.finish())
  }
}

/// The results of two sinks.
struct Pair<First: Sendable, Second: Sendable>: Sendable {
  var first: First
  var second: Second
}

/// A sink that keeps nothing.
struct NoSink: PlacementSink {
  func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {}
  func finish() {}
}
