/// How far incidents are spread.
public enum Bandwidth: Sendable, Equatable {
  /// A radius in metres; the standard deviation for the Gaussian kernel.
  case metres(Double)
  /// The normal reference rule, from how far the incidents spread east and north.
  ///
  /// After Silverman (1986), *Density Estimation for Statistics and Data Analysis*, section 4.3.2.
  case automatic
  /// A radius for each incident around one in metres, wide where incidents are few; `nil` for the
  /// normal reference rule.
  ///
  /// After Abramson (1982), https://doi.org/10.1214/aos/1176345986
  case adaptive(metres: Double?)
}

/// The bandwidth used and where it came from, for people and for the manifest.
public struct BandwidthChoice: Sendable, Equatable {
  /// Where a bandwidth came from.
  public enum Rule: Sendable, Equatable {
    /// It was asked for.
    case given
    /// So many cells.
    case cells(Double)
    /// The normal reference rule, with what it was computed from.
    case normalReference(NormalReference)
  }

  /// The numbers behind the normal reference rule.
  public struct NormalReference: Sendable, Equatable {
    /// The number of incidents.
    public var count: Int
    /// The robust standard deviation of the eastings, in metres.
    public var spreadX: Double
    /// The robust standard deviation of the northings, in metres.
    public var spreadY: Double
    /// The standard deviation of the equivalent Gaussian, in metres.
    public var standardDeviation: Double

    /// Creates the numbers.
    package init(count: Int, spreadX: Double, spreadY: Double, standardDeviation: Double) {
      self.count = count
      self.spreadX = spreadX
      self.spreadY = spreadY
      self.standardDeviation = standardDeviation
    }
  }

  /// The range of the incidents' own bandwidths, and the geometric mean of the pilot density.
  public struct Adaptation: Sendable, Equatable {
    /// The smallest bandwidth of an incident, in metres.
    public var smallest: Double
    /// The largest bandwidth of an incident, in metres.
    public var largest: Double
    /// The incidents whose own bandwidth would be less than a tenth or more than five times the
    /// common one, and is that.
    public var trimmed: Int
    /// The geometric mean of the pilot density at the incidents, per square kilometre.
    public var meanPilotDensity: Double

    /// Creates a range.
    package init(smallest: Double, largest: Double, trimmed: Int, meanPilotDensity: Double) {
      self.smallest = smallest
      self.largest = largest
      self.trimmed = trimmed
      self.meanPilotDensity = meanPilotDensity
    }
  }

  /// The bandwidth, in metres; the common one around which an adaptive one varies.
  public var metres: Double
  /// Where it came from.
  public var rule: Rule
  /// How the incidents' own bandwidths vary; `nil` if all share one.
  public var adaptation: Adaptation?

  /// Creates a choice.
  package init(metres: Double, rule: Rule, adaptation: Adaptation? = nil) {
    self.metres = metres
    self.rule = rule
    self.adaptation = adaptation
  }

  /// The choice in words, such as `300 m, as given`.
  public var description: String {
    var words = "\(Self.rounded(metres)) m"
    switch rule {
    case .given: words += ", as given"
    case .cells(let cells): words += ", \(Self.rounded(cells)) cells"
    case .normalReference(let numbers):
      words +=
        ", by the normal reference rule from \(numbers.count) incidents"
        + " that spread by \(Self.rounded(numbers.spreadX)) m east"
        + " and \(Self.rounded(numbers.spreadY)) m north"
    }
    if let adaptation {
      words +=
        "; adapted to each incident, \(Self.rounded(adaptation.smallest))"
        + " to \(Self.rounded(adaptation.largest)) m, kept within a tenth and five times as"
        + " much (\(adaptation.trimmed) incident\(adaptation.trimmed == 1 ? "" : "s") trimmed)"
    }
    return words
  }

  /// Returns a length to a tenth of a metre, without the tenth from 100 m.
  private static func rounded(_ metres: Double) -> String {
    guard metres < 100 else { return "\(Int(min(metres.rounded(), 0x1p53)))" }
    let tenths = Int((metres * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
