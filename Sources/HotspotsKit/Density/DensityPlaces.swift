import HotspotAnalysis
import Statistics
import Tables

/// Where the incidents of the study area lie, for counting them by bands: as they were gathered or as they
/// were counted by places, with the same answers.
enum DensityPlaces {
  /// Every incident with its position.
  case gathered(GatheredIncidents)
  /// Counts of places.
  case counted(DensityCounter.Counts)

  /// Whether incidents have weights.
  var isWeighted: Bool {
    switch self {
    case .gathered(let places): places.optionalWeights != nil
    case .counted(let counts): counts.isWeighted && counts.incidents > 0
    }
  }

  /// The incidents, or the sum of their weights.
  var total: Double {
    switch self {
    case .gathered(let places):
      guard let weights = places.optionalWeights else { return Double(places.x.count) }
      return ExactSum(weights).value
    case .counted(let counts):
      return isWeighted ? counts.weight.value : Double(counts.incidents)
    }
  }

  /// Counts the incidents by the bands of a surface.
  func counts(on surface: Surface, breaks: [Double]) -> BandCounts {
    switch self {
    case .gathered(let places):
      BandCounts(
        x: places.x, y: places.y, weights: places.optionalWeights, on: surface, breaks: breaks,
        grain: PlaceGrain(x: places.x, y: places.y, on: surface.grid))
    case .counted(let counts):
      BandCounts(of: counts.places, isWeighted: isWeighted, on: surface, breaks: breaks)
    }
  }
}
