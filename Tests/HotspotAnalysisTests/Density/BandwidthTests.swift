import HotspotAnalysis
import Testing

@Suite struct BandwidthTests {
  /// In R: x <- c(1,2,4,8,16,32,64,128); sd(x) 43.96; IQR(x) 36.5, over 1.349 27.0571; y likewise 10 x
  /// with the last at 300. Worked out with numpy:
  ///
  ///     q = np.percentile(v, [25, 75]); min(v.std(ddof=1), (q[1] - q[0]) / 1.349)
  @Test("takes the smaller of standard deviation and interquartile range over 1.349")
  func robust() throws {
    let x: [Double] = [1, 2, 4, 8, 16, 32, 64, 128]
    let y: [Double] = [1, 2, 3, 4, 5, 6, 7, 8]
    let choice = try BandwidthChoice.normalReference(x: x, y: y, kernel: .gaussian)
    guard case .normalReference(let numbers) = choice.rule else {
      Issue.record("not the rule")
      return
    }
    // Quartiles 3.5 and 40; 2.75 and 6.25, whose range over 1.349 is above the deviation.
    #expect(abs(numbers.spreadX - 36.5 / 1.349) < 1e-12)
    #expect(abs(numbers.spreadY - 6.0.squareRoot()) < 1e-12)
    #expect(numbers.count == 8)
    // 8^(-1/6) is the root of a half.
    #expect(
      abs(choice.metres - (36.5 / 1.349 * 6.0.squareRoot()).squareRoot() * 0.5.squareRoot()) < 1e-12
    )
  }

  /// Method 3.5: sd 2 km on both axes, n 200, 2,000 and 20,000 give 827, 563 and 384 m, and a quartic
  /// of 2339, 1594 and 1086 m.
  @Test(
    "gives the published figures for a spread of two kilometres",
    arguments: [(200, 827.0, 2339.0), (2000, 563, 1594), (20_000, 384, 1086)])
  func published(count: Int, deviation: Double, quartic: Double) throws {
    // Half the incidents at each of two places: the range is above the deviation.
    let value = 2000 * (Double(count - 1) / Double(count)).squareRoot()
    let x = (0..<count).map { $0 % 2 == 0 ? value : -value }
    let y = (0..<count).map { $0 / 2 % 2 == 0 ? value : -value }
    let gaussian = try BandwidthChoice.normalReference(x: x, y: y, kernel: .gaussian)
    #expect(gaussian.metres.rounded() == deviation)
    let wide = try BandwidthChoice.normalReference(x: x, y: y, kernel: .quartic)
    #expect(wide.metres.rounded() == quartic)
  }

  @Test("takes the standard deviation where most incidents share a place")
  func snapped() throws {
    let x: [Double] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 10]
    let choice = try BandwidthChoice.normalReference(x: x, y: x, kernel: .gaussian)
    guard case .normalReference(let numbers) = choice.rule else {
      Issue.record("not the rule")
      return
    }
    #expect(abs(numbers.spreadX - 10.0.squareRoot()) < 1e-12)
  }

  @Test("asks for a bandwidth when incidents do not spread along both axes")
  func noSpread() {
    for (x, y) in [([], []), ([1], [1]), ([3, 3, 3], [3, 3, 3]), ([1, 2, 3], [7, 7, 7])]
      as [([Double], [Double])]
    {
      #expect(throws: KernelDensityError.noSpread(incidents: x.count)) {
        try BandwidthChoice.normalReference(x: x, y: y, kernel: .quartic)
      }
    }
    // One in ten of 0.1 has a mean that rounds away from it.
    #expect(throws: KernelDensityError.noSpread(incidents: 10)) {
      try BandwidthChoice.normalReference(
        x: Array(repeating: 0.1, count: 10), y: Array(repeating: 0.1, count: 10), kernel: .quartic)
    }
  }

  @Test("says where the bandwidth came from")
  func words() throws {
    #expect(BandwidthChoice(metres: 300, rule: .given).description == "300 m, as given")
    #expect(BandwidthChoice(metres: 12.34, rule: .given).description == "12.3 m, as given")
    let numbers = BandwidthChoice.NormalReference(
      count: 2245, spreadX: 6155.5, spreadY: 6566.9, standardDeviation: 1757)
    #expect(
      BandwidthChoice(metres: 4969.6, rule: .normalReference(numbers)).description
        == "4970 m, by the normal reference rule from 2245 incidents"
        + " that spread by 6156 m east and 6567 m north")
    let adaptation = BandwidthChoice.Adaptation(
      smallest: 61, largest: 1500, trimmed: 2, meanPilotDensity: 80)
    #expect(
      BandwidthChoice(metres: 300, rule: .given, adaptation: adaptation).description
        == "300 m, as given; adapted to each incident, 61 to 1500 m, kept within a tenth and five"
        + " times as much (2 incidents trimmed)")
  }

  @Test(
    "errors say what was found and what is allowed",
    arguments: [
      (
        KernelDensityError.unusableBandwidth(-5),
        "cannot use the bandwidth '-5.0': it is not a length,"
          + " a number of metres above zero is allowed"
      ),
      (
        .bandwidthTooWide(5000.5, limit: 5000),
        "cannot use the bandwidth '5000.5': it is more than ten times as wide as the study area,"
          + " at most 5000 metres are allowed"
      ),
      (
        .noSpread(incidents: 1),
        "cannot choose a bandwidth: 1 incident does not spread both east and north,"
          + " the rule needs two or more that do"
      ),
      (
        .unusableWeight(-1),
        "cannot use the weight '-1.0': it is negative or not a number,"
          + " finite numbers from zero are allowed"
      ),
      (
        .uniformCorrectionOfAdaptive,
        "cannot correct edges with 'uniform' when the bandwidth is adaptive:"
          + " one place then has many bandwidths, 'diggle' and 'none' are allowed"
      ),
      (
        .ratioOfAdaptive,
        "cannot divide densities whose bandwidth is adaptive: the two would not share one,"
          + " a fixed bandwidth is needed"
      ),
    ])
  func errorWords(error: KernelDensityError, words: String) {
    #expect(error.description == words)
  }
}
