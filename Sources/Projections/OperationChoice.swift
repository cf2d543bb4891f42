import CPROJ
import Geometry

extension OperationCandidates {
  /// Chooses the operation to use and says what better one is missed.
  ///
  /// The most accurate operation that PROJ can run here and that covers the area of interest
  /// (where none covers it all: the one that covers most), in PROJ's order where two are equal.
  /// Without an area of interest, the area where both systems may be used counts.
  ///
  /// - Parameter allowBallpark: Whether an operation that leaves out the change of datum may be
  ///   taken when there is no other.
  /// - Returns: What to do, ready to be handed to other tasks.
  /// - Throws: ``ProjectionError/onlyBallpark(source:target:)``,
  ///   ``ProjectionError/gridsMissing(source:target:grids:)``,
  ///   ``ProjectionError/noOperation(source:target:found:)``,
  ///   ``ProjectionError/cannotInstantiate(operation:found:)``.
  package func choose(allowBallpark: Bool = false) throws(ProjectionError) -> ProjectionPlan {
    if source.isEquivalent(to: target) {
      return plan(ProjectionSummary(identityOf: source, target: target), definition: "+proj=noop")
    }
    let shares = all.map(share)
    let ranked = all.indices.filter { all[$0].isInstantiable }
      .filter { allowBallpark || !all[$0].isBallpark }
      .sorted { isBetter($0, than: $1, shares: shares) }
    guard let first = ranked.first else { throw refusal(allowBallpark: allowBallpark) }
    let skipped = all.indices.filter { other in
      !all[other].isInstantiable && !all[other].isBallpark
        && all[other].grids.contains { !$0.isAvailable }
        && shares[other] >= shares[first]
        && (all[other].accuracyMetres ?? .infinity) < (all[first].accuracyMetres ?? .infinity)
    }
    let best = skipped.min { isBetter($0, than: $1, shares: shares) }
    let chosen = all[first]
    return plan(
      ProjectionSummary(
        source: source.label, target: target.label,
        sourceName: source.name, targetName: target.name,
        operation: chosen.name, datumShift: datumShift(of: chosen.name),
        accuracyMetres: chosen.accuracyMetres, isBallpark: chosen.isBallpark,
        skippedBetter: best.map { skipped in
          ProjectionSummary.SkippedOperation(
            operation: all[skipped].name, accuracyMetres: all[skipped].accuracyMetres,
            missingGrids: missingGrids(of: skipped))
        }),
      definition: try definition(of: first))
  }

  private func plan(_ summary: ProjectionSummary, definition: String) -> ProjectionPlan {
    ProjectionPlan(
      summary: summary, definition: definition,
      gridFolders: source.object.context.gridFolders, validBox: validBox(),
      sourceUnit: source.unit, targetUnit: target.unit)
  }

  /// Returns whether one candidate is to be preferred to another.
  private func isBetter(_ one: Int, than other: Int, shares: [Double]) -> Bool {
    if all[one].isBallpark != all[other].isBallpark { return all[other].isBallpark }
    if shares[one] != shares[other] { return shares[one] > shares[other] }
    let accuracy = all[one].accuracyMetres ?? .infinity
    let otherAccuracy = all[other].accuracyMetres ?? .infinity
    return accuracy != otherAccuracy ? accuracy < otherAccuracy : one < other
  }

  /// Returns the share of the area of interest in which a candidate may be used.
  private func share(of candidate: OperationCandidate) -> Double {
    guard let area = areaOfInterest ?? commonArea, let use = candidate.areaOfUse else { return 1 }
    return use.share(of: area)
  }

  /// Returns the pipeline, in PROJ's language, that does what a candidate says.
  private func definition(of index: Int) throws(ProjectionError) -> String {
    let operation = objects[index]
    let context = operation.context
    context.forgetMessages()
    guard
      let normalised = unsafe ProjectionObject(
        proj_normalize_for_visualization(context.pointer, operation.pointer), in: context),
      let text = unsafe ProjectionObject.text(
        proj_as_proj_string(context.pointer, normalised.pointer, PJ_PROJ_5, nil))
    else {
      throw .cannotInstantiate(
        operation: all[index].name, found: context.takeMessage(otherwise: "it has no pipeline"))
    }
    return text
  }

  private func refusal(allowBallpark: Bool) -> ProjectionError {
    let grids =
      all.indices.first { !all[$0].isBallpark && !all[$0].isInstantiable }
      .map(missingGrids) ?? []
    if !grids.isEmpty {
      return .gridsMissing(source: source.label, target: target.label, grids: grids)
    }
    if !allowBallpark && all.contains(where: \.isBallpark) {
      return .onlyBallpark(source: source.label, target: target.label)
    }
    return .noOperation(source: source.label, target: target.label, found: "none is known here")
  }

  /// Returns the grids that a candidate lacks, with their publishers' names.
  private func missingGrids(of index: Int) -> [MissingGrid] {
    let publishersNames = publishersGridNames(of: objects[index])
    let grids = all[index].grids
    return grids.enumerated().filter { !$1.isAvailable }.map { position, grid in
      MissingGrid(
        fileName: grid.fileName,
        publishersName: grids.count == publishersNames.count ? publishersNames[position] : nil,
        address: grid.address.isEmpty ? nil : grid.address)
    }
  }

  /// Returns the grids' names as registered: PROJ replaces them by those of its own collection.
  private func publishersGridNames(of operation: ProjectionObject) -> [String] {
    let context = operation.context
    let count = unsafe proj_concatoperation_get_step_count(context.pointer, operation.pointer)
    let steps =
      count == 0
      ? [operation]
      : (0..<count).compactMap { position in
        unsafe ProjectionObject(
          proj_concatoperation_get_step(context.pointer, operation.pointer, position),
          in: context)
      }
    return steps.flatMap { step -> [String] in
      guard let identifier = step.identifier else { return [] }
      // A step taken backwards is identified as INVERSE(EPSG).
      let authority = identifier.authority.split { $0 == "(" || $0 == ")" }.last.map(String.init)
      guard let authority,
        let registered = unsafe ProjectionObject(
          proj_create_from_database(
            context.pointer, authority, identifier.code, PJ_CATEGORY_COORDINATE_OPERATION, 0, nil),
          in: context)
      else { return [] }
      return Self.grids(of: registered).map(\.fileName)
    }
  }

  /// Returns the part of an operation's name that says how the datum changes.
  ///
  /// `Inverse of OSGB36 to WGS 84 (6) + British National Grid` is `OSGB36 to WGS 84 (6)`.
  private func datumShift(of name: String) -> String {
    let projections = [source, target].compactMap(\.projectionName)
    let prefix = "Inverse of "
    var parts: [String] = []
    for part in name.split(separator: " + ") {
      let plain = String(part.hasPrefix(prefix) ? part.dropFirst(prefix.count) : part)
      if !projections.contains(plain) { parts.append(plain) }
    }
    return parts.isEmpty ? name : parts.joined(separator: " + ")
  }
}
