import Boundaries

/// Gathers the study area's incidents with their weights and details, for several methods of one pass.
struct IncidentGathering: StudyMethod {
  /// The hour at which an operational day starts.
  let dayStart: Int
  /// How windows are made, if the study does not make them.
  let windows: WindowOptions
  /// Whether the number of each incident's area is wanted.
  let keepsAreas: Bool
  /// Whether the day on which each incident starts is wanted.
  var keepsDays = false

  /// Areas; categories, times, names of locations and weights where there are any.
  var needs: StudyNeeds {
    var needs = StudyNeeds(times: true, location: true, weight: true)
    needs.areas = true
    needs.category = .whereKnown
    return needs
  }

  /// Decides what is kept.
  func plan(for study: OpenedStudy) throws -> GatheringRequest {
    var request = try GatheringRequest(study.options, keepsDetails: true)
    request.details?.dayStart = dayStart
    request.details?.resolver = windows.resolver(study.rules)
    request.keepsAreas = keepsAreas
    request.keepsDays = keepsDays && study.sources.allSatisfy { $0.columns.time != nil }
    request.nameAreas(of: try study.requiredInput().boundaries.layers)
    return request
  }

  /// Makes the gatherer of one worker.
  func sink(_ request: GatheringRequest) -> IncidentGatherer { IncidentGatherer(request) }

  /// Puts the incidents in the order of the files.
  func result(
    _ request: GatheringRequest, shares: [StudyShare<IncidentGatherer.Gathered>],
    reading: StudyReading
  ) -> GatheredIncidents {
    GatheredIncidents.joined(shares, request, categories: reading.categories).inside
  }
}
