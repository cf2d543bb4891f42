import Geometry
import HotspotAnalysis
import Incidents
import Projections

/// Locations in centimetres of a plane.
struct MetricPositions: Sendable {
  /// The eastings, in centimetres.
  private(set) var x: [Int32] = []
  /// The northings.
  private(set) var y: [Int32] = []
  /// The system, as PROJ takes it; `nil` for a study without positions.
  private(set) var crs: String?
  /// How positions were brought into metres, as a sentence; `nil` if nothing was to be done.
  private(set) var conversion: String?

  /// Unpacks locations, and converts them where there are no areas in whose system they are and they
  /// are not in metres: into the system asked for, else the one that serves the middle of them best.
  ///
  /// - Throws: ``RepeatUnitsError/noMetres(system:)``; `ProjectionError`.
  /// - Complexity: O(*n*), with an operation of PROJ for each location that is to be converted.
  init(of keys: [UInt64], _ plan: RepeatUnits.Plan, _ reading: StudyReading) throws {
    guard plan.request.hasPositions else { return }
    guard let system = plan.system else {
      crs = reading.input?.boundaries.crs
      (x, y) = (keys.map { PackedPosition(key: $0).x }, keys.map { PackedPosition(key: $0).y })
      return
    }
    let asked = reading.options.coordinates.crs
    if system.isProjected && system.isInMetres && asked == nil {
      crs = system.crs
      (x, y) = (keys.map { PackedPosition(key: $0).x }, keys.map { PackedPosition(key: $0).y })
      return
    }
    let scale = plan.request.positionScale
    var eastings = keys.map { Double(PackedPosition(key: $0).x) / scale }
    var northings = keys.map { Double(PackedPosition(key: $0).y) / scale }
    let target = try Self.target(asked, eastings, northings, system, reading.options)
    let operation = try ProjectionPlan.choose(
      from: system.crs, to: target.crs,
      gridFolders: reading.options.coordinates.gridFolders,
      allowBallpark: reading.options.coordinates.allowsBallpark
    )
    .makeOperation()
    operation.transform(x: &eastings, y: &northings)
    let reach = Double(Int32.max) / 100
    guard (eastings + northings).allSatisfy({ abs($0) < reach }) else {
      throw RepeatUnitsError.noMetres(system: system.words)
    }
    x = eastings.map { Int32(($0 * 100).rounded()) }
    y = northings.map { Int32(($0 * 100).rounded()) }
    crs = target.crs
    conversion = "positions: converted to \(target.words) for distances and maps"
  }

  private static func target(
    _ asked: String?, _ x: [Double], _ y: [Double], _ system: AnalysisSystem,
    _ options: StudyOptions
  ) throws -> AnalysisSystem {
    if let asked, asked.lowercased() != "auto" {
      return try AnalysisSystem(asked, gridFolders: options.coordinates.gridFolders)
    }
    func middle(_ values: [Double]) -> Double {
      values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
    guard let local = system.local(at: Point(x: middle(x), y: middle(y)), options) else {
      throw RepeatUnitsError.noMetres(system: system.words)
    }
    return try AnalysisSystem(local.code, gridFolders: options.coordinates.gridFolders)
  }
}
