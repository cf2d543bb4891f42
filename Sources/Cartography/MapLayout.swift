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

  /// Lays out a page one way for several maps that take turns in one frame.
  ///
  /// Around the frame there is room for the tallest header, key, table and footer of them all.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - arrangement: How map, key and table lie to each other.
  ///   - furniture: What stands around each map.
  /// - Returns: The layouts, which differ in their furniture only.
  private static func layouts(
    page: Page, arrangement: Arrangement, furniture: [Furniture]
  ) -> [MapLayout] {
    let scale = page.typeScale
    let margin = page.margin * scale
    let gap = 16 * scale
    let width = page.width - 2 * margin
    func tallest(_ blocks: [Block]) -> Double { blocks.map(\.height).max() ?? 0 }
    let headers = furniture.map { $0.header(scale).block(width: width) }
    let footers = furniture.map { $0.footer(scale).block(width: width) }
    let top = margin + tallest(headers) + 10 * scale
    let bottom = page.height - margin - tallest(footers) - 8 * scale

    let panelWidth = arrangement == .beside ? 212 * scale : (width - 2 * gap) / 2
    let legends = furniture.map { $0.legend(scale).block(width: min(panelWidth, 212 * scale)) }
    let tables = zip(furniture, legends).map { furniture, legend in
      let room = arrangement == .beside ? bottom - top - legend.height - gap : (bottom - top) / 2
      return (0...MapLayout.tableRows).reversed().lazy.map {
        (rows: $0, block: furniture.table(scale, $0).block(width: panelWidth))
      }.first { $0.block.height <= room } ?? (rows: 0, block: Block(width: panelWidth, height: 0))
    }
    let stripHeight = 30 * scale
    let panelLeft = page.width - margin - panelWidth
    let panelTop = bottom - max(tallest(legends), tallest(tables.map(\.block)))
    let frame =
      switch arrangement {
      case .beside:
        Box(minX: margin, minY: top, maxX: panelLeft - gap, maxY: bottom - stripHeight)
      case .below:
        Box(
          minX: margin, minY: top, maxX: margin + width, maxY: panelTop - 8 * scale - stripHeight)
      }
    return furniture.indices.map { index in
      let legendCorner =
        arrangement == .beside ? Point(x: panelLeft, y: top) : Point(x: margin, y: panelTop)
      let tableTop = arrangement == .beside ? top + legends[index].height + gap : panelTop
      return MapLayout(
        page: page, frame: frame,
        strip: Box(
          minX: frame.minX, minY: frame.maxY, maxX: frame.maxX, maxY: frame.maxY + stripHeight),
        header: (headers[index], Point(x: margin, y: margin)),
        legend: (legends[index], legendCorner),
        table: (tables[index].block, Point(x: panelLeft, y: tableTop)),
        footer: (
          footers[index], Point(x: margin, y: page.height - margin - footers[index].height)
        ),
        listedRows: tables[index].rows)
    }
  }

  /// Returns the layout that shows an extent largest.
  ///
  /// - Parameters:
  ///   - pages: The pages allowed.
  ///   - extent: What the map shows, in metres.
  ///   - furniture: What else is on the page.
  /// - Returns: The layout; of equally good ones the first.
  static func best(on pages: [Page], extent: Box, furniture: Furniture) -> MapLayout {
    best(on: pages, extent: extent, furniture: [furniture])[0]
  }

  /// Returns the layouts that show an extent largest, for several maps that take turns in one
  /// frame.
  ///
  /// - Parameters:
  ///   - pages: The pages allowed.
  ///   - extent: What the maps show, in metres.
  ///   - furniture: What else is on the page with each map.
  /// - Returns: One layout for each map; of equally good ones the first.
  static func best(on pages: [Page], extent: Box, furniture: [Furniture]) -> [MapLayout] {
    let layouts = pages.flatMap { page in
      Arrangement.allCases.map {
        Self.layouts(page: page, arrangement: $0, furniture: furniture)
      }
    }
    let scales = layouts.map { layouts in
      layouts[0].frame.isEmpty
        ? 0 : PageTransform(extent: extent, frame: layouts[0].frame).pointsPerMetre
    }
    let best = scales.indices.reduce(0) { scales[$1] > scales[$0] * 1.000001 ? $1 : $0 }
    return layouts[best]
  }
}
