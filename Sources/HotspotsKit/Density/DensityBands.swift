import HotspotAnalysis
package import Statistics
import Tables

/// How the values of a surface are cut into bands.
public enum DensityBands: String, Sendable, CaseIterable {
  /// The densest ground that holds 25, 50 and 75% of the surface's volume.
  case volume
  /// About equally many cells in each band.
  case quantile
  /// Bands of equal width.
  case equal
  /// Bands that differ least inside (Fisher–Jenks).
  case natural
  /// Bands that grow by the same factor.
  case geometric

  /// The way of cutting values; `nil` for shares of the volume.
  package var classification: ClassificationMethod? {
    self == .volume ? nil : ClassificationMethod(rawValue: rawValue)
  }
}

extension KernelDensity {
  /// Where a surface is cut, and what was found on the way.
  struct Cut: Sendable {
    /// The densities between the bands, ascending, as the key prints them.
    var breaks: [Double]
    /// The decimals with which they are printed.
    var places: Int
    /// The shares of the volume; `nil` if bands are not cut by them.
    var volume: DensestGround?
    /// The bands fitted to the densities of cells; `nil` if they are cut by volume or were asked for.
    var fitted: SurfaceBreaks?
  }

  /// Finds where a surface is cut.
  ///
  /// - Parameters:
  ///   - surface: The surface, which reaches a cell beyond the study area.
  ///   - inside: The cells of the study area.
  ///   - mask: The study area on cells fine enough for its edge.
  /// - Returns: Where it is cut.
  func cut(_ surface: Surface, inside: Surface, within mask: StudyMask) -> Cut {
    if let classification = bands.classification {
      let found = SurfaceBreaks(
        of: inside.presentValues, method: classification, classes: classCount)
      return Cut(breaks: found.breaks, places: found.places.count, fitted: found)
    }
    let found = DensestGround(of: surface, within: mask)
    // A plateau can give two shares one level.
    return Cut(
      breaks: Set(found.classes.map(\.level)).sorted(), places: found.places.count, volume: found)
  }
}
