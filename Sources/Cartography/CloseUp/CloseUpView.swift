import Geometry

/// The map of a close-up with north, scale and key below it.
///
/// How much room the map has depends on its key, which is known when the map is drawn.
struct CloseUpView {
  /// Where the map lies on the page.
  let frame: Box
  /// How large it is drawn.
  let streets: StreetScale
  /// The map.
  let plate: CloseUpPlate
  /// What stands below it.
  let strip: CloseUpStrip

  /// How often a map is drawn anew for a key that is higher than the room left for it.
  private static let tries = 3

  /// Draws a map and what stands below it.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot.
  ///   - map: What the map shows.
  ///   - width: The width of both in points.
  ///   - scale: How much larger than on A4 things are drawn.
  ///   - isRound: Whether the scale of the map is a round number.
  ///   - byteLimit: About how many bytes the backdrop may take.
  ///   - frame: Returns where the map lies above a strip of a height.
  init(
    _ contents: CloseUpContents, _ map: CloseUpMap, width: Double, scale: Double, isRound: Bool,
    byteLimit: Int, frame: (_ stripHeight: Double) -> Box
  ) {
    func draw(above stripHeight: Double) -> (Box, StreetScale, CloseUpPlate) {
      let box = frame(stripHeight)
      let streets = StreetScale(showing: map.extent, in: box, isRound: isRound)
      let room = CloseUpFrame(box, transform: streets.transform, scale: scale)
      return (box, streets, CloseUpPlate(contents, map, frame: room, byteLimit: byteLimit))
    }
    func strip(_ plate: CloseUpPlate, _ streets: StreetScale?) -> CloseUpStrip {
      CloseUpStrip(
        key: plate.key, note: map.note, width: width, scale: scale, streetScale: streets)
    }
    var room = CloseUpStrip.leastHeight * scale
    var drawn = draw(above: room)
    // A lower map may have another key, which may be higher once more.
    for _ in 0..<Self.tries {
      let height = strip(drawn.2, nil).height
      if height <= room { break }
      room = height
      drawn = draw(above: room)
    }
    (self.frame, streets, plate) = drawn
    self.strip = strip(plate, streets)
  }
}
