import CommandLineKit
import HotspotsKit

extension AssessmentKind: ExpressibleByArgument {}

extension Assessment {
  private static let kinds = Option<[CommaSeparated<AssessmentKind>]>(
    "sections", valueName: "NAME,...",
    help: """
      Sections and their order. By default all that the data can carry; a named one that it cannot \
      carry is listed with the reason
      """)
  private static let comparison = Option<EarlierPeriod>(
    "against", valueName: "PERIOD",
    help: """
      Compare the period with the one just before, the same months a year before (year-before), or a \
      period such as 2016-04..2017-03
      """,
    default: .before)
  private static let groupFile = Option<String?>(
    "groups", valueName: "FILE",
    help: "Groups of categories in the section on change; the columns are category and group",
    role: .reads(["csv", "gz"]))
  private static let costFile = Option<String?>(
    "unit-costs", valueName: "FILE",
    help: """
      Table of what one incident costs in pounds (CSV, or FILE.xlsx:SHEET), for the section on cost: \
      the columns category and total, and one for each component
      """,
    role: .reads(["csv", "tsv", "txt", "gz", "xlsx"]))
  private static let componentFile = Option<String?>(
    "components", valueName: "FILE",
    help: "Table of the columns component and group (CSV): adds a column for each group",
    role: .reads(["csv", "tsv", "txt", "gz", "xlsx"]), rules: [.needs("--unit-costs")])
  private static let priceChange = Option<ExactDecimal>(
    "deflator", valueName: "X",
    help: "Multiply unit costs with this number, such as the change of prices since they were made",
    default: ExactDecimal(1), rules: [.needs("--unit-costs")],
    allowed: "a number above zero of at most 18 digits, such as 1.2115",
    where: { !$0.isZero })
  private static let crossed = Option<[CrossTableText]>(
    "crosstab", valueName: "'ROWS by COLUMNS in N,N,...'",
    help: """
      A cross table: two columns, or area, category, month or night, and where numbers are to be cut \
      into bands, where these begin. By default category by age and by month, where the files tell \
      them
      """)

  private static let repeated = Option<[RepeatedText]>(
    "repeats", valueName: "'WHAT and WHAT'",
    help: """
      What to look at for repeats: location, a column of persons or premises, or two of them, of \
      which both must be the same: 'Victim and Suspect'. By default location
      """)
  private static let earlierFolder = Option<String?>(
    "against-pack", valueName: "FOLDER",
    help: """
      Say what changed since an earlier assessment or pack, whose folder this is: leading areas, \
      concentration, harm, cost, hotspots
      """)

  /// The options of what an assessment says, in the order of the help.
  static let specs =
    [
      kinds.spec, comparison.spec, groupFile.spec, costFile.spec, componentFile.spec,
      priceChange.spec, OverlapsCommand.sets.spec, crossed.spec, repeated.spec,
      DatasetOptions.dataset.spec,
      AreaProfiles.residentColumn.spec, earlierFolder.spec,
    ] + AoristicHours.answerSpecs + KernelDensity.placeSpecs + [SharedOptions.seed.spec]
    + Population.specs + MapOptions.packSpecs + ScaleOptions.packSpecs
    + [
      BriefingPack.excelOption.spec, SharedOptions.title.spec, BriefingPack.placeOption.spec,
      BriefingPack.creditOption.spec, BriefingPack.markingOption.spec,
    ]

  /// Reads the options of a command that lists ``specs``; the file of earlier classes is not read yet.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init()
    let chosen = try arguments.value(of: Self.kinds).flatMap(\.elements)
    if let twice = chosen.first(where: { kind in chosen.count { $0 == kind } > 1 }) {
      throw .invalid("--sections names '\(twice.rawValue)' twice")
    }
    sections = chosen.isEmpty ? nil : chosen
    against = try arguments.value(of: Self.comparison)
    groups = try arguments.value(of: Self.groupFile)
    unitCosts = try arguments.value(of: Self.costFile)
    components = try arguments.value(of: Self.componentFile)
    deflator = try arguments.value(of: Self.priceChange)
    let others = try arguments.value(of: DatasetOptions.dataset)
    do throws(DatasetError) {
      datasets = try Dataset.joined(others.map { ($0.key, $0.value) })
    } catch {
      throw .invalid(error.description, help: error.help)
    }
    repeats = try arguments.value(of: Self.repeated).map(\.method)
    residentColumn = try arguments.value(of: AreaProfiles.residentColumn)
    earlier = try arguments.value(of: Self.earlierFolder)
    let named = try arguments.value(of: OverlapsCommand.sets)
    sets = named.isEmpty ? [] : try OverlapsCommand.method(named).sets
    hours = try AoristicHours(answersOf: arguments)
    crossTables = try arguments.value(of: Self.crossed).map { (text) throws(UsageError) in
      try text.table(night: hours.night)
    }
    density = try KernelDensity(placesOf: arguments)
    seed = try arguments.value(of: SharedOptions.seed)
    population = try Population(arguments)
    let maps = try MapOptions(arguments)
    (page, backdrops) = (maps.page, maps.backdrops)
    let classes = try ScaleOptions(ofAreas: arguments)
    scale = ScaleChoice(
      breaks: classes.breaks, classes: classes.classes, count: classes.classCount)
    marksEncoding = arguments.isSet(BriefingPack.excelOption)
    title = try arguments.value(of: SharedOptions.title)
    place = try arguments.value(of: BriefingPack.placeOption)
    credits = try arguments.value(of: BriefingPack.creditOption)
    marking = try arguments.value(of: BriefingPack.markingOption)
    help = { $0.help }
  }
}
