package import CommandLineKit
import HotspotsKit
import Interchange

/// Joins parts, which a command counted of some of the rows each, to what it finds in all of them.
package struct MergeCommand: Command {
  package static let name = "merge"
  package static let abstract = "Join parts, written with --partial, to one result."
  package static let discussion = """
    A part holds what some of the rows count for: those of a month, of a force, of one machine among \
    many. Joined, parts give the same bytes as one run over all rows, whatever the split, the order \
    and the number of parts. The command and its options are those that the parts were made with; \
    parts that differ in them, in the areas, the version or the order of dates are refused.

    Parts hold the codes, names and sizes of areas, and no outlines: formats with geometry, maps, \
    densities and clusters take --boundaries, which must be those of the parts. Files that options \
    name, such as --weights, are read again and must be the same. A part does not tell which rows it \
    counts: rows that are in two parts count twice.

    --partial joins parts to one part, as to add a month to a year without reading the year again.
    """
  package static let articles: [MethodArticle] = ["MergingParts"]
  package static let example =
    "hotspots hours --incidents samples/incidents.csv --partial year.part && hotspots merge year.part "
    + "--output hours.csv"
  package static let options =
    [
      parts.spec.operand.required,
      SharedOptions.boundaries.spec, SharedOptions.grids.spec,
      SharedOptions.output.spec.adding(onlyPart),
      OutputFormat.spec(OutputFormat.ofSurfaces + [.text]).adding(onlyPart),
      SharedOptions.map.spec.adding(onlyPart),
      SharedOptions.chart.spec.adding(onlyPart),
      SharedOptions.title.spec, SharedOptions.outputCRS.spec, PartOutput.option.spec,
      SharedOptions.manifest.spec.adding(onlyPart),
    ] + further.map { $0.adding(onlyPart) }

  private static let onlyPart = OptionRule.excludes(
    "--partial", because: "parts are joined to a part, or to a result")

  /// What single commands write beside their result.
  private static let further = (HoursCommand.options + RepeatsCommand.options).filter {
    ["night-output", "worklist", "top", "show-units"].contains($0.name)
  }

  private static let parts = Option<[String]>(
    "part", valueName: "PART", help: "A part, written with --partial", role: .reads(["part"]))

  private let paths: [String]
  private let boundaries: [String]
  private let given: [Arguments.RecordedOption]
  private let outputs: [String]
  private let format: OutputFormat?
  private let hasMap: Bool

  package init(_ arguments: Arguments) throws(UsageError) {
    paths = try arguments.value(of: Self.parts)
    boundaries = try arguments.value(of: SharedOptions.boundaries)
    outputs = [try arguments.value(of: SharedOptions.output)].compactMap(\.self)
    format = try arguments.value(of: OutputFormat.option)
    hasMap = try arguments.value(of: SharedOptions.map) != nil
    given =
      arguments.recordedOptions.filter { $0.name != Self.parts.spec.name }
      + [try arguments.value(of: PartOutput.option)].compactMap(\.self).map {
        Arguments.RecordedOption(name: PartOutput.option.spec.name, values: [$0])
      }
  }

  package func run(in console: Console) async throws {
    let parts = try PartReplay(paths, readsBoundaries: !boundaries.isEmpty)
    guard
      let type = CommandRegistry.all.compactMap({ $0 as? any PartialCommand.Type })
        .first(where: { $0.name == parts.header.command })
    else { throw PartFileError.notAPart(path: paths[0]) }
    try requireOutlines(parts, of: type)
    if let (path, other) = parts.copies.first {
      let more = parts.copies.count > 1 ? ", and so have \(parts.copies.count - 1) more" : ""
      console.warn(
        "'\(path)' and '\(other)' have the same bytes\(more): if they are of the same rows, these count "
          + "twice")
    }
    for file in parts.header.files
    where try Digest.sha256(ofFile: file.path).hexadecimal != file.digest {
      throw PartFileError.changedFile(path: file.path, part: paths[0])
    }
    var command = try made(type, of: parts)
    command.input.parts = parts
    try await command.run(in: console)
  }

  /// Makes the command of the parts, with its own options and the outputs asked for here.
  private func made<Made: PartialCommand>(
    _ type: Made.Type, of parts: PartReplay
  ) throws -> any PartialCommand {
    var options = parts.header.options.map {
      Arguments.RecordedOption(name: $0.name, values: $0.values)
    }
    options.append(.init(name: SharedOptions.incidents.spec.name, values: paths))
    var unrecorded: Set<String> = []
    if boundaries.isEmpty, !parts.layerPaths.isEmpty {
      options.append(
        .init(name: SharedOptions.boundaries.spec.name, values: parts.layerPaths))
      unrecorded.insert(SharedOptions.boundaries.spec.name)
    }
    options += given
    var arguments = try Arguments(
      given: options, for: type.allOptions, alternatives: type.alternativesOfParts)
    arguments.unrecorded = unrecorded
    return try type.init(arguments)
  }

  /// Checks that there are outlines for what is drawn or has geometry.
  private func requireOutlines(
    _ parts: PartReplay, of type: any Command.Type
  ) throws(PartFileError) {
    guard !parts.layerPaths.isEmpty, boundaries.isEmpty else { return }
    if hasMap { throw .noOutlines(what: "a map") }
    // Standard output has no extension, but each command has a usual format.
    let usual = format ?? OutputFormat.usual(of: type)
    for output in outputs
    where (output == "-" ? usual?.ofPlaces : ResultFormat(extensionOf: output))?.hasGeometry
      ?? false
    {
      throw .noOutlines(what: "'\(output)'")
    }
  }
}
