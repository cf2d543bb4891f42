import GeoPackages
public import Interchange
package import Projections
public import Tables

/// The record of a run: what was read, chosen, computed and written.
///
/// Nothing in it depends on the clock, the machine or the number of threads, so that two runs can be
/// compared byte for byte.
///
///     let watch = InputWatch(options)
///     let areas = try await Study(options).run(AreaCounts())
///     var manifest = Manifest(of: areas.reading, choices: areas.choices, digests: try watch.seal())
///     try ResultWriter(areas.reading).write(areas.table, to: "areas.csv")
///     manifest.outputs = ["areas.csv"]
///     try manifest.write(to: "manifest.json")
public struct Manifest: Sendable {
  /// The name of the command or method.
  public var command: String
  /// The options in order, each with its values; a flag has none.
  public var options: [(name: String, values: [String])]
  /// The incident files with their numbers of rows.
  package var incidents: [(path: String, rows: Int)]
  /// The boundary files, and other files drawn on maps, with their numbers of records.
  package var boundaries: [(path: String, rows: Int)]
  /// The digests of these files as they were read.
  package var digests: FileDigests
  /// What was chosen and found, with stable names.
  public var chosen: [JSONValue.Member]
  /// How coordinates were converted; `nil` without areas.
  package var projection: ProjectionSummary?
  /// What became of each row, for each layer.
  public var reconciliations: [Reconciliation]
  /// The paths of the files that were written; `-` is left out.
  public var outputs: [String]
  /// The warnings.
  public var warnings: [String]
  /// The current paths of outputs that do not have their final names yet.
  package var locations: [String: String]

  /// Creates a record.
  package init(
    command: String, options: [(name: String, values: [String])],
    incidents: [(path: String, rows: Int)], boundaries: [(path: String, rows: Int)],
    digests: FileDigests, chosen: [JSONValue.Member], projection: ProjectionSummary?,
    reconciliations: [Reconciliation], outputs: [String], warnings: [String],
    locations: [String: String] = [:]
  ) {
    self.command = command
    self.options = options
    self.incidents = incidents
    self.boundaries = boundaries
    self.digests = digests
    self.chosen = chosen
    self.projection = projection
    self.reconciliations = reconciliations
    self.outputs = outputs
    self.warnings = warnings
    self.locations = locations
  }

  /// Creates a record of what was read and chosen for a result.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - choices: The choices of the result.
  ///   - findings: What people should know; those that are warnings are recorded.
  ///   - digests: The digests of the files, as ``InputWatch/seal()`` returns them.
  ///   - command: What was run.
  public init(
    of reading: StudyReading, choices: [Choice], findings: [Finding] = [],
    digests: FileDigests = FileDigests(), command: String = "study"
  ) {
    self.init(
      command: command, options: [], incidents: reading.files,
      boundaries: (reading.input?.boundaries.files ?? []) + reading.weightFiles, digests: digests,
      chosen: choices.members,
      projection: reading.projection, reconciliations: reading.reconciliations, outputs: [],
      warnings: findings.filter(\.isWarning).map(\.description))
  }

  /// Writes the manifest.
  ///
  /// Outputs are read again to compute their digests.
  ///
  /// - Parameter path: The file, which appears only when it is complete.
  /// - Throws: ``Interchange/OutputError``.
  /// - Complexity: O(*n*) for *n* bytes of outputs.
  public func write(to path: String) throws(OutputError) {
    var buffer = ByteBuffer()
    try json().write(to: &buffer)
    buffer.append("\n")
    let file = try OutputFile(path: path)
    try file.write(buffer)
    try file.commit()
  }

  private func json() throws(OutputError) -> JSONValue {
    var inputs: [JSONValue] = []
    for input in incidents + boundaries {
      inputs += files(of: input.path, rows: input.rows)
    }
    var written: [JSONValue] = []
    for output in outputs where output != "-" {
      written.append(try Self.output(output, at: locations[output]))
    }
    return .object([
      .init("tool", .text("hotspots")),
      .init("version", .text(Release.version)),
      .init("command", .text(command)),
      .init("inputs", .array(inputs)),
      .init("options", .object(options.map { .init($0.name, Self.value($0.values)) })),
      .init("chosen", .object(chosen)),
      .init("projection", projection?.json ?? .null),
      .init("reconciliation", .array(reconciliations.map(\.json))),
      .init("outputs", .array(written)),
      .init("warnings", .array(warnings.map(JSONValue.text))),
    ])
  }

  /// Returns an input with its accompanying files.
  private func files(of path: String, rows: Int) -> [JSONValue] {
    let all = InputFiles.behind(path)
    // Of a Shapefile the name is that of the file; of a layer, a sheet and a file in an archive it is
    // theirs.
    let isPart = GeoPackageAddress(path) != nil || IncidentParts.isInside(path)
    let name = isPart ? path : all[0]
    return [Self.file(name, digests.digests[all[0]], rows: rows)]
      + all.dropFirst().compactMap { path in
        digests.digests[path].map { Self.file(path, $0) }
      }
  }

  private static func output(
    _ path: String, at location: String?
  ) throws(OutputError) -> JSONValue {
    let location = location ?? path
    return file(path, Digest.canRead(location) ? try Digest.sha256(ofFile: location) : nil)
  }

  private static func file(
    _ path: String, _ digest: (bytes: Int, hexadecimal: String)?, rows: Int? = nil
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .text(path)), .init("bytes", digest.map { .integer($0.bytes) } ?? .null),
      .init("sha256", .optional(digest?.hexadecimal)),
    ]
    if let rows { members.append(.init("rows", .integer(rows))) }
    return .object(members)
  }

  private static func value(_ values: [String]) -> JSONValue {
    switch values.count {
    case 0: .boolean(true)
    case 1: .text(values[0])
    default: .array(values.map(JSONValue.text))
    }
  }
}
