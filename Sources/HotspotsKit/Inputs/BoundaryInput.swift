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
  /// Notes.
  package var notes: [String] = []
  /// Warnings about the file of the study area.
  package var studyAreaWarnings: [String] = []

  /// The boundary files with the records of each, in the order of the options.
  package var files: [(path: String, rows: Int)] { layers.map { ($0.path, $0.recordCount) } }

  /// Reads the layers and converts them to one system.
  ///
  /// The system is the one asked for, otherwise that of the first layer. Lengths in it must agree
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
    for path in options.boundaries.paths {
      layers.append(
        try BoundaryLayer.load(
          path: path, codeField: options.boundaries.codeField,
          nameField: options.boundaries.nameField,
          assumedProjection: options.coordinates.crs))
    }
    let crs = options.coordinates.crs ?? layers[0].projection
    let known = await early()
    let analysis =
      if let known, known.text == crs { known } else {
        try AnalysisSystem(crs, gridFolders: options.coordinates.gridFolders)
      }
    var input = BoundaryInput(
      layers: layers, crs: analysis.crs, crsName: analysis.name, areaCounts: layers.map(\.areaCount)
    )
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
    if let studyArea = options.boundaries.studyArea {
      input.wholeBox = input.layers.reduce(into: Box.empty) { $0.formUnion($1.outlines.box) }
      input.layers = try input.restricted(to: studyArea, analysis, options)
    }
    input.measure(analysis, options)
    if needsMetres, let unfitness = input.unfitness {
      throw InputError.unsuitableAnalysis(
        system: analysis.words, place: unfitness.place, fault: unfitness.fault,
        local: unfitness.local)
    }
    return input
  }

  private mutating func restricted(
    to text: String, _ analysis: AnalysisSystem, _ options: StudyOptions
  ) throws -> [BoundaryLayer] {
    if let field = StudyArea(fieldAndValue: text) { return try field.restrict(layers) }
    var area = try BoundaryLayer.load(path: text, assumedProjection: options.coordinates.crs)
    let plan = try ProjectionPlan.choose(
      from: area.projection, to: crs, over: .source(area.outlines.box),
      gridFolders: options.coordinates.gridFolders,
      allowBallpark: options.coordinates.allowsBallpark)
    try plan.makeOperation().transformUsable(x: &area.outlines.x, y: &area.outlines.y)
    try area.check(in: analysis)
    try area.mendOutlines()
    studyAreaWarnings = area.warnings.map { "\(area.path): \($0)" }
    return try StudyArea.outline(area.outlines).restrict(layers)
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
