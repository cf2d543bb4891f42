import Boundaries
import Cartography
import Interchange
import Projections
public import Tables

/// What a query found; the rows themselves are in the file that was written.
public struct QueryResult: Sendable {
  /// The query.
  public let query: IncidentQuery
  /// What was read, and what became of every row.
  public let reading: StudyReading
  /// The counts; `nil` if rows were written.
  public internal(set) var table: FeatureTable?
  /// The number of incidents selected.
  public internal(set) var selected = 0
  /// The digests of the inputs, for a manifest; none until the watch over them is sealed.
  public var digests = FileDigests()

  /// The ground of the query's area.
  let ground: QueryGround?
  /// The layers, if they were read.
  let boundaries: BoundaryInput?
  /// The conversion of the incidents to the system of the ground, or of the areas counted by.
  var groundConversion: ProjectionPlan?
  /// The approximation of that conversion.
  let approximation: String?
  /// The conversion of the incidents to the system of the file.
  var outputConversion: ProjectionPlan?
  /// What was noticed in writing rows.
  var rows: RowNotes?
  /// Why nothing was selected; `nil` if something was.
  var emptiness: EmptySelection?

  init(
    query: IncidentQuery, reading: StudyReading, ground: QueryGround?, boundaries: BoundaryInput?,
    groundConversion: ProjectionPlan?, approximation: String?
  ) {
    self.query = query
    self.reading = reading
    self.ground = ground
    self.boundaries = boundaries
    self.groundConversion = groundConversion
    self.approximation = approximation
  }

  /// What became of each row; assigned are those inside the area.
  public var reconciliation: Reconciliation { reading.reconciliations[0] }
}

extension QueryResult {
  /// What was chosen and found.
  public var choices: [Choice] {
    let layers = boundaries?.layers ?? []
    return reading.inputChoices + [
      Choice("layers", .array(layers.map(\.chosen)), sentences: boundaries?.notes ?? []),
      Choice("place", .optional(ground?.words), sentences: ground?.notes ?? []),
      Choice(
        "place_crs", .optional(ground?.crs),
        sentences: Self.sentences(of: groundConversion, "projection")),
      Choice(
        "selected", .integer(selected), "found: \(NumberWords.grouped(selected)) \(selectionWords)"),
      Choice(
        "output_operation", .optional(outputConversion?.summary.operation),
        sentences: Self.sentences(of: outputConversion, "output")),
    ] + reading.likeness.choices + reading.hourChoices
  }

  /// What people should know before they use the result.
  public var findings: [Finding] {
    Finding.ofConversion(groundConversion?.summary)
      + Finding.ofConversion(outputConversion?.summary, isOfOutput: true)
      + (boundaries?.findings ?? []) + (ground?.warnings ?? []).map(Finding.queryArea)
      + reading.findings + (rows?.findings(outputConversion) ?? [])
      + [emptiness.map(Finding.emptySelection)].compactMap(\.self)
  }

  /// What was looked for: `incidents not inside 'cordon.geojson'`.
  private var selectionWords: String {
    let noun = selected == 1 ? "incident" : "incidents"
    guard let ground else { return "\(noun) as asked" }
    return query.selectsOutside ? "\(noun) not \(ground.words)" : "\(noun) \(ground.words)"
  }

  private static func sentences(of conversion: ProjectionPlan?, _ name: String) -> [String] {
    conversion.map { ["\(name): \($0.summary.line)"] } ?? []
  }
}

extension Manifest {
  /// Creates a record of a query.
  ///
  /// - Parameters:
  ///   - result: The result, with the digests of the inputs.
  ///   - command: What was run.
  public init(of result: QueryResult, command: String = "query") {
    var projection = (result.groundConversion ?? result.outputConversion)?.summary
    if result.groundConversion != nil { projection?.approximation = result.approximation }
    self.init(
      command: command, options: [], incidents: result.reading.files,
      boundaries: (result.boundaries?.files ?? []) + (result.ground?.files ?? []),
      digests: result.digests, chosen: result.choices.members, projection: projection,
      reconciliations: result.reading.reconciliations, outputs: [],
      warnings: result.findings.filter(\.isWarning).map(\.description))
  }
}
