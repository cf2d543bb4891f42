import CommandLineKit
import HotspotsKit

/// What the options of `tasking` ask for, beside its inputs and outputs.
struct TaskingSettings: Sendable {
  /// What is asked of the hours.
  var hours: AoristicHours
  /// How the density is found.
  var density: KernelDensity
  /// The classes of an earlier pack; fitted to the values without any.
  var scale = ScaleOptions()
  /// How areas are compared with their neighbours.
  var clusters = LocalStatistics()
  /// What the hotspots are made from.
  var hotspotsFrom: HotspotSource
  /// How the maps look.
  var maps: MapSettings

  /// The options that are read here, beside those of hours to keep.
  static let specs =
    AoristicHours.answerSpecs + KernelDensity.placeSpecs + [unit.spec, hotspotsFrom.spec]
    + MapSettings.packSpecs
    + [breaksFrom.spec]

  static let unit = Option<LocalStatistics.Units>(
    "on", valueName: "UNITS",
    help: """
      Test for significance (Getis-Ord Gi*) the areas of the first layer, or the cells of a grid \
      over them, as wide as those of the density (--cell-size)
      """,
    default: .areas, rules: [LocalStatistics.Units.cellsExcludeSnap])

  static let hotspotsFrom = Option<HotspotSource>(
    "hotspots-from", valueName: "NAME",
    help: """
      Make hotspots of the densest cells, joined, with ten incidents or more, or of the areas \
      (with --on the cells) that are significant by Getis-Ord Gi* (class 2 and above), however few \
      incidents they hold
      """,
    default: .density)

  static let breaksFrom = Option<String?>(
    "breaks-from", valueName: "FILE.json",
    help: """
      Use the map classes of an earlier pack, from its manifest, so that the maps can be compared
      """,
    section: "Output", role: .reads(["json"]))

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    hours = try AoristicHours(answersOf: arguments)
    density = try KernelDensity(placesOf: arguments)
    clusters.units = try arguments.value(of: Self.unit)
    clusters.cellSize = clusters.units == .areas ? nil : density.cellSize
    hotspotsFrom = try arguments.value(of: Self.hotspotsFrom)
    maps = try MapSettings(arguments)
    scale.path = try arguments.value(of: Self.breaksFrom)
  }
}
