package import CommandLineKit
import HotspotsKit

/// Describes each area: its leading and over-represented categories, its nights, its change.
package struct ProfileCommand: Command {
  package static let name = "profile"
  package static let abstract =
    "Describe each area: leading and over-represented categories, night share, change."
  package static let discussion = """
    The table has a row for each area of the first layer. leading_1 to leading_4 are its categories with \
    most incidents. over_represented are those whose share is larger here than among all incidents by a \
    location quotient above 1, with its whole 95% interval, and at least ten incidents. issues are \
    those in which the area is among the first three of all areas, with at least ten; areas with as many \
    share a place.

    --against compares with an earlier period, which the files must cover; --from and --to name the \
    period. change is that of incidents a day, as a fraction, and evidence says whether chance \
    explains it. night_share spreads each incident over its time window; it is empty where the files \
    tell no hours, and with --hours.

    --dataset, several times, adds datasets: police, ambulance, fire, noise. Each is read with its own \
    columns and coordinate system and reconciled by itself; --agreement says by rank correlation on \
    which areas and hours they agree, and --chart draws them on one scale. --columns fire:start=NAME \
    names a column of one of them.

    Without --output and --chart the table is printed for people, with the columns that fit; --output - \
    prints CSV for programs.
    """
  package static let articles: [MethodArticle] = [
    "ProfilingAreas", "SpreadingOverHours", "ComparingPeriods --against",
    "RatesAndDenominators --population", "WeighingByHarm --weights",
    "ComparingDatasets --dataset",
  ]
  package static let example =
    "hotspots profile --boundaries boundaries/wards.shp --incidents samples/incidents.csv "
    + "--from 2025-07 --to 2025-12 --against before --output profiles.csv --long profiles-long.csv"
  package static let columns = [
    OutputColumn("code", "The area's code"),
    OutputColumn("name", "The area's name"),
    OutputColumn("incidents", "Its incidents; with --hours, those that could lie in them"),
    OutputColumn("share", "The fraction of all incidents; with --hours, of expected"),
    OutputColumn("rank", "The place by incidents, 1 for the most; ties share a place"),
    OutputColumn("leading_1", "The category with most incidents"),
    OutputColumn("leading_2", "The next"),
    OutputColumn("leading_3", "The next"),
    OutputColumn("leading_4", "The next"),
    OutputColumn("leading_weight", "With --weights only: the category that weighs most"),
    OutputColumn(
      "over_represented", "Categories above their share of all incidents, by quotient; joined by ;"),
    OutputColumn(
      "issues",
      "Datasets, if there are several, and categories in which the area is among the first three; joined by ;"
    ),
    OutputColumn(
      "volume_priority",
      "The category with most incidents, or the third where the same two have most in every area"),
    OutputColumn(
      "resident_share",
      "With --resident-column only: the fraction of victims who live in the area, of those known"),
    OutputColumn("night_share", "The fraction in the night, of incidents with a time of day"),
    OutputColumn("change", "With --against only: change of incidents a day, as a fraction"),
    OutputColumn(
      "evidence", "With --against only: increase, decrease, none, or few (under 10 incidents)"),
    OutputColumn(
      "expected", "With --hours only: the incidents in them, estimated from time windows"),
    OutputColumn("weight", "With --weights only: what the incidents weigh"),
    OutputColumn("weight_share", "With --weights only: the fraction of the weight of all"),
    OutputColumn("weight_rank", "With --weights only: the place by weight, 1 for the largest"),
    OutputColumn("population", "With --population only: the people of the area"),
    OutputColumn("rate", "With --population only: incidents for each --per people"),
    OutputColumn("rate_low", "The lower end of its exact 95% interval"),
    OutputColumn("rate_high", "The upper end"),
    OutputColumn("rate_smoothed", "The rate drawn towards that of all areas"),
  ]

  private static let against = Option<EarlierPeriod?>(
    "against", valueName: "PERIOD",
    help:
      "Add the change from an earlier period: that before, that of a year before, or days",
    rules: [.needs("--from")])

  package static let options =
    StudyOptions.tableSpecs.requiring("--boundaries") + DatasetOptions.specs + HoursFilter.specs
    + AreaProfiles.specs + [against.spec] + WeightFile.specs + ProfileOutputs.specs
    + TableOutput.chartSpecs.adding(.needs("--dataset"), to: "--chart")

  private let input: StudyOptions
  private let method: AreaProfiles
  private let against: EarlierPeriod?
  private let outputs: ProfileOutputs
  private let datasets: DatasetOptions
  private let output: TableOutput

  package init(_ arguments: Arguments) throws(UsageError) {
    outputs = try ProfileOutputs(arguments)
    var output = try TableOutput(arguments)
    output.writesFolder = outputs.pages != nil
    self.output = output
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    input.reportsAccuracy = output.hasManifest
    datasets = try DatasetOptions(arguments, &input)
    self.input = input
    var method = try AreaProfiles(arguments)
    method.countsWeeks = outputs.pages != nil
    self.method = method
    against = try arguments.value(of: Self.against)
  }

  package func run(in console: Console) async throws {
    let folder = try outputs.makeFolder()
    try await output.run(Self.self, in: console) { observer in
      let result = try await datasets.run(
        method, against: against, on: input, observer: observer)
      var content = TableOutput.Content(
        table: result.table, printed: result.printedTable, reading: result.reading,
        choices: result.choices, findings: result.findings)
      content.backdrops = result.valueFiles
      outputs.add(result, folder: folder, to: &content)
      content.add(result.datasets, agreement: datasets.agreement)
      return content
    }
  }
}
