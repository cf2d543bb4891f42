import CommandLineKit
import HotspotAnalysis
import Statistics

extension DensityKernel: ExpressibleByArgument {}
extension EdgeCorrection: ExpressibleByArgument {}

/// How far incidents are spread, as it is typed: `300`, `auto` or `adaptive`.
struct BandwidthText: ExpressibleByArgument, Equatable {
  /// What was typed.
  let bandwidth: Bandwidth

  init(_ bandwidth: Bandwidth) { self.bandwidth = bandwidth }

  init?(argument: String) {
    switch argument {
    case "auto": bandwidth = .automatic
    case "adaptive": bandwidth = .adaptive(metres: nil)
    default:
      guard let length = Length(argument: argument) else { return nil }
      bandwidth = .metres(length.metres)
    }
  }

  var defaultValueDescription: String {
    switch bandwidth {
    case .metres(let metres): "\(metres)"
    case .automatic: "auto"
    case .adaptive: "adaptive"
    }
  }

  static let allowedValues = "\(Length.allowedValues), auto or adaptive"
}

/// How the values of a surface are cut into bands.
enum BandMethod: String, CaseIterable, ExpressibleByArgument {
  case volume, quantile, equal, natural, geometric

  /// The way of cutting values; absent for shares of the volume.
  var classification: ClassificationMethod? { ClassificationMethod(rawValue: rawValue) }
}

/// What the options of `density` ask for, beside its inputs.
struct DensitySettings: Sendable {
  /// The width of a cell in metres; absent for the automatic one.
  var cellSize: Double?
  var kernel: DensityKernel
  var bandwidth: Bandwidth
  /// How many cells the bandwidth is wide, where nobody chose another; absent else.
  var bandwidthInCells: Double?
  var edgeCorrection: EdgeCorrection
  var bands: BandMethod
  /// How many classes are wanted, where they are not shares of the volume.
  var classCount: Int
  /// Whether the hotspots of half and double the bandwidth are found too.
  var triesBandwidths: Bool
  /// The file of incidents whose density is divided by; absent for a density alone.
  var relativeTo: String?
  /// The lowest density that is divided by, per square kilometre; absent where five incidents within
  /// the bandwidth are enough.
  var floor: Double?
  /// How many times labels are drawn at random to tell what is beyond chance.
  var labellings = 0
  /// The seed of these draws.
  var seed: UInt64 = 1
  /// The file of the ground where a ratio is beyond chance.
  var contours: String?
  /// The classes that are given, by hand or by an earlier run.
  var scale: ScaleOptions

  static let kernel = Option<DensityKernel>(
    "kernel", valueName: "NAME", help: "Shape of the kernel that spreads each incident",
    default: .quartic
  )
  static let bandwidth = Option<BandwidthText>(
    "bandwidth", valueName: "METRES|auto|adaptive",
    help: """
      How far each incident is spread: the radius of the kernel (for gaussian its standard \
      deviation). auto derives it from the spread of all incidents; adaptive varies it by \
      incident, from a tenth to five times as wide
      """,
    default: BandwidthText(.automatic))
  static let edgeCorrection = Option<EdgeCorrection>(
    "edge-correction", valueName: "NAME",
    help: """
      How to treat the part of a kernel outside the study area; diggle keeps the number of \
      incidents
      """,
    default: .diggle)
  static let bands = Option<BandMethod>(
    "classes", valueName: "NAME",
    help: """
      How densities are divided into bands; volume takes the densest ground that holds 25, 50 and \
      75% of the surface's volume
      """,
    default: .volume)
  static let classCount = Option<Int>(
    "class-count", valueName: "N", help: "Number of bands, unless they are by volume", default: 5,
    allowed: "a whole number from 2 to 12", where: { (2...12).contains($0) })

  static let sensitivity = Flag(
    "sensitivity",
    help: "Also compute half and double the bandwidth, and report how many hotspots remain")
  static let relativeTo = Option<String?>(
    "relative-to", valueName: "FILE",
    help: """
      Divide by the density of these incidents. The file is used whole: filters and weights apply \
      to --incidents only. Both densities have the same bandwidth
      """,
    completion: .file(extensions: ["csv", "gz"]))
  static let floor = Option<Double?>(
    "floor", valueName: "PER-KM2",
    help: """
      With --relative-to, the lowest density that is divided by; there is no ratio below it. Without \
      it there is none where fewer than five incidents of the file lie within the bandwidth
      """,
    allowed: "a number above zero", where: { $0 > 0 && $0.isFinite })

