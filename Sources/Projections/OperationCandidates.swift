import CPROJ
package import Geometry

/// All ways PROJ knows from one coordinate system to another.
///
///     let candidates = try OperationCandidates(
///       from: CoordinateSystem("EPSG:4326", in: context),
///       to: CoordinateSystem("EPSG:27700", in: context),
///       areaOfInterest: Box(minX: -0.51, minY: 51.28, maxX: 0.33, maxY: 51.69))
///     let plan = try candidates.choose()
///     plan.summary.accuracyMetres   // 2.0; 1.0 where the OSTN15 grid is
///
/// Those that need a grid that is not here are listed too, so that one can say what is missed.
/// The corresponding C function is `proj_create_operations`.
package struct OperationCandidates {
  /// The system the coordinates are in.
  package let source: CoordinateSystem
  /// The system they are wanted in.
  package let target: CoordinateSystem
  /// Where the coordinates lie, in degrees; `nil` if that is not known.
  package let areaOfInterest: Box?
  /// The candidates, in PROJ's order.
  package let all: [OperationCandidate]

  /// PROJ's own objects, in the order of `all`.
  let objects: [ProjectionObject]

  /// Lists the ways between two systems.
  ///
  /// - Parameters:
  ///   - source: The system the coordinates are in.
  ///   - target: The system they are wanted in, of the same context.
  ///   - areaOfInterest: Where the coordinates lie, in degrees of longitude and latitude.
  /// - Throws: ``ProjectionError/noOperation(source:target:found:)`` when PROJ cannot list any.
  package init(
    from source: CoordinateSystem, to target: CoordinateSystem, areaOfInterest: Box? = nil
  ) throws(ProjectionError) {
    self.source = source
    self.target = target
    self.areaOfInterest = areaOfInterest
    // PROJ looks for detours over a third system only when there is no direct way, and takes
    // several milliseconds to see that there is one. Asking twice is quicker.
    var objects = try Self.list(from: source, to: target, in: areaOfInterest, detours: false)
    var all = objects.map(Self.describe)
    if all.allSatisfy(\.isBallpark) {
      objects = try Self.list(from: source, to: target, in: areaOfInterest, detours: true)
      all = objects.map(Self.describe)
    }
    self.objects = objects
    self.all = all
  }

  private static func list(
    from source: CoordinateSystem, to target: CoordinateSystem, in area: Box?, detours: Bool
  ) throws(ProjectionError) -> [ProjectionObject] {
    let context = source.object.context
    func failure() -> ProjectionError {
      .noOperation(
        source: source.label, target: target.label,
        found: context.takeMessage(otherwise: "none is known"))
    }
    context.forgetMessages()
    guard let factory = unsafe proj_create_operation_factory_context(context.pointer, nil) else {
      throw failure()
    }
    defer { unsafe proj_operation_factory_context_destroy(factory) }
    // Asked for operations that contain the whole area, PROJ 9.1.1 leaves out the best one that
    // works without a grid. Grids that are missing must not hide an operation either.
    unsafe proj_operation_factory_context_set_spatial_criterion(
      context.pointer, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    unsafe proj_operation_factory_context_set_grid_availability_use(
      context.pointer, factory, PROJ_GRID_AVAILABILITY_IGNORED)
    unsafe proj_operation_factory_context_set_allow_use_intermediate_crs(
      context.pointer, factory,
      detours
        ? PROJ_INTERMEDIATE_CRS_USE_IF_NO_DIRECT_TRANSFORMATION : PROJ_INTERMEDIATE_CRS_USE_NEVER)
    if let area {
      unsafe proj_operation_factory_context_set_area_of_interest(
        context.pointer, factory, area.minX, area.minY, area.maxX, area.maxY)
    }
    guard
      let list = unsafe proj_create_operations(
        context.pointer, source.object.pointer, target.object.pointer, factory)
    else { throw failure() }
    defer { unsafe proj_list_destroy(list) }
    let count = unsafe proj_list_get_count(list)
    return (0..<count).compactMap { position in
      unsafe ProjectionObject(proj_list_get(context.pointer, list, position), in: context)
    }
  }

  private static func describe(_ operation: ProjectionObject) -> OperationCandidate {
    let context = operation.context
    let accuracy = unsafe proj_coordoperation_get_accuracy(context.pointer, operation.pointer)
    let isBallpark =
      unsafe proj_coordoperation_has_ballpark_transformation(
        context.pointer, operation.pointer) != 0
    // A conversion only changes the form of coordinates, not the datum: it is exact.
    let isConversion = unsafe proj_get_type(operation.pointer) == PJ_TYPE_CONVERSION
    return OperationCandidate(
      name: operation.name,
      accuracyMetres: accuracy >= 0 ? accuracy : isConversion ? 0 : nil,
      isBallpark: isBallpark,
      isInstantiable: unsafe proj_coordoperation_is_instantiable(
        context.pointer, operation.pointer) != 0,
      grids: grids(of: operation),
      areaOfUse: operation.areaOfUse)
  }

  static func grids(of operation: ProjectionObject) -> [OperationCandidate.Grid] {
    let context = operation.context
    let count = unsafe proj_coordoperation_get_grid_used_count(context.pointer, operation.pointer)
    return (0..<max(0, count)).compactMap { position in
      var fileName: UnsafePointer<CChar>?
      var path: UnsafePointer<CChar>?
      var address: UnsafePointer<CChar>?
      var isAvailable: Int32 = 0
      guard
        unsafe proj_coordoperation_get_grid_used(
          context.pointer, operation.pointer, position, &fileName, &path, nil, &address, nil, nil,
          &isAvailable) != 0
      else { return nil }
      return OperationCandidate.Grid(
        fileName: unsafe ProjectionObject.text(fileName) ?? "",
        path: unsafe ProjectionObject.text(path) ?? "",
        address: unsafe ProjectionObject.text(address) ?? "",
        isAvailable: isAvailable != 0)
    }
  }
}
