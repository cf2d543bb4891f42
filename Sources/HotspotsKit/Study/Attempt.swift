import Boundaries
import Assignment
import Incidents

/// A method whose failure on the data at hand is an answer, and not the end of the pass that others share.
struct Attempt<Method: StudyMethod>: StudyMethod {
  /// The method.
  let method: Method

  init(_ method: Method) { self.method = method }

  var needs: StudyNeeds { method.needs }

  func plan(for study: OpenedStudy) -> Swift.Result<Method.Plan, any Error> {
    Swift.Result { try method.plan(for: study) }
  }

  func sink(_ plan: Swift.Result<Method.Plan, any Error>) -> AttemptSink<Method.Sink> {
    AttemptSink(sink: (try? plan.get()).map(method.sink))
  }

  func result(
    _ plan: Swift.Result<Method.Plan, any Error>, shares: [StudyShare<Method.Sink.Result?>],
    reading: StudyReading
  ) async -> Swift.Result<Method.Result, any Error> {
    do {
      let counted = shares.compactMap { share in
        share.value.map {
          StudyShare(value: $0, categories: share.categories, labels: share.labels)
        }
      }
      return .success(try await method.result(plan.get(), shares: counted, reading: reading))
    } catch {
      return .failure(error)
    }
  }
}

/// The sink of a method that could be planned; none ignores its batches.
struct AttemptSink<Sink: PlacementSink>: PlacementSink {
  var sink: Sink?

  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    sink?.consume(table, assignments: assignments)
  }

  func finish() -> Sink.Result? { sink?.finish() }
}
