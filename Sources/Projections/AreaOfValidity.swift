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
    guard source.isProjected else {
      return Box(
        minX: area.minX / source.unit, minY: area.minY / source.unit,
        maxX: area.maxX / source.unit, maxY: area.maxY / source.unit)
    }
    let context = source.object.context
    guard
      let conversion = unsafe ProjectionObject(
        proj_crs_get_coordoperation(context.pointer, source.object.pointer), in: context),
      let normalised = unsafe ProjectionObject(
        proj_normalize_for_visualization(context.pointer, conversion.pointer), in: context)
    else { return nil }
    var box = Box.empty
    guard
      unsafe proj_trans_bounds(
        context.pointer, normalised.pointer, PJ_FWD, area.minX, area.minY, area.maxX, area.maxY,
        &box.minX, &box.minY, &box.maxX, &box.maxY, 21) != 0,
      box.minX.isFinite, box.minY.isFinite, box.maxX.isFinite, box.maxY.isFinite
    else { return nil }
    return box
  }
}
