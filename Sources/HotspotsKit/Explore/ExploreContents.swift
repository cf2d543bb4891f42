import Tasking

/// What a map to explore is made from.
package struct ExploreContents: Sendable {
  /// What moves the map.
  var software: MapSoftware
  /// The incidents of the period.
  var now: ExploreGatherer.Rows
  /// Those of the period before; `nil` if the files do not cover it.
  var earlier: ExploreGatherer.Rows?

  /// The most incidents, those of the period before included, that a map holds one by one.
  static let limit = 150_000

  /// Whether they are too many to be held one by one.
  var isOfCells: Bool { now.count > Self.limit }

  /// Takes the incidents of the period, and reads those of the period before.
  ///
  /// - Parameters:
  ///   - software: What moves the map.
  ///   - now: The incidents of the period.
  ///   - comparison: The period and those before.
  ///   - observer: Told of the bytes that are read.
  /// - Throws: The errors of ``Study/run(_:)``.
  init(
    _ software: MapSoftware, _ now: ExploreGatherer.Rows,
    before comparison: PeriodComparison.Result, observer: @escaping StudyObserver
  ) async throws {
    (self.software, self.now) = (software, now)
    guard let earlier = comparison.earlier.first, !isOfCells else { return }
    let areas = comparison.areas
    let study = Study(
      areas.reading.options.of(earlier.days), reusing: areas.input
    ) { event in
      if case .read = event { observer(event) }
    }
    let rows = try await study.run(ExploreGathering(isWanted: true))
    if now.count + rows.count <= Self.limit { self.earlier = rows }
  }
}

extension Study {
  /// The same study, whose positions are those of PROJ itself.
  ///
  /// A map to explore decides by them, as a query does where an approximation leaves doubt.
  var withExactPositions: Study {
    if options.coordinates.isExact { return self }
    var options = options
    options.coordinates.isExact = true
    return Study(options, observer: observer)
  }
}
