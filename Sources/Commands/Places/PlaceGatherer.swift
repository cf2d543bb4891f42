import Assignment
import Boundaries
import HotspotAnalysis
import HotspotsKit
import Incidents
import Tasking

/// What is kept of each incident.
struct PlaceRequest: Sendable {
  /// Whether the places of the study area's incidents are wanted.
  var keepsInside = true
  /// Whether incidents outside the study area are wanted too; only their places and weights.
  var keepsOutside = false
  /// Whether the number of each incident's area is wanted.
  var keepsAreas = false
  /// Whether incidents weigh their chance of lying in the hours asked for.
  var usesHours = false
  /// Whether incidents weigh what their column of weights says.
  var usesWeights = false
  /// How the details of incidents are read; absent where they are not wanted.
  var details: DetailRequest?

  /// Creates a request of places alone.
  init() {}

  /// Creates a request of what the options ask for.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - keepsDetails: Whether details of incidents are wanted.
  /// - Throws: ``TimeZoneError`` for a zone that cannot be used.
  init(_ options: StudyOptions, keepsDetails: Bool) throws(TimeZoneError) {
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
  struct DetailRequest: Sendable {
    /// Turns starts and ends into windows.
    var resolver: WindowResolver
    /// The hours of the week asked for.
    var within: WeeklyHours?
    /// The hour at which the day of the operation starts.
    var dayStart: Int
    /// The layer after whose areas places are called; absent where no layer has names.
    var layer: Int?
    /// The names of its areas.
    var areaNames: [String] = []
  }

  /// Chooses the layer after whose areas places are called: of those with names the first of wards, else
  /// the first.
  ///
  /// - Parameter layers: The layers of areas.
  mutating func nameAreas(of layers: [BoundaryLayer]) {
    let named = layers.indices.filter { layers[$0].nameField != nil }
    let wards = named.first {
      AreaNoun(codeField: layers[$0].codeField, layer: layers[$0].name).isWard
    }
    guard let layer = wards ?? named.first else { return }
    details?.layer = layer
    details?.areaNames = layers[layer].names
  }

  /// What must be read of each row for this, beside places.
  var extras: StudyNeeds {
    StudyNeeds(times: details != nil, location: details != nil, weight: usesWeights)
  }
}

/// Keeps where incidents lie, what they weigh, and details of them where they are wanted.
struct PlaceGatherer: PlacementSink {
  /// The places of one batch.
  struct Batch: Sendable {
    /// Where the batch stands among all batches.
    var file: Int
    var block: Int
    /// The incidents of the study area.
    var inside: GatheredPlaces
    /// The others, where they are wanted.
    var outside: GatheredPlaces
  }

  /// What a worker brings back.
  struct Gathered: Sendable {
    var batches: [Batch] = []
    /// The names of places by the worker's numbers.
    var locations = NameNumbers()
  }

  private let request: PlaceRequest
  private var gathered = Gathered()

  /// Makes the sink of one task.
  init(_ request: PlaceRequest) { self.request = request }

  /// Keeps the places of a batch.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    guard request.keepsInside else { return }
    let rules = request.details?.resolver.rules ?? .utc
    let empty = GatheredPlaces(details: IncidentDetails(rules: rules))
    var batch = Batch(file: table.file, block: table.block, inside: empty, outside: empty)
    let areas = assignments[0].areas
    var notes = TimeNotes()
    for incident in 0..<table.count {
      let isInside = areas[incident] >= 0
      guard isInside || (request.keepsOutside && table.x[incident].isFinite) else { continue }
      let (x, y, weight) = (table.x[incident], table.y[incident], weight(of: incident, table))
      guard isInside else {
        batch.outside.append(x: x, y: y, weight: weight)
        continue
      }
      batch.inside.append(x: x, y: y, weight: weight)
      if request.keepsAreas { batch.inside.areas.append(areas[incident]) }
      if let details = request.details {
        add(incident, of: table, resolver: details.resolver, to: &batch.inside.details, &notes)
        if let layer = details.layer {
          batch.inside.details.areas.append(assignments[layer].areas[incident])
        }
      }
    }
    gathered.batches.append(batch)
  }

  /// Returns the places, batch by batch.
  func finish() -> Gathered { gathered }

  // MARK: -

  private func weight(of incident: Int, _ table: IncidentTable) -> Double? {
    let chance = request.usesHours ? table.share[incident].chance : nil
    guard request.usesWeights else { return chance }
    return table.weight[incident] * (chance ?? 1)
  }

  private mutating func add(
    _ incident: Int, of table: IncidentTable, resolver: WindowResolver,
    to details: inout IncidentDetails, _ notes: inout TimeNotes
  ) {
    if !table.category.isEmpty { details.categories.append(table.category[incident]) }
    if let column = table.texts.first {
      details.locations.append(gathered.locations.number(ofRow: incident, in: column))
    }
    if !table.window.isEmpty {
      details.append(window: table.window[incident])
    } else if !table.start.isEmpty {
      let end = table.end.isEmpty ? ParsedTime(.absent) : table.end[incident]
      let outcome = resolver.resolve(start: table.start[incident], end: end, notes: &notes)
      if case .window(let window) = outcome {
        details.append(window: window)
      } else {
        details.append(window: nil)
      }
    }
  }
}
