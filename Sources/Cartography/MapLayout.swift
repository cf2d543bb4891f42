import Geometry

/// Where everything on a map's page goes.
struct MapLayout {
  /// How map, key and table lie to each other.
  enum Arrangement: CaseIterable {
    /// Key and table stand in a column to the right of the map.
    case beside
    /// Key and table lie below the map.
    case below
  }

  /// The furniture that is laid out, whatever the page.
  struct Furniture {
    let header: (_ scale: Double) -> Header
    let legend: (_ scale: Double) -> Legend
    /// The table with at most so many rows.
    let table: (_ scale: Double, _ rows: Int) -> BusiestTable
    let footer: (_ scale: Double) -> Footer

    /// Describes the furniture of a map.
    ///
    /// - Parameters:
    ///   - description: What the map says of itself.
    ///   - legendRows: The rows of the legend, from its top.
    ///   - notes: What the foot of the page says.
    ///   - table: Makes the table for a type scale, with at most so many rows.
    init(
      _ description: MapDescription, legendRows: [Legend.Row], notes: [String],
      table: @escaping (_ scale: Double, _ rows: Int) -> BusiestTable
    ) {
      header = { scale in
        Header(
          title: description.title, subtitle: description.subtitle, marking: description.marking,
          scale: scale)
      }
      legend = { scale in
        Legend(
          heading: description.legendHeading ?? description.value.heading,
          placeNoun: description.placeNoun, rows: legendRows, scale: scale)
      }
      self.table = table
      footer = { scale in Footer(notes: notes, marking: description.marking, scale: scale) }
    }
  }

  let page: Page
  /// The room for the areas.
  let frame: Box
  /// The room for scale bar and north arrow, below the map.
  let strip: Box
  /// The laid-out blocks with the places of their corners.
  let header: (block: Block, corner: Point)
  let legend: (block: Block, corner: Point)
  let table: (block: Block, corner: Point)
  let footer: (block: Block, corner: Point)
  /// How many rows the table has at most; no more places are numbered on the map.
  let listedRows: Int

  /// The rows of the table, where the page has room for them.
  static let tableRows = 10

  /// Lays out a page one way.
  init(page: Page, arrangement: Arrangement, furniture: Furniture) {
    self.page = page
    let scale = page.typeScale
    let margin = page.margin * scale
    let gap = 16 * scale
    let width = page.width - 2 * margin
    let header = furniture.header(scale).block(width: width)
    let footer = furniture.footer(scale).block(width: width)
    self.header = (header, Point(x: margin, y: margin))
    self.footer = (footer, Point(x: margin, y: page.height - margin - footer.height))
    let top = margin + header.height + 10 * scale
    let bottom = page.height - margin - footer.height - 8 * scale

    let panelWidth = arrangement == .beside ? 212 * scale : (width - 2 * gap) / 2
    let legend = furniture.legend(scale).block(width: min(panelWidth, 212 * scale))
    let roomForTable =
      arrangement == .beside ? bottom - top - legend.height - gap : (bottom - top) / 2
    let tables = (0...MapLayout.tableRows).reversed().lazy.map {
      (rows: $0, block: furniture.table(scale, $0).block(width: panelWidth))
    }
    let fitting = tables.first { $0.block.height <= roomForTable }
    let table = fitting?.block ?? Block(width: panelWidth, height: 0)
    listedRows = fitting?.rows ?? 0
    let stripHeight = 30 * scale
    let panelLeft = page.width - margin - panelWidth
    switch arrangement {
    case .beside:
      self.legend = (legend, Point(x: panelLeft, y: top))
      self.table = (table, Point(x: panelLeft, y: top + legend.height + gap))
      frame = Box(minX: margin, minY: top, maxX: panelLeft - gap, maxY: bottom - stripHeight)
    case .below:
      let panelTop = bottom - max(legend.height, table.height)
      self.legend = (legend, Point(x: margin, y: panelTop))
      self.table = (table, Point(x: panelLeft, y: panelTop))
      frame = Box(
        minX: margin, minY: top, maxX: margin + width, maxY: panelTop - 8 * scale - stripHeight)
    }
    strip = Box(
      minX: frame.minX, minY: frame.maxY, maxX: frame.maxX, maxY: frame.maxY + stripHeight)
  }

  /// Returns the layout that shows an extent largest.
  ///
  /// - Parameters:
  ///   - pages: The pages allowed.
  ///   - extent: What the map shows, in metres.
  ///   - furniture: What else is on the page.
  /// - Returns: The layout; of equally good ones the first.
  static func best(on pages: [Page], extent: Box, furniture: Furniture) -> MapLayout {
    let layouts = pages.flatMap { page in
      Arrangement.allCases.map { MapLayout(page: page, arrangement: $0, furniture: furniture) }
    }
    let scales = layouts.map { layout in
      layout.frame.isEmpty
        ? 0 : PageTransform(extent: extent, frame: layout.frame).pointsPerMetre
    }
    let best = scales.indices.reduce(0) { scales[$1] > scales[$0] * 1.000001 ? $1 : $0 }
    return layouts[best]
  }
}
