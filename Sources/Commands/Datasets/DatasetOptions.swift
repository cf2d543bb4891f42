import CommandLineKit
import HotspotsKit
import Incidents

/// The datasets that a command compares: those of `--dataset`, and that of `--incidents`.
struct DatasetOptions: Sendable {
  /// What the first dataset is called; its files are those of the study.
  let first: String
  /// The datasets beside it.
  let others: [Dataset]
  /// The table of agreement; `nil` if it is not written.
  let agreement: String?

  static let dataset = Option<[KeyedValue]>(
    "dataset", valueName: "NAME=FILE",
    help: """
      A dataset to compare: its name, and a file, folder, ZIP or quoted pattern as for --incidents; \
      files of one name are one dataset. Each has columns and a coordinate system of its own, and is \
      reconciled by itself. --incidents beside it is the dataset incidents; else the first given is \
      profiled, and what describes rows (--columns, --category, --where, --weights, --incidents-crs) \
      is of it alone
      """,
    section: "Incidents",
    role: .readsNamed([
      "csv", "tsv", "txt", "xlsx", "zip", "gz", "geojson", "json", "ndjson", "geojsonl", "gpkg",
      "shp",
    ]), allowed: "a name and a file, such as fire=fire.csv", where: { !$0.value.isEmpty })
  static let agreement = Option<String?>(
    "agreement", valueName: "FILE",
    help: """
      Write here how far each pair of datasets agrees: rank correlation by area, hour of the day and \
      quarter of the week's days, what both lead in, what ranks furthest apart
      """,
    section: "Output", role: .writes(["csv", "json", "xlsx", "txt"]), rules: [.needs("--dataset")])

  /// The options that are read here.
  static let specs = [dataset.spec, agreement.spec]

  /// Reads the options of a command that lists ``specs``.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - input: The study, which is of the first dataset from here on.
  /// - Throws: ``UsageError`` for names that cannot be told apart, or where there is nothing to read.
  init(_ arguments: Arguments, _ input: inout StudyOptions) throws(UsageError) {
    let given = try arguments.value(of: Self.dataset)
    let own = input.incidents.paths.map { (name: Self.ownName, path: $0) }
    var datasets: [Dataset]
    do throws(DatasetError) {
      datasets = try Dataset.joined(own + given.map { ($0.key, $0.value) })
    } catch {
      throw .invalid(error.description, help: error.help)
    }
    guard !datasets.isEmpty else {
      throw .invalid(
        "there is nothing to read: neither --incidents nor --dataset is given",
        help: "give --incidents FILE, or --dataset NAME=FILE for each dataset")
    }
    let columns = try arguments.value(of: SharedOptions.columns)?.elements ?? []
    for column in columns.compactMap(DatasetColumn.init) {
      if column.key == .weight {
        throw .invalid(
          "cannot use '--columns \(column.dataset):weight=\(column.name)': incidents of datasets count, each "
            + "for one")
      }
      guard let place = datasets.firstIndex(where: { $0.name == column.dataset }) else {
        throw .invalid(
          "--columns names the dataset '\(column.dataset)', which is not given",
          help: "the datasets are \(datasets.map(\.name).joined(separator: ", "))")
      }
      datasets[place].incidents.columns.append((column.key, column.name))
    }
    first = datasets[0].name
    input.incidents.paths = datasets[0].incidents.paths
    input.incidents.columns += datasets[0].incidents.columns
    others = Array(datasets.dropFirst())
    agreement = try arguments.value(of: Self.agreement)
    if let agreement {
      do { _ = try HourFormat(path: agreement) } catch { throw .invalid(error.description) }
    }
    if others.isEmpty, arguments.isGiven(Self.agreement) || arguments.isGiven(SharedOptions.chart) {
      throw .invalid(
        "there is nothing to compare: only the dataset '\(first)' is given",
        help: "give --dataset NAME=FILE for each of the others")
    }
  }

  /// What the dataset of `--incidents` is called.
  private static let ownName = "incidents"

  /// Profiles the areas by the first dataset, and compares it with the others if there are any.
  func run(
    _ method: AreaProfiles, against: EarlierPeriod?, on input: StudyOptions,
    observer: @escaping StudyObserver
  ) async throws -> AreaProfiles.Result {
    if others.isEmpty {
      let study = Study(input, observer: observer)
      guard let against else { return try await study.run(method) }
      return try await study.run(method, against: against)
    }
    return try await DatasetStudies(input, named: first, beside: others, observer: observer)
      .compare(method, against: against)
  }
}

extension TableOutput.Content {
  /// Adds what is said of several datasets, and what is drawn and written of them.
  ///
  /// - Parameters:
  ///   - comparison: The datasets compared; `nil` for a single one.
  ///   - agreement: The file of the table of agreement; `nil` if it is not written.
  mutating func add(_ comparison: DatasetComparison?, agreement: String?) {
    guard let comparison else { return }
    choices += comparison.choices
    findings += comparison.findings
    incidents += comparison.otherFiles
    if let agreement { others.append((comparison.agreementTable, agreement)) }
    chart = { title in
      var figure = DatasetsFigure(comparison)
      figure.title = title
      return figure.svg()
    }
  }
}
