import Cartography
public import Interchange

/// What is in the files of a study, and whether they are fit to use.
///
///     let files = try await Study(boundaries: ["lsoa.shp"], incidents: ["march.csv"]).inspect()
///     for remark in files.incidents[0].remarks { print(remark) }
///     try files.write(to: "report.json")
///
/// No position and no reference of an incident is in it.
public struct Inspection: Sendable {
  /// The incident files, in the order of the options.
  public let incidents: [IncidentFileInspection]
  /// The layers of areas, in the order of the options.
  public let layers: [LayerInspection]
  /// Why incidents would count twice if all files were read together; `nil` if they would not.
  public let repeats: InputError?
  /// What lies in the same folders, archives and workbooks and was not read.
  public let findings: [Finding]

  /// The different references in all files, and the rows that repeat one: overlapping exports do.
  public var references: (distinct: Int, repeated: Int) {
    (together.distinct, together.repeated)
  }

  /// The references of all files.
  let together: HashCount.Summary
}

extension Inspection {
  /// Returns the report as text: a section for each file, values under their labels.
  ///
  /// - Parameters:
  ///   - width: The number of characters of a line; long words stick out.
  ///   - words: Words a remark.
  /// - Returns: The text, without a line break at its end.
  public func text(
    width: Int, words: (InspectionRemark) -> String = { $0.description }
  ) -> String {
    var report = ReportText(width: width)
    for file in incidents { file.append(to: &report, words) }
    for layer in layers { layer.append(to: &report, words) }
    if incidents.count > 1 {
      report.heading("All \(incidents.count) files of incidents")
      report.row("rows", NumberWords.grouped(incidents.reduce(0) { $0 + $1.rows }))
      report.row(
        "references",
        "\(NumberWords.grouped(together.distinct)) different, "
          + "\(NumberWords.grouped(together.repeated)) repeated")
    }
    return report.text
  }

  /// Writes the report as JSON, whose lists are whole.
  ///
  /// - Parameters:
  ///   - path: The file, which appears only when it is complete.
  ///   - words: Words a remark.
  /// - Throws: ``Interchange/OutputError``.
  public func write(
    to path: String, words: (InspectionRemark) -> String = { $0.description }
  ) throws(OutputError) {
    try OutputFile.write(json(words), to: path)
  }

  /// Returns the report as JSON.
  package func json(_ words: (InspectionRemark) -> String) -> [UInt8] {
    let json = JSONValue.object([
      .init("tool", .text("hotspots")),
      .init("version", .text(Release.version)),
      .init("incidents", .array(incidents.map { $0.json(words) })),
      .init("boundaries", .array(layers.map { $0.json(words) })),
      .init(
        "ids_in_all_files",
        .object([
          .init("distinct", .integer(together.distinct)),
          .init("repeated", .integer(together.repeated)),
        ])),
    ])
    var buffer = ByteBuffer()
    json.write(to: &buffer)
    buffer.append("\n")
    return Array(buffer.bytes)
  }
}
