import CPROJ
import Geometry

extension OperationCandidates {
  /// The area in degrees where both systems may be used; nil when neither says.
  var commonArea: Box? {
    guard let one = source.areaOfUse?.box else { return target.areaOfUse?.box }
    guard let other = target.areaOfUse?.box else { return one }
    let common = Box(
      minX: max(one.minX, other.minX), minY: max(one.minY, other.minY),
      maxX: min(one.maxX, other.maxX), maxY: min(one.maxY, other.maxY))
    // Systems for different places: the source's coordinates are what is asked about.
    return common.isEmpty ? one : common
  }

  /// Returns the rectangle, in source coordinates, in which positions may lie.
  ///
  /// The area of use of both systems: positions outside are not projected into nonsense but
  /// refused. In the source's unit; nil when no area of use is known.
  func validBox() -> Box? {
    guard let area = commonArea else { return nil }
    if case .angle(let degrees) = source.unit {
      return Box(
        minX: area.minX / degrees, minY: area.minY / degrees,
        maxX: area.maxX / degrees, maxY: area.maxY / degrees)
    }
    let context = source.object.context
    guard
      let conversion = unsafe ProjectionObject(
        proj_crs_get_coordoperation(context.pointer, source.object.pointer), in: context),
      let normalised = unsafe ProjectionObject(
        proj_normalize_for_visualization(context.pointer, conversion.pointer), in: context)
    else { return nil }
    return normalised.bounds(of: area, direction: .forward)
  }
}
