import CommandLineKit
import HotspotAnalysis
import HotspotsKit

/// What the options of `density` ask of a ratio.
struct RatioSettings: Sendable {
  /// The file of incidents whose density is divided by.
  var path: String
  /// The method of both densities.
  var density: KernelDensity
  /// The lowest density that is divided by, per square kilometre; absent where five incidents within
  /// the bandwidth are enough.
  var floor: Double?
  /// How many times labels are drawn at random to tell what is beyond chance.
  var labellings = 0
  /// The seed of these draws.
  var seed: UInt64 = 1
  /// The file of the ground where a ratio is beyond chance.
  var contours: String?

  static let relativeTo = Option<String?>(
    "relative-to", valueName: "FILE",
    help: """
      Divide by the density of these incidents. The file is used whole: filters and weights apply \
      to --incidents only. Both densities have the same bandwidth
      """,
    role: .reads(["csv", "gz"]),
    rules: [
      .excludes("--hotspots", "--sensitivity", "--breaks", "--breaks-from", "--classes")
    ])
  static let floor = Option<Double?>(
    "floor", valueName: "PER-KM2",
    help: """
      The lowest density that is divided by; there is no ratio below it. Without it there is none \
      where fewer than five incidents of the other file lie within the bandwidth
      """,
    rules: [.needs("--relative-to")], allowed: "a number above zero",
    where: { $0 > 0 && $0.isFinite })

  static let labellings = Option<Int?>(
    "labellings", valueName: "N",
    help: """
      How often to draw at random which incidents are those asked about, to tell what is beyond \
      chance. Without it \(defaultLabellings); 0 does not tell
      """,
    rules: [.needs("--relative-to"), .excludes("--contours").with("0")],
    allowed: "0, or a whole number from \(RatioTolerance.fewestLabellings) to 9999",
    where: { $0 == 0 || (RatioTolerance.fewestLabellings...9999).contains($0) })
  static let contours = Option<String?>(
    "contours", valueName: "FILE",
    help: "Write the ground where the ratio is beyond chance",
    section: "Output",
    role: .writes(["geojson", "gpkg", "csv", "json", "ndjson", "kml"]),
    rules: [.needs("--relative-to")])
  private static let defaultLabellings = 99

  /// The options that are read here.
  static let specs = [
    relativeTo.spec, floor.spec, labellings.spec, contours.spec, SharedOptions.seed.spec,
  ]

  /// Reads the options; `nil` if no ratio is asked for.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - density: What was asked of the density.
  /// - Throws: ``UsageError`` for values that are not allowed, or not without another option.
  init?(_ arguments: Arguments, of density: KernelDensity) throws(UsageError) {
    let wanted = try arguments.value(of: Self.labellings)
    floor = try arguments.value(of: Self.floor)
    contours = try arguments.value(of: Self.contours)
    seed = try arguments.value(of: SharedOptions.seed)
    self.density = density
    guard let path = try arguments.value(of: Self.relativeTo) else { return nil }
    self.path = path
    labellings = wanted ?? Self.defaultLabellings
    if case .adaptive = density.bandwidth { throw .invalid(.ratioOfAdaptive) }
  }
}
