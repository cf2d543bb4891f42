import CommandLineKit
import HotspotsKit

/// What the options of `density` ask of a ratio.
struct RatioOptions: Sendable {
  /// The file of incidents whose density is divided by.
  let path: String
  /// The file of the ground where a ratio is beyond chance.
  let contours: String?
  private let density: KernelDensity
  private let floor: Double?
  private let labellings: Int?
  private let seed: UInt64

  static let relativeTo = Option<String?>(
    "relative-to", valueName: "FILE",
    help: """
      Divide by the density of these incidents. The file is used whole: filters and weights apply \
      to --incidents only. Both densities have the same bandwidth
      """,
    role: .reads(["csv", "gz"]),
    rules: [
      .excludes(
        "--hotspots", "--sensitivity", "--breaks", "--breaks-from", "--classes",
        because: "it belongs to a density, and the output is a ratio of two")
    ])
  static let floor = Option<Double?>(
    "floor", valueName: "PER-KM2",
    help: """
      The lowest density to divide by; below it there is no ratio. By default there is none where \
      fewer than five incidents of the other file lie within the bandwidth
      """,
    rules: [.needs("--relative-to")], allowed: "a number above zero",
    where: { $0 > 0 && $0.isFinite })

  static let labellings = Option<Int?>(
    "labellings", valueName: "N",
    help: """
      Number of random labellings, which tell where the ratio differs by more than chance explains. \
      By default 99; 0 leaves the test out
      """,
    rules: [
      .needs("--relative-to"),
      .excludes("--contours", because: "only random labellings tell what is beyond chance").with(
        "0"),
    ],
    allowed: "0, or a whole number from \(RelativeDensity.fewestLabellings) to 9999",
    where: { $0 == 0 || (RelativeDensity.fewestLabellings...9999).contains($0) })
  static let contours = Option<String?>(
    "contours", valueName: "FILE",
    help: "Write the ground where the ratio differs by more than chance explains",
    section: "Output",
    role: .writes(["geojson", "gpkg", "csv", "json", "xlsx", "ndjson", "kml"]),
    rules: [.needs("--relative-to")])
  /// The options that are read here.
  static let specs = [
    relativeTo.spec, floor.spec, labellings.spec, contours.spec, SharedOptions.seed.spec,
  ]

  /// Reads the options; `nil` if no ratio is asked for.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - density: What was asked of the density.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init?(_ arguments: Arguments, of density: KernelDensity) throws(UsageError) {
    guard let path = try arguments.value(of: Self.relativeTo) else { return nil }
    self.path = path
    self.density = density
    contours = try arguments.value(of: Self.contours)
    floor = try arguments.value(of: Self.floor)
    labellings = try arguments.value(of: Self.labellings)
    seed = try arguments.value(of: SharedOptions.seed)
    if case .adaptive = density.bandwidth { throw .invalid(.ratioOfAdaptive) }
  }

  /// Returns the method, which reads the other file as a whole.
  ///
  /// - Parameters:
  ///   - input: What was asked of the incidents asked about.
  ///   - observer: Told what the other study does.
  /// - Returns: The method.
  func method(_ input: StudyOptions, observer: @escaping StudyObserver) -> RelativeDensity {
    var method = RelativeDensity(
      to: Study(input.whole([path]), observer: observer), density: density)
    if let floor { method.floor = .perSquareKilometre(floor) }
    if let labellings { method.labellings = labellings }
    method.seed = seed
    return method
  }
}
