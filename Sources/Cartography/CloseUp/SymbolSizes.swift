import Geometry

/// How large circles are whose areas are in proportion to incidents.
struct SymbolSizes {
  /// The most incidents of a circle.
  let largest: Double
  /// The radius of the largest, in points.
  let radius: Double

  /// Chooses sizes: the largest a circle that is easily seen, smaller where there are so many that
  /// they would hide the streets.
  ///
  /// - Parameters:
  ///   - amounts: The incidents of each circle.
  ///   - frame: The map.
  ///   - scale: How much larger than on A4 things are drawn.
  init(_ amounts: [Double], in frame: Box, scale: Double) {
    let largest = amounts.max() ?? 0
    self.largest = largest
    guard largest > 0 else {
      radius = 0
      return
    }
    // A tenth of the map at most.
    let ratio = amounts.reduce(0) { $0 + $1 / largest } * Double.pi
    let fitting = (0.1 * frame.width * frame.height / ratio).squareRoot()
    radius = min(max(fitting, 5 * scale), 17 * scale)
  }

  /// Returns the radius of a circle.
  func radius(of amount: Double) -> Double { radius * (amount / largest).squareRoot() }

  /// The amounts that the key shows, the largest first: round, and the smallest no smaller than can
  /// be drawn.
  var keyed: [Double] {
    guard largest > 0 else { return [] }
    let top = largest >= 1 ? ScaleBar.roundLength(upTo: largest) : largest
    let others = [top / 4, top / 20].map { $0 >= 1 ? ScaleBar.roundLength(upTo: $0) : 0 }
    var amounts = [top]
    for amount in others where amount >= 1 && amount < amounts[amounts.count - 1] {
      amounts.append(amount)
    }
    return amounts
  }
}
