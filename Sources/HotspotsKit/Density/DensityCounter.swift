import Assignment
package import Boundaries
package import HotspotAnalysis
package import Incidents
package import Statistics
import Tables

/// Adds up what incidents give to the cells of a density, and keeps no incidents beyond a buffer.
///
/// Memory is that of the buffer, of 16 bytes for each cell and power of weights, and of at most some millions
/// of places (``HotspotAnalysis/PlaceGrain``), however many incidents there are.
package struct DensityCounter: PlacementSink {
  /// What all workers count by.
  package struct Request: Sendable {
    /// How the density is estimated.
    let estimator: KernelEstimator
    /// The bandwidth, in metres.
    let metres: Double
    /// The cells of the study area.
    let area: StudyMask
    /// Which incidents count, and what they weigh.
    let gathering: GatheringRequest

    /// The cells, with one more on each side.
    var grid: SurfaceGrid { area.grid.padded(by: 1) }
  }

  /// The result of a worker.
  package struct Counts: Sendable, Equatable {
    /// The sums of the cells.
    package internal(set) var sums: DensitySums
    /// The incidents of the study area by places.
    package internal(set) var places = PlaceCounts()
    /// The incidents of the study area.
    package internal(set) var incidents = 0
    /// The sum of their weights.
    package internal(set) var weight = ExactSum()
    /// Whether incidents have weights.
    package internal(set) var isWeighted: Bool
    /// Whether an incident weighs too much to be added.
    package internal(set) var isBeyondRange = false

    /// Adds other counts of the same cells: whole numbers, so that the order does not matter.
    mutating func merge(_ other: Counts) {
      sums.merge(other.sums)
      places.merge(other.places)
      incidents += other.incidents
      weight.merge(other.weight)
      isBeyondRange = isBeyondRange || other.isBeyondRange
    }
  }

  /// How many incidents are added at once: so many that few cells are met for one alone.
  static let bufferSize = 1 << 17

  private let request: Request
  private let grid: SurfaceGrid
  private var counts: Counts
  private var x: [Double] = []
  private var y: [Double] = []
  private var weights: [Double] = []

  /// Creates the counter of one worker.
  init(_ request: Request) {
    self.request = request
    grid = request.grid
    counts = request.empty
  }

  /// Counts the incidents of a batch that count for the density.
  package mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let areas = assignments[0].areas
    let gathering = request.gathering
    for incident in 0..<table.count {
      let isInside = areas[incident] >= 0
      guard isInside || (gathering.keepsOutside && table.x[incident].isFinite) else { continue }
      let weight = gathering.weight(of: incident, table)
      x.append(table.x[incident])
      y.append(table.y[incident])
      if let weight { weights.append(weight) }
      guard isInside else { continue }
      counts.incidents += 1
      if let weight { counts.weight.add(weight) }
      counts.places.add(x: table.x[incident], y: table.y[incident], weight: weight, on: grid)
    }
    if x.count >= Self.bufferSize { empty() }
  }

  /// Returns the counts.
  package func finish() -> Counts {
    var last = self
    last.empty()
    return last.counts
  }

  private mutating func empty() {
    do throws(KernelDensityError) {
      counts.sums.merge(
        try request.estimator.sumsAtOnce(
          x: x, y: y, weights: counts.isWeighted ? weights : nil, metres: request.metres,
          over: request.area))
    } catch {
      // What is read of a file is a number and not negative, so that it can only be too large.
      counts.isBeyondRange = true
    }
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }
}

extension DensityCounter.Request {
  /// Counts of nothing.
  var empty: DensityCounter.Counts {
    DensityCounter.Counts(
      sums: DensitySums(
        units: DensityUnits(kernel: estimator.kernel, bandwidth: metres), cellCount: grid.cellCount),
      isWeighted: gathering.usesWeights || gathering.usesHours)
  }
}
