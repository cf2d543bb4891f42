import CommandLineKit
import GeoPackages
import Interchange
import Projections
import Tables

/// The record of a run: what was read, chosen, computed and written.
///
/// Nothing in it depends on the clock, the machine or the number of threads, so that two runs can be
/// compared byte for byte.
struct Manifest {
  var command: String
  var options: [Arguments.RecordedOption]
  var incidents: [(path: String, rows: Int)]
  var boundaries: [(path: String, rows: Int)]
  /// The digests of the files behind both, as they were read.
  var digests: FileDigests
  var chosen: [JSONValue.Member]
  var projection: ProjectionSummary?
  var reconciliations: [Reconciliation]
  var outputs: [String]
  var warnings: [String]
  /// Where outputs lie that do not have their names yet.
  var locations: [String: String] = [:]

  /// Writes the manifest; outputs are read again for their digests.
  ///
  /// - Throws: ``OutputError``.
  func write(to path: String) throws(OutputError) {
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
      .init("version", .text(CommandRegistry.version)),
      .init("command", .text(command)),
      .init("inputs", .array(inputs)),
      .init("options", .object(options.map { .init($0.name, Self.value($0.values)) })),
      .init("chosen", .object(chosen)),
      .init("projection", projection.map(Self.value) ?? .null),
      .init("reconciliation", .array(reconciliations.map(\.json))),
      .init("outputs", .array(written)),
      .init("warnings", .array(warnings.map(JSONValue.text))),
    ])
  }

  /// Returns an input with the files that lie beside it.
  private func files(of path: String, rows: Int) -> [JSONValue] {
    let all = InputFiles.behind(path)
    // Of a Shapefile the name is that of the file, of FILE.gpkg:LAYER what was typed.
    let name = GeoPackageAddress(path) == nil ? all[0] : path
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

  /// Returns what was done to the coordinates, as manifests carry it.
  static func value(_ summary: ProjectionSummary) -> JSONValue {
    .object([
      .init("source", .text(summary.source)),
      .init("target", .text(summary.target)),
      .init("operation", .text(summary.operation)),
      .init("accuracy_m", .optional(summary.isIdentity ? 0 : summary.accuracyMetres)),
      .init("grids_missing", .array(summary.missingGrids.map(JSONValue.text))),
      .init("ballpark", .boolean(summary.isBallpark)),
      .init("approximation", .optional(summary.approximation)),
    ])
  }
}

extension Reconciliation {
  /// The reconciliation as manifests and GeoJSON carry it.
  var json: JSONValue {
    .object(
      [
        .init("layer", .optional(layer)),
        .init("read", .integer(read)),
        .init("filtered", .integer(filteredCount)),
        .init("rejected", .integer(rejectedCount)),
        .init("without_coordinates", .integer(withoutCoordinatesCount)),
        .init("outside", .integer(outsideCount)),
        .init("assigned", .integer(assigned)),
        .init(
          "reasons",
          .object([
            .init("rejected", .sorted(rejected)), .init("filtered", .sorted(filtered)),
            .init("without_coordinates", .sorted(withoutCoordinates)),
            .init("outside", .sorted(outside)),
          ])),
        .init("assigned_notes", .sorted(assignedNotes)),
      ] + (expected.map { [.init("expected", .real($0))] } ?? []))
  }
}
