import Geometry

/// The scale of a close-up and where metres lie on its page.
struct StreetScale {
  /// The metres that one metre of paper stands for; `nil` for a map that is as large as it goes.
  let denominator: Int?
  /// Where metres lie on the page.
  let transform: PageTransform

  /// Round scales, none more than a third smaller than the one before.
  static let denominators = [
    1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10_000, 12_500, 15_000, 20_000,
    25_000, 30_000, 40_000, 50_000,
  ]

  /// Chooses the largest scale that shows an extent.
  ///
  /// - Parameters:
  ///   - extent: What is to be seen, in metres.
  ///   - frame: The room for it on the page, in points.
  ///   - isRound: Whether the scale is a round one, for a sheet that is printed at its size.
  init(showing extent: Box, in frame: Box, isRound: Bool) {
    let whole = PageTransform(extent: extent, frame: frame)
    let pointsPerMetre = 1000 * Page.pointsPerMillimetre
    let least = pointsPerMetre / whole.pointsPerMetre
    let chosen =
      isRound
      ? Self.denominators.first { Double($0) >= least * 0.999_999 } : nil
    denominator = chosen
    guard let chosen else {
      transform = whole
      return
    }
    let scale = pointsPerMetre / Double(chosen)
    let centre = extent.centre
    let (width, height) = (frame.width / scale / 2, frame.height / scale / 2)
    transform = PageTransform(
      extent: Box(
        minX: centre.x - width, minY: centre.y - height, maxX: centre.x + width,
        maxY: centre.y + height), frame: frame)
  }

  /// The scale in words: `1:5,000`.
  var words: String? { denominator.map { "1:\(NumberWords.grouped($0))" } }
}
