import CPROJ
package import Geometry
import Glibc

/// Measures the scale of a projected system: whether a metre of its plane is one on the ground.
///
/// A plain value, made once from a ``CoordinateSystem``; any task may measure with it. Web Mercator
/// says that its unit is the metre, and in London a metre on the ground is 1.6 of these.
///
///     let gauge = ScaleGauge(of: try CoordinateSystem("EPSG:3857", in: context))
///     gauge?.scales(at: [Point(x: -13_358, y: 6_710_219)]).first??.largest   // 1.607
package struct ScaleGauge: Sendable, Equatable {
  /// From the plane's own geographic system to the plane, in PROJ's language, longitude first.
  private let definition: String
  private let gridFolders: [String]
  private let metresPerUnit: Double
  /// The length of one unit of longitude and latitude, in degrees.
  private let degreesPerUnit: Double
  private let semiMajor: Double
  private let semiMinor: Double

  /// Half the distance over which the scale is measured, in metres: short enough for the curvature
  /// of the Earth to change nothing in the ninth decimal, long enough for rounding to change
  /// nothing.
  private static let reach = 100.0

  /// Prepares to measure; nil for a geographic system, and one of which PROJ cannot tell the way
  /// back.
  package init?(of system: CoordinateSystem) {
    let context = system.object.context
    var semiMajor = 0.0
    var semiMinor = 0.0
    guard let metresPerUnit = system.metresPerUnit,
      let conversion = system.normalisedConversion,
      let text = unsafe ProjectionObject.text(
        proj_as_proj_string(context.pointer, conversion.pointer, PJ_PROJ_5, nil)),
      let base = unsafe ProjectionObject(
        proj_crs_get_geodetic_crs(context.pointer, system.object.pointer), in: context),
      case .angle(let degrees) = CoordinateSystem.unit(of: base, isGeographic: true),
      let ellipsoid = unsafe ProjectionObject(
        proj_get_ellipsoid(context.pointer, system.object.pointer), in: context),
      unsafe proj_ellipsoid_get_parameters(
        context.pointer, ellipsoid.pointer, &semiMajor, &semiMinor, nil, nil) != 0
    else { return nil }
    definition = text
    gridFolders = context.gridFolders
    self.metresPerUnit = metresPerUnit
    degreesPerUnit = degrees
    self.semiMajor = semiMajor
    self.semiMinor = semiMinor
  }

  /// Measures the scale at positions.
  ///
  /// Positions a little to each side are taken back to the ellipsoid, and the straight lines
  /// between them are measured in space, so that poles and the antimeridian are places like others.
  /// `proj_factors`, which is meant for this, answers 6,479,754 for systems whose northing comes
  /// first and 20,925,569 for those in feet, and takes the Earth for a sphere in some (PROJ 9.1.1).
  ///
  /// - Parameter positions: Eastings and northings of the system.
  /// - Returns: The scale at each; `nil` if a position is none of the Earth's.
  /// - Complexity: O(*n*) for *n* positions, about 3 microseconds each.
  package func scales(at positions: [Point]) -> [GroundScale?] {
    guard let context = try? ProjectionContext(gridFolders: gridFolders),
      let conversion = unsafe ProjectionObject(
        proj_create(context.pointer, definition), in: context)
    else { return positions.map { _ in nil } }
    let step = Self.reach / metresPerUnit
    var x: [Double] = []
    var y: [Double] = []
    for position in positions {
      x += [position.x - step, position.x + step, position.x, position.x, position.x]
      y += [position.y, position.y, position.y - step, position.y + step, position.y]
    }
    let (planeX, planeY) = (x, y)
    _ = conversion.transform(x: &x, y: &y, in: x.indices, direction: .inverse)
    var (againX, againY) = (x, y)
    _ = conversion.transform(x: &againX, y: &againY, in: x.indices, direction: .forward)
    return positions.indices.map { index in
      let five = (5 * index)..<(5 * index + 5)
      // What does not come back to where it was is no place of the system.
      let returns = five.allSatisfy {
        max(abs(againX[$0] - planeX[$0]), abs(againY[$0] - planeY[$0])) * metresPerUnit
          <= CoordinateOperation.roundTripTolerance
      }
      guard returns else { return nil }
      let corners = five.map { space(longitude: x[$0], latitude: y[$0]) }
      return scale(across: corners[1] - corners[0], along: corners[3] - corners[2])
    }
  }

  /// Returns the scale from what 200 m of the plane to the east and to the north are in space.
  private func scale(across: SIMD3<Double>, along: SIMD3<Double>) -> GroundScale? {
    let length = 2 * Self.reach
    let (u, v) = (across / length, along / length)
    let (uu, uv, vv) = ((u * u).sum(), (u * v).sum(), (v * v).sum())
    // The squares of the ground's length for a metre of the plane, in the two main directions.
    let middle = (uu + vv) / 2
    let spread = ((uu - vv) * (uu - vv) / 4 + uv * uv).squareRoot()
    guard middle - spread > 0, (middle + spread).isFinite else { return nil }
    return GroundScale(
      smallest: 1 / (middle + spread).squareRoot(), largest: 1 / (middle - spread).squareRoot())
  }

  /// Returns a position on the ellipsoid as metres from the Earth's middle.
  private func space(longitude: Double, latitude: Double) -> SIMD3<Double> {
    let radians = degreesPerUnit * Double.pi / 180
    let (east, north) = (longitude * radians, latitude * radians)
    let ratio = (semiMinor / semiMajor) * (semiMinor / semiMajor)
    let radius = semiMajor / (1 - (1 - ratio) * sin(north) * sin(north)).squareRoot()
    return SIMD3(
      radius * cos(north) * cos(east), radius * cos(north) * sin(east), radius * ratio * sin(north))
  }
}
