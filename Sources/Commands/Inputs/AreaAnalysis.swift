import Assignment
import CommandLineKit
import HotspotsKit
import Incidents

typealias AreaAnalysis = AreaCounts.Result

// The commands that are not methods of the library yet read through its two steps.
extension AreaCounts.Result {
  /// Reads, assigns and counts, and hands the same incidents to another sink.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - reportsAccuracy: Whether to count the incidents that the projection's error could move.
  ///   - readsPeriod: Whether the period is needed.
  ///   - extras: What else of each incident the sink wants.
  ///   - earlier: The inputs of an earlier run on the same files, whose areas, projection and indexes
  ///     serve again; the incident files are opened anew.
  ///   - console: Where progress is drawn.
  ///   - prepare: Makes ready for the incidents, once the areas are known; what it returns makes the
  ///     sink of each worker.
  /// - Returns: The counts, and what the workers' sinks brought back, in no meaningful order.
  /// - Throws: What ``Study`` throws, and what `prepare` throws.
  static func run<Sink: PlacementSink>(
    _ options: StudyOptions, reportsAccuracy: Bool, readsPeriod: Bool = false,
    extras: StudyNeeds = StudyNeeds(), reusing earlier: AnalysisInput? = nil,
    in console: Console,
    alongside prepare: (AnalysisInput) throws -> @Sendable () -> Sink
  ) async throws -> (analysis: AreaAnalysis, shares: [StudyShare<Sink.Result>]) {
    var options = options
    options.reportsAccuracy = reportsAccuracy
    let method = AreaCounts(readsPeriod: readsPeriod)
    var needs = extras
    needs.formUnion(method.needs)
    let study = Study(options, reusing: earlier, observer: console.observer)
    let opened = try await study.open(needs)
    let makeSink = try prepare(opened.requiredInput())
    let plan = try method.plan(for: opened)
    let (reading, shares) = try await study.read(opened) {
      SinkPack(method.sink(plan), makeSink())
    }
    let counted = shares.map {
      StudyShare(value: $0.value.values.0, categories: $0.categories)
    }
    return (
      method.result(plan, shares: counted, reading: reading),
      shares.map { StudyShare(value: $0.value.values.1, categories: $0.categories) }
    )
  }
}
