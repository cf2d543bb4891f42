import CommandLineKit
import HotspotsKit

extension BriefingPack {
  static let unit = Option<LocalStatistics.Units>(
    "on", valueName: "UNITS",
    help: """
      What to test for significance (Getis-Ord Gi*): the areas of the first layer, or the cells of a grid \
      over them, as wide as those of the density (--cell-size)
      """,
    default: .areas, rules: [LocalStatistics.Units.cellsExcludeSnap])

  static let hotspotSource = Option<HotspotSource>(
    "hotspots-from", valueName: "NAME",
    help: """
      How hotspots are made: of the densest cells, joined, with ten incidents or more, or of the areas \
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

  /// The protective marking.
  static let markingOption = Option<String?>(
    "marking", valueName: "TEXT",
    help: """
      Protective marking of the page, of each printed sheet and of each map, for example OFFICIAL
      """,
    section: "Output")

  /// Whether each CSV has a byte-order mark.
  static let excelOption = Flag(
    "excel",
    help: """
      Begin each CSV with a byte-order mark, by which Excel knows that letters such as é or £ are \
      UTF-8. tables.xlsx needs none
      """,
    section: "Output")

  /// The options of what a pack says, in the order of the help.
  static let specs =
    AoristicHours.answerSpecs + KernelDensity.placeSpecs + [unit.spec, hotspotSource.spec]
    + MapOptions.packSpecs + [breaksFrom.spec, excelOption.spec]

  /// Reads the options of a command that lists ``specs``, its title and its marking; the file of earlier
  /// classes is not read yet.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init()
    title = try arguments.value(of: SharedOptions.title)
    marking = try arguments.value(of: Self.markingOption)
    hours = try AoristicHours(answersOf: arguments)
    density = try KernelDensity(placesOf: arguments)
    statistics.units = try arguments.value(of: Self.unit)
    statistics.cellSize = statistics.units == .areas ? nil : density.cellSize
    hotspotsFrom = try arguments.value(of: Self.hotspotSource)
    let maps = try MapOptions(arguments)
    (page, backdrops) = (maps.page, maps.backdrops)
    marksEncoding = arguments.isSet(Self.excelOption)
    help = { $0.help }
  }
}

extension HotspotSource: ExpressibleByArgument {}
