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

  /// The place for titles.
  static let placeOption = Option<String?>(
    "place", valueName: "NAME",
    help: """
      Place that the pack is of, for titles: Marlowick makes 'Marlowick: hotspots, May 2025' of the \
      page. With --title the page has that title, and the place stands below it
      """,
    section: "Output", allowed: "text of 1 to 80 characters",
    where: { (1...80).contains($0.count) })

  /// The lines of credit.
  static let creditOption = Option<[String]>(
    "credit", valueName: "TEXT",
    help: """
      Line that a source asks for, word for word, such as 'Contains OS data © Crown copyright and \
      database right 2025': at the foot of the page and of each map, and in the manifest
      """,
    section: "Output", allowed: "text of 1 to 300 characters on one line",
    where: { (1...300).contains($0.count) && !$0.contains(where: \.isNewline) })

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

  /// Whether a map to explore is made.
  static let exploreOption = Flag(
    "explore",
    help: """
      Add explore.html, one file with a map to move, charts to filter by, and lines, circles and areas \
      that are answered as hotspots query answers. It holds the places and times of all incidents
      """,
    section: "Output")

  /// The options of what a pack says, in the order of the help.
  static let specs =
    AoristicHours.answerSpecs + KernelDensity.placeSpecs + [unit.spec, hotspotSource.spec]
    + Population.specs + MapOptions.packSpecs + ScaleOptions.packSpecs
    + [excelOption.spec, exploreOption.spec]

  /// Reads the options of a command that lists ``specs``, its title and its marking; the file of earlier
  /// classes is not read yet.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init()
    title = try arguments.value(of: SharedOptions.title)
    marking = try arguments.value(of: Self.markingOption)
    place = try arguments.value(of: Self.placeOption)
    credits = try arguments.value(of: Self.creditOption)
    population = try Population(arguments)
    hours = try AoristicHours(answersOf: arguments)
    density = try KernelDensity(placesOf: arguments)
    statistics.units = try arguments.value(of: Self.unit)
    statistics.cellSize = statistics.units == .areas ? nil : density.cellSize
    hotspotsFrom = try arguments.value(of: Self.hotspotSource)
    let maps = try MapOptions(arguments)
    (page, backdrops) = (maps.page, maps.backdrops)
    let classes = try ScaleOptions(ofAreas: arguments)
    scale = ScaleChoice(
      breaks: classes.breaks, classes: classes.classes, count: classes.classCount)
    marksEncoding = arguments.isSet(Self.excelOption)
    explores = arguments.isSet(Self.exploreOption)
    queryWords = QueryWords(arguments)
    help = { $0.help }
  }
}

extension HotspotSource: ExpressibleByArgument {}
