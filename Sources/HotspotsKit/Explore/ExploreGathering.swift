import Assignment
import Boundaries
import Geometry
import Incidents

/// Gathers what a map to explore holds of each incident: those of the study area, and those around it
/// that a line drawn on the map may take in.
struct ExploreGathering: StudyMethod {
  /// Whether a map to explore is wanted; otherwise nothing is kept.
  let isWanted: Bool

  /// The ground of the map beyond the areas, as a share of their larger extent.
  static let margin = 0.02

  /// Areas; categories, times and names of locations where there are any, as ``IncidentGathering``.
  var needs: StudyNeeds {
    guard isWanted else { return StudyNeeds() }
    var needs = StudyNeeds(times: true, location: true, weight: true)
    needs.areas = true
    needs.category = .whereKnown
    return needs
  }

  /// What workers must know.
  struct Plan: Sendable {
    /// Whether anything is kept.
    var isWanted: Bool
    /// Turns starts and ends into windows.
    var resolver: WindowResolver
    /// The ground of the map.
    var box: Box
  }

  /// Settles the ground of the map.
  func plan(for study: OpenedStudy) throws -> Plan {
    Plan(
      isWanted: isWanted, resolver: WindowResolver(rules: try study.options.filter.rules()),
      box: Self.ground(of: try study.requiredInput().boundaries))
  }

  /// Returns the ground of the map: that of the first layer's areas and a margin.
  static func ground(of boundaries: BoundaryInput) -> Box {
    let box = boundaries.layers[0].outlines.box
    return box.padded(by: max(box.width, box.height) * margin)
  }

  /// Makes the sink of one worker.
  func sink(_ plan: Plan) -> ExploreGatherer { ExploreGatherer(plan) }

  /// Joins what the workers gathered, with one list of categories and one of names.
  func result(
    _ plan: Plan, shares: [StudyShare<ExploreGatherer.Rows>], reading: StudyReading
  ) -> ExploreGatherer.Rows {
    var all = ExploreGatherer.Rows()
    let names = reading.categories?.names ?? []
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices.map(UInt16.init)))
    all.categoryNames = names
    var streets: [String: UInt32] = [:]
    for share in shares {
      let categories = share.categories.map { numbers[$0] ?? 0 }
      let places = share.value.locations.names.map { name in
        if let known = streets[name] { return known }
        let number = UInt32(streets.count)
        streets[name] = number
        all.streetNames.append(name)
        return number
      }
      all.append(share.value, categories: categories, streets: places)
    }
    return all
  }
}

extension TimeZoneRules {
  /// Returns the month on the local clock that a time of a file lies in, counted from the year 0;
  /// `nil` for one that tells none.
  func month(of time: ParsedTime) -> Int? {
    guard time.granularity != nil else { return nil }
    let civil =
      time.kind == .instant ? civilTime(at: time.seconds) : CivilTime(seconds: time.seconds)
    let (year, month, _) = civil.date.parts
    return year * 12 + month - 1
  }
}
