import Geometry

extension OperationCandidates {
  /// The area in degrees where both systems may be used; `nil` if neither says.
  var commonArea: Box? {
    guard let one = source.areaOfUse?.box else { return target.areaOfUse?.box }
    guard let other = target.areaOfUse?.box else { return one }
    let common = Box(
      minX: max(one.minX, other.minX), minY: max(one.minY, other.minY),
      maxX: min(one.maxX, other.maxX), maxY: min(one.maxY, other.maxY))
    // Systems for different places: the source's coordinates are what is asked about.
    return common.isEmpty ? one : common
  }

  /// Returns the rectangle, in source coordinates, in which nothing needs to be asked of a
  /// position.
  ///
  /// The area of use of both systems, in the source's unit; `nil` if no area of use is known.
  func validBox() -> Box? {
    guard let area = commonArea else { return nil }
    if case .angle(let degrees) = source.unit {
      return Box(
        minX: area.minX / degrees, minY: area.minY / degrees,
        maxX: area.maxX / degrees, maxY: area.maxY / degrees)
    }
    return source.normalisedConversion?.bounds(of: area, direction: .forward)
  }
}
