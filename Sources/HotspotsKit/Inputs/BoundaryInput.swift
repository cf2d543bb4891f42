package import Boundaries
import Cartography
package import Geometry
package import Projections

/// The layers of areas in the coordinate system of the analysis.
package struct BoundaryInput: Sendable {
  /// The layers, in the order of the options, with the areas of the study area only.
  package var layers: [BoundaryLayer]
  /// The system of the analysis, in a form that PROJ accepts.
  package var crs: String
  /// The name of the system of the analysis.
  package var crsName: String
  /// How many areas each layer had before the study area was applied.
  package var areaCounts: [Int]
  /// The rectangle around the areas of all layers before the study area was applied; `nil` without
  /// one.
  package var wholeBox: Box?
  /// Why nothing can be measured in the system of the analysis; `nil` if it can.
  package var unfitness: Unfitness?
  /// The fields that results of areas keep.
  package var keptFields = KeptAreaFields()
  /// Notes.
  package var notes: [String] = []
  /// What was decided about the systems of files that do not plainly say them.
  package var settledSystems: [(path: String, settling: SystemSettling)] = []
  /// Warnings about the file of the study area.
  package var studyAreaWarnings: [String] = []

  /// The boundary files with the records of each, in the order of the options.
  package var files: [(path: String, rows: Int)] { layers.map { ($0.path, $0.recordCount) } }

  /// Reads the layers and converts them to one system.
  ///
  /// The system is the one asked for, otherwise that of the first layer. A layer whose own system
  /// cannot be used is taken for one in the system asked for. Lengths in it must agree
  /// with those on the ground unless `needsMetres` is `false`.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - needsMetres: Whether the analysis measures distances.
  ///   - early: What is known of the system already.
  /// - Returns: The layers.
  /// - Throws: ``BoundaryError``, ``ProjectionError``, ``InputError``.
  package static func load(
    _ options: StudyOptions, needsMetres: Bool = true,
    early: @Sendable () async -> AnalysisSystem? = { nil }
  ) async throws -> BoundaryInput {
    var layers: [BoundaryLayer] = []
    var settled: [(path: String, settling: SystemSettling)] = []
    for path in options.boundaries.paths {
      let layer = try BoundaryLayer.load(
        path: path, codeField: options.boundaries.codeField,
        nameField: options.boundaries.nameField,
        assumedProjection: options.coordinates.assumedSystem, rule: options.boundaryRule,
        groupField: options.boundaries.groupField)
      layers.append(layer)
    }
    let known = await early()
    for index in layers.indices {
      if let settling = try layers[index].settleSystem(options.coordinates, known) {
        settled.append((layers[index].path, settling))
      }
    }
    var crs = options.coordinates.crs ?? layers[0].projection
    func system(_ text: String) throws -> AnalysisSystem {
      if let known, known.text == text { return known }
      return try AnalysisSystem(text, gridFolders: options.coordinates.gridFolders)
    }
    var analysis = try system(crs)
    var localWords: String?
    if options.coordinates.crs == nil && options.coordinates.isLocal,
      let choice = try LocalSystemChoice.choose(for: layers[0], in: analysis, options)
    {
      if case .local(let local) = choice {
        crs = local.code
        analysis = try system(crs)
      }
      localWords = choice.words(analysis)
    }
    var input = BoundaryInput(
      layers: layers, crs: analysis.crs, crsName: analysis.name, areaCounts: layers.map(\.areaCount)
    )
    input.settledSystems = settled
    input.notes = settled.map { $0.settling.words($0.path) } + [localWords].compactMap(\.self)
    for index in layers.indices where layers[index].projection != crs {
      let context = try ProjectionContext(gridFolders: options.coordinates.gridFolders)
      let own = try CoordinateSystem(layers[index].projection, in: context)
      if own.isEquivalent(to: try CoordinateSystem(crs, in: context)) { continue }
      let plan = try ProjectionPlan.choose(
        from: layers[index].projection, to: crs, over: .source(layers[index].outlines.box),
        gridFolders: options.coordinates.gridFolders,
        allowBallpark: options.coordinates.allowsBallpark)
      let operation = try plan.makeOperation()
      var outlines = layers[index].outlines
      operation.transformUsable(x: &outlines.x, y: &outlines.y)
      input.layers[index].outlines = outlines
      input.notes.append("boundaries '\(layers[index].path)': \(plan.summary.line)")
    }
    for index in input.layers.indices {
      try input.layers[index].check(in: analysis)
      try input.layers[index].mendOutlines()
    }
    if !options.boundaries.studyAreas.isEmpty {
      input.wholeBox = input.layers.reduce(into: Box.empty) { $0.formUnion($1.outlines.box) }
      try input.restrict(to: options.boundaries.studyAreas, analysis, options)
    }
    if let field = options.boundaries.groupField {
      try input.merge(by: field, nameField: options.boundaries.nameField)
    }
    input.keptFields = try KeptAreaFields(options.boundaries.keptFields, of: input.layers)
    input.measure(analysis, options)
    if needsMetres, let unfitness = input.unfitness {
      throw InputError.unsuitableAnalysis(
        system: analysis.words, place: unfitness.place, fault: unfitness.fault,
        local: unfitness.local)
    }
    return input
  }

  /// Keeps the areas that any of the study areas names; those of files are one outline together.
  private mutating func restrict(
    to texts: [String], _ analysis: AnalysisSystem, _ options: StudyOptions
  ) throws {
    var studyAreas = texts.compactMap(StudyArea.init(fieldAndValue:))
    var ground = OutlineTable()
    for text in texts where StudyArea(fieldAndValue: text) == nil {
      ground.append(contentsOf: try outlines(ofFile: text, analysis, options))
    }
    if ground.areaCount > 0 { studyAreas.append(.outline(ground)) }
    layers = try studyAreas.restrict(layers)
    if texts.count > 1 {
      notes.append(
        "study area: the areas that any of \(texts.count) name, "
          + texts.map { "'\($0)'" }.joined(separator: ", "))
    }
  }

  /// Merges the areas of the layers that have a field.
  private mutating func merge(by field: String, nameField: String?) throws {
    var isMerged = false
    for index in layers.indices {
      guard let merged = try layers[index].merged(byField: field, nameField: nameField) else {
        notes.append(
          "boundaries '\(layers[index].path)': there is no field '\(field)', so its areas stay as "
            + "they are")
        continue
      }
      notes.append(
        "boundaries '\(merged.path)': \(NumberWords.grouped(layers[index].areaCount)) areas "
          + "\(merged.mergingWords ?? "")")
      layers[index] = merged
      isMerged = true
    }
    guard isMerged else {
      var met: Set<String> = []
      throw BoundaryError.noGroupField(
        field: field, paths: layers.map(\.path),
        fields: layers.flatMap(\.fieldNames).filter { met.insert($0).inserted })
    }
  }

  /// Reads the outlines of a study area in the system of the analysis.
  private mutating func outlines(
    ofFile text: String, _ analysis: AnalysisSystem, _ options: StudyOptions
  ) throws -> OutlineTable {
    var area = try BoundaryLayer.load(
      path: text, assumedProjection: options.coordinates.assumedSystem, rule: options.boundaryRule)
    if let settling = try area.settleSystem(options.coordinates) {
      settledSystems.append((area.path, settling))
      notes.append(settling.words(area.path))
    }
    let plan = try ProjectionPlan.choose(
      from: area.projection, to: crs, over: .source(area.outlines.box),
      gridFolders: options.coordinates.gridFolders,
      allowBallpark: options.coordinates.allowsBallpark)
    try plan.makeOperation().transformUsable(x: &area.outlines.x, y: &area.outlines.y)
    try area.check(in: analysis)
    try area.mendOutlines()
    studyAreaWarnings += area.warnings.map { "\(area.path): \($0)" }
    return area.outlines
  }

  // MARK: - Whether it can be measured

  /// Why nothing can be measured in the system of the analysis.
  package struct Unfitness: Sendable {
    /// What is wrong.
    package var fault: MetricFitness.Fault
    /// The name in messages of the layers, or of the area that reaches too far.
    package var place: String
    /// The local system for the middle of the areas, if one is known.
    package var local: LocalSystem?
    /// The same as PROJ takes it.
    package var localCode: String? { local?.code }
  }

  /// Checks that lengths in the system agree with those on the ground, and warns if they do not
  /// quite.
  private mutating func measure(_ analysis: AnalysisSystem, _ options: StudyOptions) {
    let reach = AreaReach(of: layers.map(\.outlines))
    let fitness = MetricFitness(analysis, middle: reach.middle, edges: reach.edges.map(\.vertex))
    if let fault = fitness.fault {
      var place = layers.map { "'\($0.path)'" }.joined(separator: ", ")
      if case .edge(_, let index) = fault {
        let (_, layer, area) = reach.edges[index]
        place = "'\(layers[layer].path)', at '\(layers[layer].codes[area])',"
      }
      unfitness = Unfitness(
        fault: fault, place: place, local: analysis.local(at: reach.middle, options))
    }
    if let edge = fitness.edge {
      layers[0].fileWarnings.append(
        "towards the edge \(edge.words), \(analysis.words): lengths there are up to "
          + "\(NumberWords.percent(edge.distortion)) off, areas up to "
          + NumberWords.percent(edge.arealDistortion))
    }
  }
}

