/// Why a density cannot be computed.
public enum KernelDensityError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bandwidth is not a finite number above zero.
  case unusableBandwidth(Double)
  /// The bandwidth is so wide beside the study area that the surface would be flat.
  case bandwidthTooWide(Double, limit: Double)
  /// The bandwidth cannot be chosen, because the incidents do not spread along both axes.
  case noSpread(incidents: Int)
  /// A weight is negative or not a finite number; the first such.
  case unusableWeight(Double)
  /// The kernel of an incident is too high to be added to others: it weighs too much, or its bandwidth is
  /// too narrow.
  case beyondRange
  /// A density was asked for in parts with a bandwidth that only all incidents together tell.
  case bandwidthOfParts(isAdaptive: Bool)
  /// The uniform correction was asked for with adaptive bandwidths.
  case uniformCorrectionOfAdaptive
  /// The ratio of two densities was asked for with adaptive bandwidths.
  case ratioOfAdaptive

  /// The error in words, what was found and what is allowed.
  public var description: String {
    switch self {
    case .unusableBandwidth(let value):
      "cannot use the bandwidth '\(value)': it is not a length,"
        + " a number of metres above zero is allowed"
    case .bandwidthTooWide(let value, let limit):
      "cannot use the bandwidth '\(value)': it is more than ten times as wide as the study area,"
        + " at most \(Int(min(limit, 0x1p53))) metres are allowed"
    case .noSpread(let count):
      "cannot choose a bandwidth: \(count) \(count == 1 ? "incident does" : "incidents do") not"
        + " spread both east and north,"
        + " the rule needs two or more that do"
    case .unusableWeight(let value):
      "cannot use the weight '\(value)': it is negative or not a number,"
        + " finite numbers from zero are allowed"
    case .beyondRange:
      "cannot add up the density of an incident: it is over 10^270 per square metre,"
        + " a smaller weight or a wider bandwidth is needed"
    case .bandwidthOfParts(let isAdaptive):
      "cannot count a density in parts when the bandwidth is \(isAdaptive ? "adaptive" : "automatic"):"
        + " only all incidents together tell it, a bandwidth in metres is needed"
    case .uniformCorrectionOfAdaptive:
      "cannot correct edges with 'uniform' when the bandwidth is adaptive:"
        + " one place then has many bandwidths, 'diggle' and 'none' are allowed"
    case .ratioOfAdaptive:
      "cannot divide densities whose bandwidth is adaptive: the two would not share one,"
        + " a fixed bandwidth is needed"
    }
  }
}
