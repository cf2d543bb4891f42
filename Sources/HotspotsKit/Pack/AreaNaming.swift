import Boundaries
import Geometry
import HotspotAnalysis
import Topology

/// Finds what people call the areas of a pack's layers.
///
/// An area is called by its own name, by that of the larger area that holds most of its incidents (of
/// equal ones the first code), and by its commonest street where that holds a tenth of its incidents or
/// more (of equal ones the first name). Kinds of places, such as `On or near Supermarket`, are no streets.
/// Each incident counts as one, whatever its weight. An area without incidents lies where most of its
/// ground does.
struct AreaNaming {
  private let layers: [BoundaryLayer]
  /// The layer whose areas surround those of the first; `nil` if no other has names and fewer areas.
  private let larger: Int?
  /// The layer whose areas the incidents' details have.
  private let detailed: Int?

  /// The share of an area's incidents from which on a street names it.
  static let namingShare = Hotspot.namingShare

  /// The most areas without incidents whose ground is looked at, each with GEOS.
  static let emptyAreaLimit = 250

  /// Chooses the layer after whose areas those of the first are called: that after which places are
  /// called, if it is another and has fewer areas.
  init(of layers: [BoundaryLayer]) {
    self.layers = layers
    detailed = GatheringRequest.namingLayer(of: layers)
    larger = detailed.flatMap { layer in
      layer > 0 && layers[layer].areaCount < layers[0].areaCount ? layer : nil
    }
  }

  /// Returns the areas of each layer, in the order of their codes.
  ///
  /// - Parameters:
  ///   - incidents: The incidents of the study area, with the area of each in the first layer.
  ///   - threads: How many threads look for streets.
  /// - Returns: The areas of each layer.
  /// - Throws: ``TopologyError`` for ground that GEOS cannot cut.
  /// - Complexity: O(*n* log *n*) for *n* incidents, and a cut for each of ``emptyAreaLimit`` areas
  ///   without incidents at most.
  func areas(
    _ incidents: GatheredIncidents, threads: Int
  ) async throws(TopologyError) -> [[KnownArea]] {
    let details = incidents.details
    var known = layers.map { layer in layer.names.map { KnownArea(name: $0) } }
    if detailed.map({ $0 > 0 }) ?? false, let detailed, !details.areas.isEmpty {
      let order = IncidentsByArea(details.areas, count: layers[detailed].areaCount)
      let streets = await Self.streets(order, in: details, threads: threads)
      known[detailed] = zip(layers[detailed].names, streets).map { name, street in
        KnownArea(name: name, street: street)
      }
    }
    let order = IncidentsByArea(incidents.areas, count: layers[0].areaCount)
    let ground = try groundOfEmptyAreas(order)
    let streets = await Self.streets(order, in: details, threads: threads)
    var tally = NumberTally(below: layers.map(\.areaCount).max() ?? 0)
    known[0] = known[0].indices.map { area in
      let own = order[area]
      let around =
        larger == nil || own.isEmpty
        ? ground[area] : Self.commonest(of: own, in: details.areas, &tally)
      return KnownArea(
        name: layers[0].names[area], surrounding: around.flatMap(name(ofLarger:)),
        street: streets[area])
    }
    return known
  }

  private func name(ofLarger area: Int32) -> String? {
    guard let larger else { return nil }
    let name = layers[larger].names[Int(area)]
    return LocationName.saysNothing(name) ? nil : name
  }

  /// Returns the larger area that has most of the ground of each area without incidents.
  private func groundOfEmptyAreas(
    _ order: IncidentsByArea
  ) throws(TopologyError) -> [Int: Int32] {
    let empty = (0..<layers[0].areaCount).filter { order[$0].isEmpty }
    guard let larger, empty.count <= Self.emptyAreaLimit else { return [:] }
    var found: [Int: Int32] = [:]
    let (areas, around) = (layers[0].outlines, layers[larger].outlines)
    for area in empty {
      let box = areas.box(ofArea: area)
      let near = (0..<around.areaCount).filter { around.box(ofArea: $0).intersects(box) }
      var most = 0.0
      for candidate in near {
        var (one, other) = (OutlineTable(), OutlineTable())
        one.appendArea(area, of: areas)
        other.appendArea(candidate, of: around)
        let shared = try Overlay.intersection(one, other).area(of: 0)
        if shared > most { (most, found[area]) = (shared, Int32(candidate)) }
      }
    }
    return found
  }

