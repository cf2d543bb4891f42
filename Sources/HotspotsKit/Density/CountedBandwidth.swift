import Assignment
package import Boundaries
package import HotspotAnalysis
package import Incidents
package import Tables

/// The automatic bandwidth of a density, from counts that can be added up: the first pass of a density that
/// is counted in parts, whose second pass needs the bandwidth.
///
/// It is the bandwidth that ``KernelDensity`` chooses of the same incidents, to the last bit.
package struct CountedBandwidth: StudyMethod {
  /// The kernel that the bandwidth is for.
  package var kernel: DensityKernel

  /// Asks for the bandwidth of a kernel.
  package init(kernel: DensityKernel) { self.kernel = kernel }

  /// What a density needs, so that the same rows count, but for the outlines of areas.
  package var needs: StudyNeeds {
    var density = KernelDensity()
    density.findsHotspots = false
    var needs = density.needs
    needs.outlines = false
    return needs
  }

  /// Prepares nothing.
  package func plan(for study: OpenedStudy) throws { try study.requirePositions() }

  /// Makes the counter of one worker.
  package func sink(_ plan: Void) -> BandwidthCounter { BandwidthCounter() }

  /// Chooses the bandwidth.
  ///
  /// - Throws: ``HotspotAnalysis/KernelDensityError/noSpread(incidents:)``.
  package func result(
    _ plan: Void, shares: [StudyShare<BandwidthSums>], reading: StudyReading
  ) async throws -> Result {
    var sums = BandwidthSums()
    for share in shares { sums.merge(share.value) }
    return Result(reading: reading, sums: sums, bandwidth: try sums.choice(kernel: kernel))
  }

  /// A bandwidth.
  package struct Result: Sendable {
    /// What was read.
    package let reading: StudyReading
    /// What it was chosen from.
    package let sums: BandwidthSums
    /// The bandwidth, with the numbers it came from.
    package let bandwidth: BandwidthChoice

    /// The bandwidth in metres.
    package var metres: Double { bandwidth.metres }

    /// The bandwidth in words.
    package var ownChoices: [Choice] {
      [
        Choice("bandwidth_m", .real(bandwidth.metres)),
        Choice("bandwidth", .text(bandwidth.description), "bandwidth: \(bandwidth.description)"),
      ]
    }

    /// One row: the number of `incidents`, and `bandwidth_m`, the bandwidth in metres.
    package var table: FeatureTable {
      FeatureTable(
        name: "bandwidth",
        columns: [
          Column("incidents", .integers([sums.count])),
          Column("bandwidth_m", .reals([bandwidth.metres])),
        ])
    }
  }
}

/// Counts the positions of the study area's incidents for ``CountedBandwidth``.
package struct BandwidthCounter: PlacementSink {
  private var sums = BandwidthSums()
  private var x: [Double] = []
  private var y: [Double] = []

  /// Counts the incidents of a batch that lie in an area of the first layer.
  package mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let areas = assignments[0].areas
    for incident in 0..<table.count where areas[incident] >= 0 {
      x.append(table.x[incident])
      y.append(table.y[incident])
    }
    if x.count >= DensityCounter.bufferSize { empty() }
  }

  /// Returns the counts.
  package func finish() -> BandwidthSums {
    var last = self
    last.empty()
    return last.sums
  }

  private mutating func empty() {
    sums.merge(BandwidthSums(x: x, y: y))
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
  }
}
