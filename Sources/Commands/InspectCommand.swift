package import CommandLineKit
import HotspotsKit

/// Says what is in files of incidents and boundaries, and whether they are fit to use.
package struct InspectCommand: Command {
  package static let name = "inspect"
  package static let abstract = "Report what is in the files, and whether they are fit to use."
  package static let discussion = """
    For incidents: rows, columns, coordinates, dates, categories, repeated references, unusable \
    rows, and whether there are times for analysis by hour. For boundaries: fields, encoding, \
    coordinate system, sizes, invalid outlines, overlaps and gaps. For both together: the \
    projection and its accuracy, how many incidents lie in areas, and how many lie so close to a \
    border that the accuracy could matter. Nothing is changed, and no coordinates or references of \
    incidents are shown.
    """
  package static let example =
    "hotspots inspect --incidents samples/incidents.csv --boundaries boundaries/lsoa.shp"
  package static let options = StudyOptions.fileSpecs + [SharedOptions.output.spec]
  package static let alternatives: [[OptionUse]] = [["--incidents", "--boundaries"]]

  private let input: StudyOptions
  private let output: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    input = try StudyOptions(ofFiles: arguments)
    output = try arguments.value(of: SharedOptions.output)
    recorded = arguments.recordedOptions
    if let output, output != "-", !output.lowercased().hasSuffix(".json") {
      throw .invalid("cannot write '\(output)': the report is written as .json")
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: false) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let inspection = try await Study(input, observer: console.observer).inspect()
    try watch.check()
    for finding in inspection.findings { console.say(finding) }
    if let repeats = inspection.repeats { console.warn(repeats.description) }
    if output == "-" { return try console.write(inspection.json(\.words)) }
    if let output { try inspection.write(to: output, words: \.words) }
    try console.print(inspection.text(width: console.width, words: \.words))
  }
}
