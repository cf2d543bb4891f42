import CPROJ
import Geometry

/// A coordinate reference system: what the two numbers of a position mean.
///
///     let context = try ProjectionContext()
///     let grid = try CoordinateSystem("EPSG:27700", in: context)
///     grid.name            // "OSGB36 / British National Grid"
///     grid.unit            // .length(metres: 1)
///
/// Coordinates are always taken as easting or longitude first, northing or latitude second, also
/// where the system's authority orders them the other way. Not `Sendable`: it lives in its context.
package struct CoordinateSystem {
  /// The system's registered name, or the one in the text that described it.
  package let name: String
  /// The authority's code, such as `EPSG:27700`; nil for a system that no authority registered.
  package let authorityCode: String?
  /// What the coordinates are and how long one unit of them is.
  package let unit: CoordinateUnit
  /// Where the system may be used; `nil` if nobody said.
  package let areaOfUse: AreaOfUse?

  /// How sure PROJ is that a text means the registered system, in per cent, where it found it by
  /// comparing; `nil` if the text says so or is the same.
  package let confidence: Int?

  let object: ProjectionObject

  /// Whether the coordinates are longitude and latitude.
  package var isGeographic: Bool { unit.isGeographic }

  /// Whether the coordinates are easting and northing in a plane.
  package var isProjected: Bool { !unit.isGeographic }

  /// The length of one unit of the coordinates in metres; nil for a geographic system.
  package var metresPerUnit: Double? { unit.metres }

  /// What messages call the system: its code where there is one, else its name, else its text.
  package let label: String

  /// Understands a code, a name, a PROJ string, or the well-known text of a `.prj` file.
  ///
  /// A text without a code is looked up: the `.prj` files that ArcGIS writes for the British
  /// National Grid become EPSG:27700, so that the area of use and the operations of that code are
  /// found. Heights are left out.
  ///
  /// - Parameters:
  ///   - text: `EPSG:27700`, `urn:ogc:def:crs:EPSG::27700`, `PROJCS["British_National_Grid",...`.
  ///   - context: The context in which the system lives.
  /// - Throws: ``ProjectionError/unknownSystem(text:found:)``,
  ///   ``ProjectionError/unsuitableSystem(text:kind:)`` for a vertical or geocentric one,
  ///   ``ProjectionError/databaseMissing(text:found:)``.
  package init(_ text: String, in context: ProjectionContext) throws(ProjectionError) {
    let recogniser = SystemRecogniser(text: text, context: context)
    let recognised = try recogniser.recognise()
    let object = recognised.object
    self.object = object
    confidence = recognised.confidence
    name = object.name
    authorityCode = object.identifier.map { "\($0.authority):\($0.code)" }
    let isNamed = !object.name.isEmpty && object.name.lowercased() != "unknown"
    label = authorityCode ?? (isNamed ? object.name : recogniser.shortText)
    areaOfUse = object.areaOfUse
    unit = Self.unit(of: object, isGeographic: try recogniser.isGeographic(object))
  }

  /// Returns whether positions mean the same in two systems.
  package func isEquivalent(to other: CoordinateSystem) -> Bool {
    unsafe proj_is_equivalent_to(
      object.pointer, other.object.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
  }

  /// The system as well-known text of OGC 01-009, as GDAL writes it; nil for one that this cannot
  /// say.
  package var wellKnownText: String? {
    unsafe ProjectionObject.text(
      proj_as_wkt(object.context.pointer, object.pointer, PJ_WKT1_GDAL, nil))
  }

  /// The system as well-known text in Esri's dialect, as `.prj` files have it; nil for one that this
  /// cannot say.
  package var esriText: String? {
    unsafe ProjectionObject.text(
      proj_as_wkt(object.context.pointer, object.pointer, PJ_WKT1_ESRI, nil))
  }

  /// The name of the projection itself, such as `British National Grid`; `nil` if geographic.
  var projectionName: String? {
    guard isProjected else { return nil }
    return unsafe ProjectionObject(
      proj_crs_get_coordoperation(object.context.pointer, object.pointer),
      in: object.context)?.name
  }

  /// From the system's own longitude and latitude to its easting and northing, in this order; nil
  /// for a geographic system.
  var normalisedConversion: ProjectionObject? {
    let context = object.context
    guard isProjected,
      let conversion = unsafe ProjectionObject(
        proj_crs_get_coordoperation(context.pointer, object.pointer), in: context)
    else { return nil }
    return unsafe ProjectionObject(
      proj_normalize_for_visualization(context.pointer, conversion.pointer), in: context)
  }

  /// Returns a rectangle of longitudes and latitudes, in degrees, around one of the system's
  /// coordinates; `nil` if PROJ cannot take all of its edge back.
  func degrees(around box: Box) -> Box? {
    if case .angle(let degrees) = unit {
      return Box(
        minX: box.minX * degrees, minY: box.minY * degrees, maxX: box.maxX * degrees,
        maxY: box.maxY * degrees)
    }
    return normalisedConversion?.bounds(of: box, direction: .inverse)
  }

  static func unit(of object: ProjectionObject, isGeographic: Bool) -> CoordinateUnit {
    let context = object.context
    var factor = 0.0
    guard
      let axes = unsafe ProjectionObject(
        proj_crs_get_coordinate_system(context.pointer, object.pointer), in: context),
      unsafe proj_cs_get_axis_info(
        context.pointer, axes.pointer, 0, nil, nil, nil, &factor, nil, nil, nil) != 0,
      factor > 0
    else { return isGeographic ? .angle(degrees: 1) : .length(metres: 1) }
    guard isGeographic else { return .length(metres: factor) }
    // PROJ gives radians for each unit; a degree's own factor is rounded in many texts.
    let degrees = factor * 180 / Double.pi
    return .angle(degrees: abs(degrees - 1) < 1e-9 ? 1 : degrees)
  }
}
