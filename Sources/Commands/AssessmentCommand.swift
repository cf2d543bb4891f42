package import CommandLineKit
import HotspotsKit

/// Writes the strategic assessment.
package struct AssessmentCommand: Command {
  package static let name = "assessment"
  package static let abstract =
    "Make the strategic assessment: one report of all analyses that the data can carry."
  package static let discussion = """
    The assessment is a folder with index.html, a page that prints as a report, tables.xlsx, each table \
    as CSV, maps and charts as SVG, and manifest.json. It has a section for each analysis: figure, table, \
    sentences, method and what was left out. What the data cannot carry is listed with the reason. The \
    folder appears when it is complete; an earlier assessment or pack of the same name is replaced, and a \
    folder that holds anything else is left alone.

    --from and --to name the period, which is compared with an earlier one that the files cover too \
    (--against). Each table has the very bytes that its own command writes with the same options. With \
    several layers the first is that of concentration and hotspots; tables list the areas of the wards, \
    else of the last layer.

    Keep the options in a file: --init writes one to start from, with the sections, sets and cross tables \
    that it finds, and --config reads it.
    """
  package static let articles: [MethodArticle] = ["MakingTheAssessment"]
  package static let example =
    "hotspots assessment --boundaries boundaries/lsoa.shp --boundaries boundaries/wards.shp "
    + "--incidents samples/incidents.csv --from 2025-07 --to 2025-12 --weights samples/weights.csv "
    + "--weights-name harm --unit-costs samples/unit-costs.csv --place Marlowick --output assessment"
  package static let options =
    StudyOptions.specs + SharedOptions.hourFilters + [SharedOptions.dayStart.spec]
    + WeightFile.specs + Assessment.specs + [folder.spec, initialFile.spec.typedOnly]
  package static let alternatives: [[OptionUse]] = [["--output", "--init"]]

  /// The folder of the assessment.
  static let folder = Option<String?>(
    "output", valueName: "FOLDER",
    help:
      "Folder to make; an earlier assessment in its place is replaced when the new one is complete",
    section: "Output", role: .writesFolder)

  /// The file of options to begin with.
  static let initialFile = Option<String?>(
    "init", valueName: "FILE",
    help: """
      Make no assessment, but write a commented file for --config, from these options and what the \
      inputs hold: sections, period, sets and cross tables. An existing file is left alone
      """,
    section: "Output", role: .writes(["json", "json5"]), isRecorded: false)

  private let input: StudyOptions
  private let assessment: Assessment
  private let breaksFrom: String?
  private let output: String
  private let initialFile: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    // Patrols go where incidents are: surfaces stay those of counts.
    input.weights?.weighsPlaces = false
    input.reportsAccuracy = true
    self.input = input
    assessment = try Assessment(arguments)
    breaksFrom = try arguments.value(of: ScaleOptions.breaksFrom)
    initialFile = try arguments.value(of: Self.initialFile)
    output = try arguments.value(of: Self.folder) ?? ""
    recorded = arguments.recordedOptions
    if initialFile == nil && (output == "-" || output.isEmpty) {
      throw .invalid("cannot write an assessment to '\(output)': it is a folder, not a stream")
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: true) { watch in
      if let initialFile {
        return try await AssessmentOptionsFile(
          options: input, assessment: assessment, given: recorded, path: initialFile
        ).write(watch, in: console)
      }
      // Before anything is read: a folder that must not be replaced is known at once.
      let folder = try PackFolder(path: output)
      var assessment = assessment
      assessment.scale.saved = try breaksFrom.map(SavedScales.init)
      let stages = Stages(console: console)
      let observer = console.observer(stages)
      let result = try await assessment.run(Study(input, observer: observer))
      console.say(
        result.areas.reading, choices: result.areas.choices, findings: result.findings)
      for (kind, reason) in result.absences {
        console.note("no section '\(kind.rawValue)': \(assessment.words(.noSection(reason)))")
      }
      var writer = AssessmentWriter(
        result, folder: folder, digests: try watch.seal(), observer: observer)
      writer.recorded = recorded.map { ($0.name, $0.values) }
      try await writer.write()
      try folder.commit()
      stages.endAll()
      console.note("assessment: \(folder.final("index.html"))")
    }
  }
}
