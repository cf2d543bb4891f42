import Geometry

/// How a map on a web page is arranged where the page is narrow: the map as wide as the page, below it
/// the key and the list; heading and notes, which the page has too, are left out.
///
/// A style sheet reads it from custom properties of the picture: its width and margins in percent of the
/// room, which cut it to the map, and what moves the key and the list.
package struct FoldedLayout: Sendable {
  /// The part of the page that fills the width.
  let map: Box
  /// How far below the top of the map the list ends.
  let height: Double
  /// How much larger key and list are drawn.
  let scale: Double
  /// How far the corner of the key moves once it is larger.
  let key: Point
  /// The same of the list.
  let list: Point
  private let page: Page

  /// Folds layouts of maps that take turns in one frame.
  ///
  /// - Parameter layouts: The layouts, at least one, which differ in their furniture only.
  init(_ layouts: [MapLayout]) {
    let first = layouts[0]
    let gap = 16 * first.page.typeScale
    // Names and numbers reach a little over the frame.
    let map = Box(
      minX: first.frame.minX - 6, minY: first.frame.minY - 4, maxX: first.frame.maxX + 6,
      maxY: first.strip.maxY + 4)
    let scale = min(1.6, max(1, (map.width - 12) / first.legend.block.width))
    let legendHeight = layouts.map(\.legend.block.height).max() ?? 0
    let top = map.maxY + gap / 2
    func move(_ corner: Point, to y: Double) -> Point {
      Point(x: first.frame.minX - corner.x * scale, y: y - corner.y * scale)
    }
    let key = move(first.legend.corner, to: top)
    // Beside the map the list stands below the key already; the same move keeps them apart.
    let isBeside = first.table.corner.y > first.legend.corner.y
    let listTop = top + legendHeight * scale + gap
    let list = isBeside ? key : move(first.table.corner, to: listTop)
    let ends = layouts.map { layout in
      (layout.table.corner.y + layout.table.block.height) * scale + list.y
    }
    height = (ends.max() ?? listTop) + gap / 2 - map.minY
    (self.map, self.scale, self.key, self.list) = (map, scale, key, list)
    page = first.page
  }

  /// Folds a figure that has a key of its own for narrow pages, below the map, and no list.
  ///
  /// - Parameters:
  ///   - page: Its page.
  ///   - map: The part of the page that fills the width.
  ///   - keyHeight: The height of the key.
  init(page: Page, map: Box, keyHeight: Double) {
    let stay = Point(x: 0, y: 0)
    (self.page, self.map, key, list, scale) = (page, map, stay, stay, 1)
    height = map.height + keyHeight
  }

  /// The custom properties, as the value of a `style` attribute.
  var style: String {
    func percent(_ length: Double) -> String { SVGWriter.number(100 * length / map.width) + "%" }
    func move(_ point: Point) -> String {
      "translate(\(SVGWriter.number(point.x))px,\(SVGWriter.number(point.y))px) "
        + "scale(\(SVGWriter.number(scale)))"
    }
    let below = height - (page.height - map.minY)
    return "--fold-width:\(percent(page.width));--fold-margin:\(percent(-map.minY)) 0 "
      + "\(percent(below)) \(percent(-map.minX));--fold-key:\(move(key));--fold-list:\(move(list))"
  }
}
