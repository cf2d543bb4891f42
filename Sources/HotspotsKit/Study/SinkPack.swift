package import Assignment
package import Boundaries
package import Incidents

/// Sinks of one worker, of different types, that consume the same batches.
package struct SinkPack<each Sink: PlacementSink>: PlacementSink {
  // Boxed, because the elements of a pack cannot be mutated in place, and a copy for each batch
  // would copy all counts so far.
  private let boxes: (repeat SinkBox<each Sink>)

  /// Joins sinks.
  package init(_ sinks: repeat each Sink) { boxes = (repeat SinkBox(each sinks)) }

  /// Passes a batch to each sink.
  package func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    repeat (each boxes).sink.consume(table, assignments: assignments)
  }

  /// Returns the result of each sink.
  package func finish() -> ValuePack<repeat (each Sink).Result> {
    ValuePack(repeat (each boxes).sink.finish())
  }
}

/// Values of different types, in the order given.
package struct ValuePack<each Value: Sendable>: Sendable {
  /// The values.
  package let values: (repeat each Value)

  /// Joins values.
  package init(_ values: repeat each Value) { self.values = (repeat each values) }
}

/// Holds the sink of one worker, which no other task uses.
private final class SinkBox<Sink: PlacementSink> {
  var sink: Sink

  init(_ sink: Sink) { self.sink = sink }
}

/// A sink that ignores its batches.
package struct NoSink: PlacementSink {
  /// Keeps nothing.
  package init() {}
  /// Ignores a batch.
  package func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {}
  /// Returns no counts.
  package func finish() -> NoCounts { NoCounts() }
}
