public import Assignment

/// A method that runs on a study.
///
/// Several methods run in one pass over the files. Each says what it ``needs``, prepares once the
/// areas are known (``plan(for:)``), makes a sink for each worker (``sink(_:)``) and combines the
/// sinks' results (``result(_:shares:reading:)``). Batches reach workers in no particular order, so
/// a result must not depend on it: sums of whole numbers do not.
public protocol StudyMethod: Sendable, SendableMetatype {
  /// What is prepared before the first incident is read.
  associatedtype Plan: Sendable
  /// What consumes the batches of one worker.
  associatedtype Sink: PlacementSink
  /// The result of the method.
  associatedtype Result: Sendable

  /// What must be read of each incident.
  var needs: StudyNeeds { get }

  /// Prepares for the incidents.
  ///
  /// - Parameter study: All that is known before the first incident is read.
  /// - Returns: The plan, which sinks and result share.
  /// - Throws: The errors that the method documents.
  func plan(for study: OpenedStudy) throws -> Plan

  /// Makes the sink of one worker; called once for each worker, on any thread.
  ///
  /// - Parameter plan: The plan.
  /// - Returns: The sink.
  func sink(_ plan: Plan) -> Sink

  /// Combines the sinks' results when all incidents have been read.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - shares: The results of the workers' sinks, in no particular order.
  ///   - reading: What became of the rows.
  /// - Returns: The result.
  /// - Throws: The errors that the method documents.
  func result(
    _ plan: Plan, shares: [StudyShare<Sink.Result>], reading: StudyReading
  ) async throws -> Result
}

/// The result of one worker's sink.
public struct StudyShare<Value: Sendable>: Sendable {
  /// The sink's result.
  public var value: Value
  /// The names of the worker's categories, indexed by the numbers in its batches.
  public var categories: [String]
  /// The texts of each of the study's columns of labels, indexed by the numbers in the worker's batches.
  public var labels: [[String]]

  /// Creates a share.
  public init(value: Value, categories: [String], labels: [[String]] = []) {
    self.value = value
    self.categories = categories
    self.labels = labels
  }
}
