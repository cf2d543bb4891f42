import CommandLineKit
import HotspotsKit

extension DensityKernel: ExpressibleByArgument {}
extension EdgeCorrection: ExpressibleByArgument {}
extension DensityBands: ExpressibleByArgument {}

extension KernelDensity {
  static let kernelOption = Option<DensityKernel>(
    "kernel", valueName: "NAME", help: "Shape of the kernel that spreads each incident",
    default: .quartic
  )
  static let bandwidthOption = Option<BandwidthText>(
    "bandwidth", valueName: "METRES|auto|adaptive",
    help: """
      How far each incident is spread: the radius of the kernel (for gaussian its standard \
      deviation). auto derives it from the spread of all incidents; adaptive varies it by \
      incident, from a tenth to five times as wide
      """,
    default: BandwidthText(.automatic))
  static let edgeCorrectionOption = Option<EdgeCorrection>(
    "edge-correction", valueName: "NAME",
    help: """
      How to treat the part of a kernel outside the study area; diggle keeps the number of \
      incidents
      """,
    default: .diggle)
  /// The rule of options that choose classes.
  private static let breaksReplaceClasses = OptionRule.excludes(
    "--breaks", "--breaks-from", because: "the breaks are the limits of the classes")
  static let bandsOption = Option<DensityBands>(
    "classes", valueName: "NAME",
    help: """
      How densities are divided into bands; volume takes the densest ground that holds 25, 50 and \
      75% of the surface's volume
      """,
    default: .volume, rules: [breaksReplaceClasses])
  static let classCountOption = Option<Int>(
    "class-count", valueName: "N", help: "Number of bands, unless they are by volume", default: 5,
    rules: [
      breaksReplaceClasses,
      .needs("--classes quantile|equal|natural|geometric"),
    ], allowed: "a whole number from 2 to 12", where: { (2...12).contains($0) })
  static let sensitivity = Flag(
    "sensitivity",
    help: "Also compute half and double the bandwidth, and report how many hotspots remain",
    rules: [.needs("--hotspots", "--map")])

  /// The options that are read here.
  static let specs =
    [
      SharedOptions.cellSize.spec, kernelOption.spec, bandwidthOption.spec,
      edgeCorrectionOption.spec, bandsOption.spec,
      classCountOption.spec, sensitivity.spec,
    ]

  static let placeBandwidth = Option<BandwidthText?>(
    "bandwidth", valueName: "METRES|auto|adaptive",
    help: """
      How far each incident is spread on the map of density and, up to 300 m, for hotspots. By \
      default four cells, and 150 to 300 m for hotspots. auto derives it from the spread of all \
      incidents; adaptive varies it by incident
      """)

  /// The options that ``init(placesOf:)`` reads.
  static let placeSpecs = [SharedOptions.cellSize.spec, placeBandwidth.spec]

  /// Reads the options of a command that lists ``placeSpecs`` alone; the others have their defaults.
  init(placesOf arguments: Arguments) throws(UsageError) {
    self.init()
    cellSize = try arguments.value(of: SharedOptions.cellSize)?.metres
    let given = try arguments.value(of: Self.placeBandwidth)
    bandwidthInCells = given == nil ? BriefingPack.bandwidthInCells : nil
    if let given { bandwidth = given.bandwidth }
  }

  /// Reads the options of a command that lists ``specs``; the scale is not read yet.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init()
    cellSize = try arguments.value(of: SharedOptions.cellSize)?.metres
    kernel = try arguments.value(of: Self.kernelOption)
    bandwidth = try arguments.value(of: Self.bandwidthOption).bandwidth
    edgeCorrection = try arguments.value(of: Self.edgeCorrectionOption)
    bands = try arguments.value(of: Self.bandsOption)
    classCount = try arguments.value(of: Self.classCountOption)
    triesBandwidths = arguments.isSet(Self.sensitivity)
    if case .adaptive = bandwidth, edgeCorrection == .uniform {
      throw .invalid(.uniformCorrectionOfAdaptive)
    }
  }
}

extension UsageError {
  /// Refuses options that ask for a density that cannot be.
  static func invalid(_ error: KernelDensityError) -> UsageError {
    .invalid(error.description, help: error.help)
  }
}
