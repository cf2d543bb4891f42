public import Assignment
public import Boundaries
import HotspotAnalysis
public import Incidents
import Synchronization

/// Collects positions and weights of incidents, and details if requested.
public struct IncidentGatherer: PlacementSink {
  /// The places of one batch until they are joined with others, which takes them away.
  ///
  /// Batches together are as large as what they are joined to, which must not be held twice.
  package final class Held: Sendable {
    /// The file in which the batch stands, by its position among all.
    package let file: Int
    /// Where in the file it stands.
    package let block: Int
    /// The number of incidents of the study area.
    package let count: Int
    private let batch: Mutex<Batch?>

    init(_ batch: Batch) {
      (file, block, count) = (batch.file, batch.block, batch.inside.x.count)
      self.batch = Mutex(batch)
    }

    /// Hands the batch over.
    func take() -> Batch {
      batch.withLock { batch in
        defer { batch = nil }
        guard let batch else { preconditionFailure("IncidentGatherer: a batch is joined twice") }
        return batch
      }
    }
  }

  /// The places of one batch.
  package struct Batch: Sendable {
    /// The file in which the batch stands, by its position among all.
    package var file: Int
    /// Where in the file it stands.
    package var block: Int
    /// The incidents of the study area.
    package var inside: GatheredIncidents
    /// The others, if requested.
    package var outside: GatheredIncidents
  }

  /// The result of a worker.
  public struct Gathered: Sendable {
    /// The batches that it read.
    package var batches: [Held] = []
    /// The names of places by the worker's numbers.
    package var locations = NameNumbers()
  }

  private let request: GatheringRequest
  private var gathered = Gathered()

  /// Makes the sink of one task.
  package init(_ request: GatheringRequest) { self.request = request }

  /// Keeps the places of a batch.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    guard request.keepsInside else { return }
    let rules = request.details?.resolver.rules ?? .utc
    let empty = GatheredIncidents(details: IncidentDetails(rules: rules))
    var batch = Batch(file: table.file, block: table.block, inside: empty, outside: empty)
    let areas = assignments[0].areas
    var notes = TimeNotes()
    reserve(areas.count { $0 >= 0 }, for: table, in: &batch.inside)
    let days = request.keepsDays ? table.localDays(rules) : []
    for incident in 0..<table.count {
      let isInside = areas[incident] >= 0
      guard isInside || (request.keepsOutside && table.x[incident].isFinite) else { continue }
      let (x, y, weight) = (
        table.x[incident], table.y[incident], request.weight(of: incident, table)
      )
      guard isInside else {
        batch.outside.append(x: x, y: y, weight: weight)
        continue
      }
      batch.inside.append(x: x, y: y, weight: weight)
      if request.keepsAreas { batch.inside.areas.append(areas[incident]) }
      if request.keepsDays { batch.inside.days.append(days[incident]) }
      if let details = request.details {
        add(incident, of: table, resolver: details.resolver, to: &batch.inside.details, &notes)
        if let layer = details.layer {
          batch.inside.details.areas.append(assignments[layer].areas[incident])
        }
      }
    }
    gathered.batches.append(Held(batch))
  }

  /// Returns the places, batch by batch.
  public func finish() -> Gathered { gathered }

  // MARK: -

  /// Makes room for so many incidents and no more: batches are kept until all are read.
  private func reserve(
    _ count: Int, for table: IncidentTable, in places: inout GatheredIncidents
  ) {
    places.x.reserveCapacity(count)
    places.y.reserveCapacity(count)
    if request.keepsAreas { places.areas.reserveCapacity(count) }
    if request.keepsDays { places.days.reserveCapacity(count) }
    guard let details = request.details else { return }
    if !table.category.isEmpty { places.details.categories.reserveCapacity(count) }
    if !table.texts.isEmpty { places.details.locations.reserveCapacity(count) }
    if details.layer != nil { places.details.areas.reserveCapacity(count) }
    if !(table.window.isEmpty && table.start.isEmpty) {
      places.details.windows.reserveCapacity(count)
    }
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