  static let labellings = Option<Int?>(
    "labellings", valueName: "N",
    help: """
      With --relative-to, how often to draw at random which incidents are those asked about, to tell \
      what is beyond chance. Without it \(defaultLabellings); 0 does not tell
      """,
    allowed: "0, or a whole number from \(RatioTolerance.fewestLabellings) to 9999",
    where: { $0 == 0 || (RatioTolerance.fewestLabellings...9999).contains($0) })
  static let contours = Option<String?>(
    "contours", valueName: "FILE",
    help: "With --relative-to, write the ground where the ratio is beyond chance",
    section: "Output",
    completion: .file(extensions: ["geojson", "gpkg", "csv", "json", "ndjson", "kml"]))
  private static let defaultLabellings = 99

  /// The options that are read here.
  static let specs =
    [
      SharedOptions.cellSize.spec, kernel.spec, bandwidth.spec, edgeCorrection.spec, bands.spec,
      classCount.spec,
      sensitivity.spec, relativeTo.spec, floor.spec, labellings.spec, contours.spec,
      SharedOptions.seed.spec,
    ] + ScaleOptions.specs

  static let placeBandwidth = Option<BandwidthText?>(
    "bandwidth", valueName: "METRES|auto|adaptive",
    help: """
      How far each incident is spread on the map of density and, up to 300 m, for hotspots. By \
      default four cells, and 150 to 300 m for hotspots. auto derives it from the spread of all \
      incidents; adaptive varies it by incident
      """)

  /// The options that ``init(placesOf:)`` reads.
  static let placeSpecs = [SharedOptions.cellSize.spec, placeBandwidth.spec]

  /// How many cells wide the radius is where places are looked for and nobody chose another.
  ///
  /// The normal reference rule is made for one smooth hump. Over a town centre it joins all streets
  /// into one.
  static let placeBandwidthInCells = 4.0

  /// Reads the options of a command that lists ``placeSpecs`` alone; the others have their defaults.
  init(placesOf arguments: Arguments) throws(UsageError) {
    cellSize = try arguments.value(of: SharedOptions.cellSize)?.metres
    let given = try arguments.value(of: Self.placeBandwidth)
    bandwidthInCells = given == nil ? Self.placeBandwidthInCells : nil
    bandwidth = given?.bandwidth ?? .automatic
    kernel = .quartic
    edgeCorrection = .diggle
    bands = .volume
    classCount = 5
    triesBandwidths = false
    scale = ScaleOptions()
  }

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    cellSize = try arguments.value(of: SharedOptions.cellSize)?.metres
    kernel = try arguments.value(of: Self.kernel)
    bandwidth = try arguments.value(of: Self.bandwidth).bandwidth
    edgeCorrection = try arguments.value(of: Self.edgeCorrection)
    bands = try arguments.value(of: Self.bands)
    classCount = try arguments.value(of: Self.classCount)
    scale = try ScaleOptions(arguments)
    if scale.isGiven {
      let given = scale.breaks == nil ? "--breaks-from" : "--breaks"
      if arguments.isGiven(Self.bands) { throw .conflict("--classes", given) }
      if arguments.isGiven(Self.classCount) { throw .conflict("--class-count", given) }
    }
    if arguments.isGiven(Self.classCount) && bands == .volume {
      throw .dependent(
        "--class-count", needs: "--classes quantile, equal, natural or geometric")
    }
    triesBandwidths = arguments.isSet(Self.sensitivity)
    relativeTo = try arguments.value(of: Self.relativeTo)
    floor = try arguments.value(of: Self.floor)
    if relativeTo == nil && floor != nil {
      throw .dependent("--floor", needs: "--relative-to FILE")
    }
    let wanted = try arguments.value(of: Self.labellings)
    contours = try arguments.value(of: Self.contours)
    seed = try arguments.value(of: SharedOptions.seed)
    if relativeTo == nil {
      if wanted != nil { throw .dependent("--labellings", needs: "--relative-to FILE") }
      if contours != nil { throw .dependent("--contours", needs: "--relative-to FILE") }
    } else {
      labellings = wanted ?? Self.defaultLabellings
      if labellings == 0 && contours != nil {
        throw .dependent("--contours", needs: "--labellings of more than 0")
      }
    }
    if relativeTo != nil {
      if case .adaptive = bandwidth {
        throw .invalid(KernelDensityError.ratioOfAdaptive.description)
      }
      if scale.isGiven {
        throw .conflict("--relative-to", scale.breaks == nil ? "--breaks-from" : "--breaks")
      }
      if arguments.isGiven(Self.bands) { throw .conflict("--relative-to", "--classes") }
    }
    if case .adaptive = bandwidth, edgeCorrection == .uniform {
      throw .invalid(KernelDensityError.uniformCorrectionOfAdaptive.description)
    }
  }
}
