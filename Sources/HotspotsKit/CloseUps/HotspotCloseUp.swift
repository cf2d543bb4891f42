import Assignment
import Boundaries
package import Geometry
package import HotspotAnalysis
import Tables

/// What is known of one listed hotspot and the ground around it.
package struct HotspotCloseUp: Sendable {
  /// What its incidents are like.
  package let facts: HotspotFacts
  /// For each layer, the area in which most of its incidents lie.
  package let areas: [HeldArea]
  /// How its close-up is scaled.
  package let scale: CloseUpScale
  /// What is drawn of the incidents.
  package let incidents: Incidents

  /// An area, and how many of a hotspot's incidents lie in it.
  package struct HeldArea: Sendable, Equatable {
    /// The position of the area in its layer.
    package let area: Int
    /// Its incidents of the hotspot.
    package let incidents: Int
  }

  /// The incidents at one source position.
  package struct Place: Sendable, Equatable {
    /// Where it lies.
    package let position: Point
    /// What its incidents count for.
    package let amount: Double
    /// The commonest location name of its incidents; `nil` if none has one.
    package let name: String?
  }

  /// What is drawn of the incidents.
  package enum Incidents: Sendable {
    /// A surface over the ground that is drawn.
    case surface(CloseUpSurface)
    /// The places of the ground that is drawn, the largest first, because positions were moved.
    case places([Place])
  }
}

extension HotspotCloseUp {
  /// Works out the close-ups of a list.
  ///
  /// - Parameters:
  ///   - list: The hotspots.
  ///   - ground: Their grounds.
  ///   - places: The incidents of the study area.
  ///   - estimator: How densities are found; `nil` where positions were moved, so that none is.
  ///   - kernel: The kernel of densities, which decides how wide it is.
  ///   - widest: The bandwidth of the surface on which the hotspots were found; `nil` if there is none.
  ///   - drawn: Returns the ground that a close-up of a hotspot's box draws.
  ///   - input: The layers and their indexes; the first is the study area.
  ///   - snap: How far outside an area an incident counts in it, in metres.
  ///   - threads: How many hotspots are looked at at a time.
  /// - Returns: A close-up for each hotspot.
  /// - Throws: The errors of ``HotspotAnalysis/KernelEstimator/closeUp(x:y:weights:over:in:cellSize:bandwidth:)``.
  /// - Complexity: O(*h* *n*) for *h* hotspots and *n* incidents, and the surfaces.
  static func all(
    of list: HotspotList, on ground: HotspotGround, _ places: GatheredIncidents,
    estimator: KernelEstimator?, kernel: DensityKernel, widest: Double?,
    drawn: (Box) -> Box, input: AnalysisInput, snap: Double, threads: Int
  ) async throws -> [HotspotCloseUp] {
    let incidents = ground.incidents(x: places.x, y: places.y, areas: places.areas)
    precondition(
      zip(list.hotspots, incidents).allSatisfy { $0.incidents == $1.count },
      "HotspotCloseUp: the ground of a hotspot holds other incidents than the hotspot")
    let facts = await HotspotGround.facts(of: incidents, places.details, threads: threads)
    let boxes = list.hotspots.indices.map { list.outlines.box(ofArea: $0) }
    let scales = boxes.map { CloseUpScale(of: $0, kernel: kernel, widest: widest) }
    // What may reach the ground that is drawn.
    let grounds = zip(boxes, scales).map { box, scale in
      drawn(box).padded(by: scale.bandwidth * kernel.reachInBandwidths + 4 * scale.cellSize)
    }
    let found = await OrderedWork.map(pieces: boxes.count, threads: threads) { hotspot in
      (
        areas: input.plan.layers.enumerated().map { layer, index in
          held(incidents[hotspot], places, layer == 0 ? nil : index, snap: snap)
        },
        near: places.within(grounds[hotspot])
      )
    }
    var closeUps: [HotspotCloseUp] = []
    for hotspot in list.hotspots.indices {
      let (near, scale, ground) = (found[hotspot].near, scales[hotspot], drawn(boxes[hotspot]))
      let shown: Incidents
      if let estimator {
        shown = .surface(
          try await estimator.closeUp(
            x: near.map { places.x[$0] }, y: near.map { places.y[$0] },
            weights: places.optionalWeights.map { all in near.map { all[$0] } },
            over: input.boundaries.layers[0].outlines, in: ground, cellSize: scale.cellSize,
            bandwidth: scale.bandwidth))
      } else {
        shown = .places(Self.places(in: ground, near, of: places))
      }
      closeUps.append(
        HotspotCloseUp(
          facts: facts[hotspot], areas: found[hotspot].areas, scale: scale, incidents: shown))
    }
    return closeUps
  }

  /// Returns the area in which most of some incidents lie; of equal ones the first of the layer.
  ///
  /// The areas of the first layer, which has no index here, are known.
  private static func held(
    _ incidents: [Int], _ places: GatheredIncidents, _ index: AreaIndex?, snap: Double
  ) -> HeldArea {
    var counts: [Int: Int] = [:]
    for incident in incidents {
      let area =
        if let index {
          index.locate(x: places.x[incident], y: places.y[incident], snap: snap).area
        } else { Int(places.areas[incident]) }
      if let area { counts[area, default: 0] += 1 }
    }
    let most = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return HeldArea(area: most?.key ?? -1, incidents: most?.value ?? 0)
  }

  /// Finds the places of a rectangle among incidents near it, the largest first; of equal ones the first from the west, then from
  /// the south.
  private static func places(
    in box: Box, _ near: [Int], of all: GatheredIncidents
  ) -> [Place] {
    var members: [UInt64: [Int]] = [:]
    for incident in near where box.contains(x: all.x[incident], y: all.y[incident]) {
      members[LocationTable.key(x: all.x[incident], y: all.y[incident]), default: []]
        .append(incident)
    }
    return members.values.map { incidents in
      let first = incidents[0]
      return Place(
        position: Point(x: all.x[first], y: all.y[first]),
        amount: incidents.reduce(0) { $0 + (all.weights.isEmpty ? 1 : all.weights[$1]) },
        name: commonestName(of: incidents, all.details))
    }.sorted {
      ($1.amount, $0.position.x, $0.position.y) < ($0.amount, $1.position.x, $1.position.y)
    }
  }

  /// Returns the commonest name; of equal ones the first in the order of the alphabet.
  private static func commonestName(of incidents: [Int], _ details: IncidentDetails) -> String? {
    guard !details.locations.isEmpty else { return nil }
    var counts: [UInt32: Int] = [:]
    for incident in incidents where details.locations[incident] != IncidentDetails.noLocation {
      counts[details.locations[incident], default: 0] += 1
    }
    return counts.map { (name: details.locationNames[Int($0.key)], count: $0.value) }
      .min { ($1.count, $0.name) < ($0.count, $1.name) }?.name
  }
}
