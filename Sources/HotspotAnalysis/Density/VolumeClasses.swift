/// The densest cells that together hold a share of the volume of all: what hotspots are joined from.
///
/// Of the ground that an isopleth encloses see ``DensestGround``.
///
/// Cells are taken densest first until density times area reaches the share of the total. The level
/// is the density of the last cell taken, and every cell of that density is in, so that ties may
/// take the share past what was asked; ``Class/reached`` says how far. The 25 % class lies inside
/// the 50 % class. A share of volume is neither a percentile of cells nor a share of the peak.
///
///     let classes = VolumeClasses(ofDensities: densities, shares: [0.25, 0.5, 0.75])
///     classes.classes[0].level      // the density that encloses a quarter of the volume
package struct VolumeClasses: Sendable, Equatable {
  /// One class.
  package struct Class: Sendable, Equatable {
    /// The share of the volume asked for.
    package let share: Double
    /// The lowest density in the class.
    package let level: Double
    /// The share of the volume in the class, at least the one asked for.
    package let reached: Double
    /// The number of cells in the class.
    package let cells: Int
  }

  /// The classes, the smallest share first; none when the surface has no volume.
  package let classes: [Class]

  /// Computes the classes of the cells of a surface.
  ///
  /// - Parameters:
  ///   - densities: The densities of the cells, none of them negative; empty cells may be left out.
  ///   - shares: The shares of the volume, ascending, above 0 and at most 1.
  /// - Complexity: O(*k*) for *k* cells, as a rule; O(*k* log *k*) where all densities are alike.
  package init(ofDensities densities: [Double], shares: [Double]) {
    precondition(
      zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 }
        && shares.allSatisfy { $0 > 0 && $0 <= 1 }, "VolumeClasses: shares ascend from 0 to 1")
    // Summed in buckets, only the one in which a share is reached is sorted.
    var volumes = [Double](repeating: 0, count: DensityBuckets.count)
    var counts = [Int](repeating: 0, count: volumes.count)
    for density in densities {
      let bucket = DensityBuckets.bucket(of: density)
      volumes[bucket] += density
      counts[bucket] += 1
    }
    let total = volumes.reversed().reduce(0, +)
    var classes: [Class] = []
    var last = volumes.count - 1
    var (takenAbove, volumeAbove) = (0, 0.0)
    for share in shares where total > 0 {
      // The slack lets a share that is reached exactly be reached in spite of rounding.
      let wanted = share * total * (1 - 1e-12)
      while last > 0, volumeAbove + volumes[last] < wanted {
        volumeAbove += volumes[last]
        takenAbove += counts[last]
        last -= 1
      }
      let like = densities.filter { DensityBuckets.bucket(of: $0) == last }.sorted(by: >)
      var (taken, volume) = (0, volumeAbove)
      while taken < like.count, volume < wanted {
        volume += like[taken]
        taken += 1
      }
      let level = like[max(0, taken - 1)]
      while taken < like.count, like[taken] == level {
        volume += level
        taken += 1
      }
      classes.append(
        Class(
          share: share, level: level, reached: min(1, volume / total), cells: takenAbove + taken))
    }
    self.classes = classes
  }
}
