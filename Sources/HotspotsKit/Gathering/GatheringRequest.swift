package import Boundaries
import HotspotAnalysis
package import Incidents
import Tasking

/// What is kept of each incident.
package struct GatheringRequest: Sendable {
  /// Whether the places of the study area's incidents are wanted.
  package var keepsInside = true
  /// Whether incidents outside the study area are wanted too; only their places and weights.
  package var keepsOutside = false
  /// Whether the number of each incident's area is wanted.
  package var keepsAreas = false
  /// Whether the day on which each incident starts is wanted.
  package var keepsDays = false
  /// Whether incidents weigh their chance of lying in the hours asked for.
  package var usesHours = false
  /// Whether incidents weigh what their column of weights says.
  package var usesWeights = false
  /// How the details of incidents are read; `nil` if they are not wanted.
  package var details: DetailRequest?

  /// Creates a request of places alone.
  package init() {}

  /// Creates a request of what the options ask for.
  ///
  /// - Parameters:
  ///   - options: The options of the study.
  ///   - keepsDetails: Whether details of incidents are wanted.
  /// - Throws: ``TimeZoneError`` for a zone that cannot be used.
  package init(_ options: StudyOptions, keepsDetails: Bool) throws(TimeZoneError) {
    usesHours = options.filter.hours != nil
    usesWeights = options.usesWeights
    if keepsDetails {
      details = DetailRequest(
        resolver: WindowResolver(
          rules: try TimeZoneDatabase.system.rules(named: options.filter.timeZone)),
        within: options.filter.hours?.weekly, dayStart: options.filter.hours?.dayStart ?? 0)
    }
  }

  /// How the details of incidents are read.
  package struct DetailRequest: Sendable {
    /// Turns starts and ends into windows.
    package var resolver: WindowResolver
    /// The hours of the week asked for.
    package var within: WeeklyHours?
    /// The hour at which an operational day starts.
    package var dayStart: Int
    /// The layer after whose areas places are called; `nil` if no layer has names.
    package var layer: Int?
    /// The names of its areas.
    package var areaNames: [String] = []
  }

  /// Chooses the layer after whose areas places are called.
  ///
  /// - Parameter layers: The layers of areas.
  package mutating func nameAreas(of layers: [BoundaryLayer]) {
    guard let layer = Self.namingLayer(of: layers) else { return }
    details?.layer = layer
    details?.areaNames = layers[layer].names
  }

  /// The layer after whose areas places are called: of those with names the first of wards, else the
  /// first; `nil` if none has names.
  package static func namingLayer(of layers: [BoundaryLayer]) -> Int? {
    let named = layers.indices.filter { layers[$0].nameField != nil }
    let wards = named.first {
      AreaNoun(codeField: layers[$0].codeField, layer: layers[$0].name).isWard
    }
    return wards ?? named.first
  }

  /// What an incident of a batch weighs; `nil` if each counts for one.
  func weight(of incident: Int, _ table: IncidentTable) -> Double? {
    let chance = usesHours ? table.share[incident].chance : nil
    guard usesWeights else { return chance }
    return table.weight[incident] * (chance ?? 1)
  }

  /// What must be read of each row for this, beside places.
  package var extras: StudyNeeds {
    StudyNeeds(times: details != nil, location: details != nil, weight: usesWeights)
  }
}
