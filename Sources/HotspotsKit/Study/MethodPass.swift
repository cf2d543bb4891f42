import Assignment
import Boundaries
import Incidents
import Parts
import Synchronization

/// One run of a method, with its types erased.
///
/// Asynchronous functions must not use parameter packs of methods, which crash in Swift 6.3 ("freed
/// pointer was not the last allocation").
protocol StudyPass: AnyObject, Sendable {
  /// What must be read of each incident.
  var needs: StudyNeeds { get }
  /// Prepares the method before the first incident is read.
  func prepare(for study: OpenedStudy) throws
  /// Makes the sink of one worker.
  func makeSink() -> any WorkerSink
  /// Joins the results of sinks, and encodes what they are together.
  func encoded(_ shares: [StudyShare<any Sendable>]) throws(PartFileError) -> StudyShare<[UInt8]>
  /// Returns what was encoded.
  ///
  /// - Parameters:
  ///   - share: The bytes, with the names of categories and labels.
  ///   - study: The study.
  ///   - assigned: The incidents in areas of each layer; without areas all that count.
  /// - Returns: The counts.
  /// - Throws: ``Parts/PartError`` for bytes that cannot be counts of this study.
  func decoded(
    _ share: StudyShare<[UInt8]>, in study: OpenedStudy, assigned: [Int]
  ) throws(PartError) -> any Sendable
  /// Receives the result of one worker's sink.
  func take(_ share: StudyShare<any Sendable>)
  /// Computes the method's result from those of the sinks.
  func finish(_ reading: StudyReading) async throws
}

/// The sink of one worker, with its type erased.
protocol WorkerSink: AnyObject {
  /// Consumes a batch.
  func consume(_ table: IncidentTable, assignments: [AreaAssignment])
  /// Returns the result of the batches.
  func finish() -> any Sendable
}

/// One run of one method.
final class MethodPass<Method: StudyMethod>: StudyPass {
  private let method: Method
  private let plan = Mutex<Method.Plan?>(nil)
  private let shares = Mutex<[StudyShare<Method.Sink.Result>]>([])
  private let answer = Mutex<Method.Result?>(nil)

  init(_ method: Method) { self.method = method }

  var needs: StudyNeeds { method.needs }

  /// The pass, with its types erased.
  var erased: any StudyPass { self }

  /// The result, once the pass has finished.
  var result: Method.Result {
    guard let answer = answer.withLock({ $0 }) else {
      preconditionFailure("MethodPass: unfinished")
    }
    return answer
  }

  func prepare(for study: OpenedStudy) throws {
    let settled = try method.plan(for: study)
    plan.withLock { $0 = settled }
  }

  func makeSink() -> any WorkerSink { SinkBox(method.sink(settled)) }

  func take(_ share: StudyShare<any Sendable>) {
    guard let value = share.value as? Method.Sink.Result else {
      preconditionFailure("MethodPass: a share of another method")
    }
    shares.withLock {
      $0.append(StudyShare(value: value, categories: share.categories, labels: share.labels))
    }
  }

  func finish(_ reading: StudyReading) async throws {
    let made = try await method.result(
      settled, shares: shares.withLock { $0 }, reading: reading)
    answer.withLock { $0 = made }
  }

  func encoded(
    _ shares: [StudyShare<any Sendable>]
  ) throws(PartFileError) -> StudyShare<[UInt8]> {
    guard let method = method as? any MergeableMethod else {
      throw .needsIncidents(what: "\(Method.self)")
    }
    return encoded(shares, by: method)
  }

  func decoded(
    _ share: StudyShare<[UInt8]>, in study: OpenedStudy, assigned: [Int]
  ) throws(PartError) -> any Sendable {
    guard let method = method as? any MergeableMethod else {
      throw .inconsistent("counts of another method")
    }
    return try decoded(share, by: method, in: study, assigned: assigned)
  }

  private func encoded<Mergeable: MergeableMethod>(
    _ shares: [StudyShare<any Sendable>], by method: Mergeable
  ) -> StudyShare<[UInt8]> {
    let joined = method.joined(
      plan(of: method),
      shares: shares.map { share in
        guard let value = share.value as? Mergeable.Sink.Result else {
          preconditionFailure("MethodPass: a share of another method")
        }
        return StudyShare(value: value, categories: share.categories, labels: share.labels)
      })
    var encoder = PartEncoder()
    encoder.encode(joined.value)
    return StudyShare(value: encoder.bytes, categories: joined.categories, labels: joined.labels)
  }

  private func decoded<Mergeable: MergeableMethod>(
    _ share: StudyShare<[UInt8]>, by method: Mergeable, in study: OpenedStudy, assigned: [Int]
  ) throws(PartError) -> any Sendable {
    var decoder = PartDecoder(share.value)
    decoder.provide(study.rules)
    let value = try decoder.decode(Mergeable.Sink.Result.self)
    try decoder.finish()
    try method.check(
      StudyShare(value: value, categories: share.categories, labels: share.labels),
      plan(of: method), study: study, assigned: assigned)
    return value
  }

  /// The plan, as that of the method with its type told.
  private func plan<Mergeable: MergeableMethod>(of method: Mergeable) -> Mergeable.Plan {
    guard let plan = settled as? Mergeable.Plan else {
      preconditionFailure("MethodPass: a plan of another method")
    }
    return plan
  }

  private var settled: Method.Plan {
    guard let plan = plan.withLock({ $0 }) else { preconditionFailure("MethodPass: no plan") }
    return plan
  }
}

/// Holds the sink of one worker, which no other task uses.
private final class SinkBox<Sink: PlacementSink>: WorkerSink {
  private var sink: Sink

  init(_ sink: Sink) { self.sink = sink }

  func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    sink.consume(table, assignments: assignments)
  }

  func finish() -> any Sendable { sink.finish() }
}

/// The sinks of one worker, in the order of the methods.
struct SinkList: PlacementSink {
  private let sinks: [any WorkerSink]

  init(_ passes: [any StudyPass]) { sinks = passes.map { $0.makeSink() } }

  func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    for sink in sinks { sink.consume(table, assignments: assignments) }
  }

  func finish() -> [any Sendable] { sinks.map { $0.finish() } }
}

/// The methods of one run.
final class MethodPasses<each Method: StudyMethod>: Sendable {
  private let passes: (repeat MethodPass<each Method>)

  init(_ method: repeat each Method) { passes = (repeat MethodPass(each method)) }

  /// The passes, with their types erased.
  var all: [any StudyPass] {
    var all: [any StudyPass] = []
    repeat all.append((each passes).erased)
    return all
  }

  /// The results, once all have finished.
  var results: (repeat (each Method).Result) { (repeat (each passes).result) }
}