  /// Returns the commonest area of some incidents, the first of equal ones; `nil` for none.
  static func commonest(
    of incidents: ArraySlice<Int32>, in areas: [Int32], _ tally: inout NumberTally
  ) -> Int32? {
    tally.clear()
    for incident in incidents where areas[Int(incident)] >= 0 {
      tally.add(Int(areas[Int(incident)]))
    }
    return tally.numbers.min { (tally[$1], $0) < (tally[$0], $1) }.map(Int32.init)
  }

  /// Returns the street that names each area; `nil` where none does.
  private static func streets(
    _ order: IncidentsByArea, in details: IncidentDetails, threads: Int
  ) async -> [String?] {
    let pieces = OrderedWork.ranges(of: order.count, size: max(1, order.count / 16))
    return await OrderedWork.map(pieces: pieces.count, threads: threads) { piece -> [String?] in
      var tally = NumberTally(below: details.locationNames.count)
      return pieces[piece].map { street(of: order[$0], in: details, &tally) }
    }.flatMap(\.self)
  }

  /// Returns the commonest street of some incidents as people say it; `nil` if none holds a tenth.
  static func street(
    of incidents: ArraySlice<Int32>, in details: IncidentDetails, _ tally: inout NumberTally
  ) -> String? {
    guard !details.locations.isEmpty else { return nil }
    tally.clear()
    for incident in incidents {
      let location = details.locations[Int(incident)]
      if location != IncidentDetails.noLocation { tally.add(Int(location)) }
    }
    // Ten at most hold a tenth, so that few names are looked at.
    return tally.numbers
      .filter { Double(tally[$0]) >= namingShare * Double(incidents.count) }
      .map { (name: details.locationNames[$0], incidents: tally[$0]) }
      .filter { !LocationName.isKindOfPlace($0.name) }
      .min { ($1.incidents, $0.name) < ($0.incidents, $1.name) }
      .map { LocationName.spoken($0.name) }
  }
}

/// Counts small numbers again and again, and clears no more than was counted.
struct NumberTally {
  private var counts: [Int]
  /// The numbers counted, each once.
  private(set) var numbers: [Int] = []

  /// Creates a tally of the numbers from zero below a limit.
  init(below limit: Int) { counts = [Int](repeating: 0, count: limit) }

  /// How often a number was counted.
  subscript(number: Int) -> Int { counts[number] }

  /// Counts a number.
  mutating func add(_ number: Int) {
    if counts[number] == 0 { numbers.append(number) }
    counts[number] += 1
  }

  /// Forgets what was counted.
  mutating func clear() {
    for number in numbers { counts[number] = 0 }
    numbers.removeAll(keepingCapacity: true)
  }
}

/// The incidents of each area, found by counting.
struct IncidentsByArea {
  /// The incidents in the order of their areas.
  private var incidents: [Int32]
  /// Where those of each area begin, and the end.
  private var starts: [Int]

  /// How many areas there are.
  var count: Int { starts.count - 1 }

  /// Sorts incidents by area, those in none left out.
  ///
  /// - Parameters:
  ///   - areas: The area of each incident; negative for none.
  ///   - count: How many areas there are.
  init(_ areas: [Int32], count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for area in areas where area >= 0 { starts[Int(area) + 1] += 1 }
    for area in 0..<count { starts[area + 1] += starts[area] }
    incidents = [Int32](repeating: 0, count: starts[count])
    var next = starts
    for (incident, area) in areas.enumerated() where area >= 0 {
      incidents[next[Int(area)]] = Int32(incident)
      next[Int(area)] += 1
    }
  }

  /// Returns the incidents of an area, in the order of the files.
  subscript(area: Int) -> ArraySlice<Int32> { incidents[starts[area]..<starts[area + 1]] }
}
