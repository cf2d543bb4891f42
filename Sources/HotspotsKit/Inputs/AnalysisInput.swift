package import Assignment
package import Boundaries
package import Geometry
package import Incidents
package import Projections

/// The purpose for which dates of incidents are read.
package enum DateUse: Sendable {
  /// They are not read.
  case none
  /// To determine the period that the data covers; dates that cannot be parsed are ignored.
  case period
  /// To filter by days or months.
  case days
  /// To determine the hours in which incidents happened.
  case hours
}

/// Everything that is needed before the first incident is read.
package struct AnalysisInput: Sendable {
  /// The layers of areas.
  package var boundaries: BoundaryInput
  /// The files of incidents, with their headers read.
  package var sources: [IncidentSource]
  /// How incidents are projected and assigned.
  package var plan: AssignmentPlan
  /// The accuracy of the projection in metres, if it is known and to be reported.
  package var accuracyDistance: Double?
  /// The system of the incidents' coordinates, in a form that PROJ accepts.
  package var incidentsCRS: String

  /// Reads boundaries and headers, chooses the projection and builds the indexes, as far as
  /// possible in parallel.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - dates: The purpose for which dates are read.
  ///   - reportsAccuracy: Whether to count the incidents nearer to a border than the projection's
  ///     accuracy.
  /// - Returns: The inputs.
  /// - Throws: ``IncidentError``, ``BoundaryError``, ``ProjectionError``, ``InputError``.
  package static func prepare(
    _ options: StudyOptions, dates: DateUse, reportsAccuracy: Bool
  ) async throws -> AnalysisInput {
    let sources = try openSources(options, dates: dates)
    let source = incidentsCRS(of: sources, options)
    let early = Task { await EarlyProjection.prepare(options, incidentsCRS: source) }
    do {
      return try await prepare(
        options, sources: sources, early: early, reportsAccuracy: reportsAccuracy)
    } catch {
      // The process may exit at any time, and PROJ must not be running while its state is
      // destroyed.
      _ = await early.value
      throw error
    }
  }

  private static func prepare(
    _ options: StudyOptions, sources: [IncidentSource], early: Task<EarlyProjection?, Never>,
    reportsAccuracy: Bool
  ) async throws -> AnalysisInput {
    let boundaries = try await BoundaryInput.load(options) { await early.value?.system }
    async let building = buildIndexes(
      boundaries, reach: 0, isWanted: !reportsAccuracy, options)
    let (projection, approximation) = try project(
      sources, onto: boundaries, options, early: await early.value)
    let accuracy = reportsAccuracy ? projection.summary.accuracyMetres : nil
    var indexes = await building
    if indexes.isEmpty {
      indexes = await buildIndexes(
        boundaries, reach: accuracy ?? 0, isWanted: true, options)
    }
    let distance = accuracy.flatMap { reach in
      indexes.allSatisfy { $0.reach >= reach } && reach > 0 ? reach : nil
    }
    return AnalysisInput(
      boundaries: boundaries, sources: sources,
      plan: assignmentPlan(projection, approximation, indexes, distance, boundaries, options),
      accuracyDistance: distance, incidentsCRS: incidentsCRS(of: sources, options))
  }

  private static func assignmentPlan(
    _ projection: ProjectionPlan, _ approximation: ApproximateProjection?, _ indexes: [AreaIndex],
    _ borderDistance: Double?, _ boundaries: BoundaryInput, _ options: StudyOptions
  ) -> AssignmentPlan {
    var plan = AssignmentPlan(
      projection: projection, approximation: approximation, layers: indexes,
      snap: options.boundaries.snap, borderDistance: borderDistance)
    if options.incidents.areaColumn != nil { plan.areaNames = AreaNames(of: boundaries.layers[0]) }
    return plan
  }

  /// Returns the same areas with incident files opened, the same or those of another dataset.
  ///
  /// - Throws: The errors of ``openSources(_:dates:needsPosition:)``; ``ProjectionError`` for incidents
  ///   of another system that cannot be converted.
  package func reopened(_ options: StudyOptions, dates: DateUse) throws -> AnalysisInput {
    var input = self
    input.sources = try Self.openSources(options, dates: dates)
    let crs = Self.incidentsCRS(of: input.sources, options)
    if crs != incidentsCRS {
      let (projection, approximation) = try Self.project(input.sources, onto: boundaries, options)
      let accuracy = options.reportsAccuracy ? projection.summary.accuracyMetres : nil
      input.accuracyDistance = accuracy.flatMap { reach in
        plan.layers.allSatisfy { $0.reach >= reach } && reach > 0 ? reach : nil
      }
      input.plan = Self.assignmentPlan(
        projection, approximation, plan.layers, input.accuracyDistance, boundaries, options)
      input.incidentsCRS = crs
    } else {
      input.plan.areaNames =
        options.incidents.areaColumn == nil ? nil : AreaNames(of: boundaries.layers[0])
      var box = Box.empty
      for layer in boundaries.layers { box.formUnion(layer.outlines.box) }
      Self.settleOrders(of: input.sources, plan.projection, in: box)
    }
    return input
  }

  /// Opens the incident files and checks that they have the columns that the options need.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - dates: The purpose for which dates are read.
  ///   - needsPosition: Whether incidents need coordinates.
  /// - Returns: The files, ready to be streamed.
  /// - Throws: ``IncidentError``, ``InputError``, ``DateOrderError``.
  package static func openSources(
    _ options: StudyOptions, dates: DateUse, needsPosition: Bool = true
  ) throws -> [IncidentSource] {
    var sources: [IncidentSource] = []
    let parts = try IncidentParts(
      options.incidents.paths, headerLine: options.incidents.headerRow
    ).parts
    for part in parts {
      let path = part.path
      let source = try IncidentSource.open(options, needsSystem: needsPosition) {
        try IncidentSource(
          part: part, named: options.incidents.columns, dateOrder: options.incidents.dateOrder,
          timeFormat: options.incidents.timeFormat, readsDates: dates != .none,
          needsDates: dates != .period, features: options.featureSystem,
          isOneOfMany: parts.count > IncidentParts.openAtOnce)
      }
      // Without coordinates areas may be told by their codes.
      let namesAreas = options.incidents.areaColumn != nil && source.columns.coordinateKind == nil
      if needsPosition && !namesAreas {
        guard let kind = source.columns.coordinateKind else {
          throw IncidentError.missingColumns(
            path: path, needed: "a pair of longitude and latitude, or of easting and northing,",
            header: source.columns.header)
        }
        if let first = sources.first, first.columns.coordinateKind.map({ $0 != kind }) ?? false {
          throw InputError.mixedCoordinates(first: first.path, second: path)
        }
        if source.origin != nil && source.origin?.crs == nil {
          throw IncidentError.noSystem(path: path)
        }
        if options.incidents.crs == nil, let first = sources.first,
          try !options.isSameSystem(first.crs, source.crs)
        {
          throw InputError.mixedSystems(
            first: first.path, system: first.crs, second: path, other: source.crs)
        }
      }
      if dates == .hours {
        guard let time = source.columns.time else {
          throw IncidentError.missingColumns(
            path: path, needed: "a date with a time of day", header: source.columns.header)
        }
        if time.isMonth { throw InputError.noTimes(path: path) }
      }
      for (bound, isFirst) in [(options.filter.from, true), (options.filter.to, false)] {
        guard let bound else { continue }
        guard let time = source.columns.time else {
          throw IncidentError.missingColumns(
            path: path, needed: "a date or month for the period", header: source.columns.header)
        }
        if time.isMonth && !bound.isMonth {
          throw InputError.monthsOnly(bound, isFirst: isFirst, path: path)
        }
      }
      if !options.filter.categories.isEmpty || !options.filter.excludedCategories.isEmpty,
        source.columns[.category] == nil
      {
        throw IncidentError.missingColumns(
          path: path, needed: "a category to filter by", header: source.columns.header)
      }
      sources.append(source)
    }
    _ = try options.incidents.uniqueColumns(of: sources)
    if !options.incidents.allowsRepeats, let error = try InputError.repeats(among: parts, options) {
      throw error
    }
    return sources
  }

  private static func buildIndexes(
    _ boundaries: BoundaryInput, reach: Double, isWanted: Bool, _ options: StudyOptions
  ) async -> [AreaIndex] {
    guard isWanted else { return [] }
    var indexes: [AreaIndex] = []
    for layer in boundaries.layers {
      indexes.append(await buildIndex(layer.outlines, reach: reach, options))
    }
    return indexes
  }

  /// Builds the index that finds areas, on as many threads as the options allow.
  package static func buildIndex(
    _ outlines: OutlineTable, reach: Double, fineness: AreaIndex.Fineness = .fine,
    _ options: StudyOptions
  ) async -> AreaIndex {
    options.threads > 1
      ? await AreaIndex.build(outlines, reach: reach, fineness: fineness)
      : AreaIndex(outlines, reach: reach, fineness: fineness)
  }

  /// Chooses the operation from the incidents' system to that of the analysis, for the extent of
  /// the areas if it is known.
  package static func plan(
    from source: String, to crs: String, over box: Box? = nil, _ options: StudyOptions
  ) throws -> ProjectionPlan {
    try ProjectionPlan.choose(
      from: source, to: crs, over: box.map { .target($0) },
      gridFolders: options.coordinates.gridFolders,
      allowBallpark: options.coordinates.allowsBallpark)
  }

  /// Chooses the operation to the system of the boundaries, and its approximation.
  package static func project(
    _ sources: [IncidentSource], onto boundaries: BoundaryInput, _ options: StudyOptions,
    early: EarlyProjection? = nil
  ) throws -> (ProjectionPlan, ApproximateProjection?) {
    var box = Box.empty
    for layer in boundaries.layers { box.formUnion(layer.outlines.box) }
    return try project(sources, onto: boundaries.crs, over: box, options, early: early)
  }

  /// Chooses the operation to another system, and its approximation over a rectangle there.
  package static func project(
    _ sources: [IncidentSource], onto crs: String, over box: Box, _ options: StudyOptions,
    early: EarlyProjection? = nil
  ) throws -> (ProjectionPlan, ApproximateProjection?) {
    let from = incidentsCRS(of: sources, options)
    var plan =
      if let early, early.system.crs == crs { early.incidents } else {
        try plan(from: from, to: crs, over: box, options)
      }
    settleOrders(of: sources, plan, in: box)
    if plan.isIdentity { return (plan, nil) }
    var operation = try plan.makeOperation()
    var source = sourceBox(of: box, operation)
    // The operation chosen before the areas were read is for the area where both systems are used.
    if early != nil, let valid = plan.validBox, !valid.contains(source) {
      plan = try self.plan(from: from, to: crs, over: box, options)
      operation = try plan.makeOperation()
      source = sourceBox(of: box, operation)
    }
    if options.coordinates.isExact { return (plan, nil) }
    guard !source.isEmpty else { return (plan, nil) }
    let margin = max(source.width, source.height) * 0.05
    return (plan, ApproximateProjection(operation, over: source.padded(by: margin)))
  }

  /// Returns the system of the incidents' coordinates, in a form that PROJ accepts.
  package static func incidentsCRS(of sources: [IncidentSource], _ options: StudyOptions) -> String
  {
    options.incidents.crs ?? sources[0].crs
  }

  /// Returns a rectangle of source coordinates that contains everything in a rectangle of a plan's
  /// target; infinite if PROJ cannot tell.
  package static func sourceBox(of box: Box, _ plan: ProjectionPlan) throws -> Box {
    if plan.isIdentity { return box }
    let operation = try plan.makeOperation()
    let sampled = sourceBox(of: box, operation)
    guard !sampled.isEmpty, var source = operation.bounds(of: box, direction: .inverse),
      !source.isEmpty
    else {
      return Box(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)
    }
    source.formUnion(sampled)
    return source.padded(by: max(source.width, source.height) * 0.05)
  }

  /// Returns the rectangle of source coordinates that covers a rectangle of the analysis.
  private static func sourceBox(of box: Box, _ operation: CoordinateOperation) -> Box {
    let steps = 16
    var (x, y): ([Double], [Double]) = ([], [])
    for column in 0...steps {
      for row in 0...steps {
        x.append(box.minX + box.width * Double(column) / Double(steps))
        y.append(box.minY + box.height * Double(row) / Double(steps))
      }
    }
    operation.transform(x: &x, y: &y, direction: .inverse)
    var source = Box.empty
    for (x, y) in zip(x, y) where x.isFinite && y.isFinite { source.formUnion(x: x, y: y) }
    return source
  }
}