extension BoundaryLayer {
  /// Settles what the coordinates mean.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - known: A system that has been looked up.
  /// - Returns: What was decided; `nil` if that is plain.
  /// - Throws: As ``SystemQuestion/settle(_:)``.
  fileprivate mutating func settleSystem(
    _ options: CoordinateOptions, _ known: AnalysisSystem? = nil
  ) throws -> SystemSettling? {
    // What has been looked up already is not looked up again, which takes PROJ some milliseconds.
    if !isProjectionAssumed, projection == "EPSG:4326" { return nil }
    if !isProjectionAssumed, let known, known.isCode, known.text == projection {
      return known.identified.map(SystemSettling.identified)
    }
    if isProjectionAssumed && options.crs == nil && LikelyProjection(outlines.box) != .degrees {
      throw BoundaryError.noProjection(path: path, likely: LikelyProjection(outlines.box))
    }
    let settling = try SystemQuestion(
      path: path, stated: isProjectionAssumed ? nil : projection,
      named: isProjectionAssumed ? options.assumedSystem : options.crs,
      box: outlines.box, role: .boundaries
    ).settle(options)
    switch settling {
    case .identified, nil: break
    case .replaced, .degrees: assume(projection: settling?.crs ?? projection)
    }
    return settling
  }

  /// Checks that all outlines can be converted to the system of the analysis.
  ///
  /// - Throws: ``InputError/outlineBeyond(path:area:others:system:)``.
  fileprivate func check(in system: AnalysisSystem) throws(InputError) {
    let beyond = outlines.areasBeyond(system.unit.bounds)
    guard let first = beyond.first else { return }
    throw .outlineBeyond(
      path: path, area: "'\(codes[first])'", others: beyond.count - 1, system: system.words)
  }
}
