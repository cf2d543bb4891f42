package import Assignment
package import Geometry
package import HotspotAnalysis

/// Positions of incidents, in an order that depends on the files alone.
package struct GatheredIncidents: Sendable {
  /// The eastings, in metres of the system of the study.
  package var x: [Double] = []
  /// The northings.
  package var y: [Double] = []
  /// The weights; empty if each counts for one.
  package var weights: [Double] = []
  /// The number of each incident's area, if requested.
  package var areas: [Int32] = []
  /// The number of the day on which each incident starts, if requested; see
  /// ``Incidents/IncidentTable/localDays(_:)``.
  package var days: [Int32] = []
  /// Further details of each; the columns are empty unless requested.
  package var details: IncidentDetails

  /// Adds one place; all are given a weight, or none.
  package mutating func append(x newX: Double, y newY: Double, weight: Double?) {
    x.append(newX)
    y.append(newY)
    if let weight { weights.append(weight) }
  }

  /// Adds the places of others, their categories and locations by other numbers.
  package mutating func append(
    _ other: GatheredIncidents, category: (UInt16) -> UInt16 = { $0 },
    location: (UInt32) -> UInt32 = { $0 }
  ) {
    x.append(contentsOf: other.x)
    y.append(contentsOf: other.y)
    weights.append(contentsOf: other.weights)
    areas.append(contentsOf: other.areas)
    days.append(contentsOf: other.days)
    details.categories.append(contentsOf: other.details.categories.lazy.map(category))
    details.locations.append(contentsOf: other.details.locations.lazy.map(location))
    details.areas.append(contentsOf: other.details.areas)
    details.windows.append(contentsOf: other.details.windows)
  }

  /// Makes room for a number of incidents, in the columns that others have.
  package mutating func reserve(_ count: Int, asIn other: GatheredIncidents) {
    x.reserveCapacity(count)
    y.reserveCapacity(count)
    if !other.weights.isEmpty { weights.reserveCapacity(count) }
    if !other.areas.isEmpty { areas.reserveCapacity(count) }
    if !other.days.isEmpty { days.reserveCapacity(count) }
    if !other.details.categories.isEmpty { details.categories.reserveCapacity(count) }
    if !other.details.locations.isEmpty { details.locations.reserveCapacity(count) }
    if !other.details.areas.isEmpty { details.areas.reserveCapacity(count) }
    if !other.details.windows.isEmpty { details.windows.reserveCapacity(count) }
  }

  /// Returns these places and others behind them, without details.
  package func appending(_ other: GatheredIncidents) -> GatheredIncidents {
    var all = GatheredIncidents(details: IncidentDetails())
    (all.x, all.y, all.weights) = (x + other.x, y + other.y, weights + other.weights)
    return all
  }

  /// The weights; `nil` if each counts for one.
  package var optionalWeights: [Double]? { weights.isEmpty ? nil : weights }

  /// Returns the incidents in a rectangle, ascending.
  package func within(_ box: Box) -> [Int] {
    x.indices.filter { box.contains(x: x[$0], y: y[$0]) }
  }

  /// Adds up the weights by place, in the order of the files.
  ///
  /// - Parameters:
  ///   - places: The number of each incident's place; -1 for none.
  ///   - count: How many places there are.
  /// - Returns: The sum of each place.
  package func sums(by places: [Int32], of count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (incident, place) in places.enumerated() where place >= 0 {
      sums[Int(place)] += weights.isEmpty ? 1 : weights[incident]
    }
    return sums
  }

  /// How many batches are joined before their memory is given back: some ten megabytes.
  private static let batchesAtOnce = 256

  /// Puts the batches of all workers in the order of the files: sums of floating-point numbers
  /// depend on the order.
  ///
  /// - Parameters:
  ///   - shares: The results of the workers.
  ///   - request: What they were asked for.
  ///   - categories: The categories of the dataset; `nil` if it has none.
  /// - Returns: The incidents of the study area and, if requested, the others.
  package static func joined(
    _ shares: [StudyShare<IncidentGatherer.Gathered>], _ request: GatheringRequest,
    categories: CategoryList?
  ) -> (inside: GatheredIncidents, outside: GatheredIncidents) {
    let batches = shares.enumerated().flatMap { worker, share in
      share.value.batches.map { (worker: worker, batch: $0) }
    }.sorted { ($0.batch.file, $0.batch.block) < ($1.batch.file, $1.batch.block) }
    let categoryNumbers = shares.map { share in
      share.categories.map { name in
        categories?.names.firstIndex(of: name).map(UInt16.init) ?? IncidentDetails.noCategory
      }
    }
    // Names are renumbered in the order of the files, so that the spelling kept of two equivalent
    // ones does not depend on the worker.
    var numbers: [String: UInt32] = [:]
    var names: [String] = []
    var locationNumbers = shares.map { share in
      [UInt32?](repeating: nil, count: share.value.locations.names.count)
    }
    let empty = GatheredIncidents(
      details: IncidentDetails(
        rules: request.details?.resolver.rules ?? .utc, within: request.details?.within,
        dayStart: request.details?.dayStart ?? 0))
    var (inside, outside) = (empty, empty)
    let count = batches.reduce(0) { $0 + $1.batch.count }
    for (place, (worker, held)) in batches.enumerated() {
      if place % Self.batchesAtOnce == 0 { FreedMemory.giveBack(of: count) }
      let batch = held.take()
      if inside.x.isEmpty { inside.reserve(count, asIn: batch.inside) }
      inside.append(
        batch.inside,
        category: { categoryNumbers[worker][Int($0)] },
        location: { number in
          guard number != IncidentDetails.noLocation else { return number }
          if let known = locationNumbers[worker][Int(number)] { return known }
          let name = shares[worker].value.locations.names[Int(number)]
          let new = numbers[name] ?? UInt32(names.count)
          if Int(new) == names.count {
            names.append(name)
            numbers[name] = new
          }
          locationNumbers[worker][Int(number)] = new
          return new
        })
      outside.append(batch.outside)
    }
    FreedMemory.giveBack(of: count)
    inside.details.categoryNames = categories?.names ?? []
    inside.details.locationNames = names
    inside.details.areaNames = request.details?.areaNames ?? []
    return (inside, outside)
  }
}
