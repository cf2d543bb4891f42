public import Assignment

/// A method that runs on a study: what it needs, what it keeps of each batch, what it makes of all.
///
/// Several methods run in one pass over the files. Each says what it ``needs``, makes ready once the
/// areas are known (``plan(for:)``), makes a sink for each worker (``sink(_:)``) and finishes
/// (``result(_:shares:reading:)``). The workers' batches interleave in any way, so a result must not
/// depend on which of them had which: sums of whole numbers do not.
public protocol StudyMethod: Sendable, SendableMetatype {
  /// What is settled before the first incident is read.
  associatedtype Plan: Sendable
  /// What takes the batches of one worker.
  associatedtype Sink: PlacementSink
  /// What the method answers.
  associatedtype Result: Sendable

  /// What must be read of each incident.
  var needs: StudyNeeds { get }

  /// Makes ready for the incidents.
  ///
  /// - Parameter study: All that is known before the first incident is read.
  /// - Returns: What sinks and the result rest on.
  /// - Throws: What the method's own document says.
  func plan(for study: OpenedStudy) throws -> Plan

  /// Makes the sink of one worker; called once for each, on any thread.
  ///
  /// - Parameter plan: What was settled.
  /// - Returns: The sink.
  func sink(_ plan: Plan) -> Sink

  /// Finishes when all incidents have been read.
  ///
  /// - Parameters:
  ///   - plan: What was settled.
  ///   - shares: What the workers' sinks brought back, in no meaningful order.
  ///   - reading: What became of the rows.
  /// - Returns: The answer.
  /// - Throws: What the method's own document says.
  func result(
    _ plan: Plan, shares: [StudyShare<Sink.Result>], reading: StudyReading
  ) async throws -> Result
}

/// What the sink of one worker brought back.
public struct StudyShare<Value: Sendable>: Sendable {
  /// What the sink made of its batches.
  public var value: Value
  /// The names of the worker's categories, by the numbers that its batches have.
  public var categories: [String]

  /// Describes a share.
  public init(value: Value, categories: [String]) {
    self.value = value
    self.categories = categories
  }
}
