import Cartography

/// The areas of a layer beside an earlier period; of many those whose change is the most significant.
struct ChangeTable {
  let contents: PackContents
  let change: PackChange
  /// The place of the comparison among all, from 1.
  let number: Int
  /// The place of the layer among the layers.
  let layer: Int

  /// How many areas a table of a layer of more than ``HTMLTable/rowLimit`` areas lists: a page has one
  /// or two for each earlier period and layer, with a kilobyte a row.
  static let listed = 100

  private var shown: PackLayer { contents.layers[layer] }
  private var isLong: Bool { change.layers[layer].count > HTMLTable.rowLimit }
  private var identifier: String { "change-\(number)-\(layer + 1)" }

  /// Returns the table of areas that stand out.
  ///
  /// - Parameters:
  ///   - areas: The areas, the most significant rise first.
  ///   - caption: What they are.
  /// - Returns: The table.
  func found(_ areas: [Int], _ caption: String) -> HTMLTable {
    let listed = mostSignificant(areas)
    let rest = listed.count < areas.count ? "; the \(listed.count) most significant" : ""
    return table(listed, identifier, caption + rest)
  }

  /// Writes the table of all areas, which opens.
  func write(to page: inout HTMLWriter) {
    let areas = change.layers[layer]
    let order = mostSignificant(
      areas.indices.sorted {
        (areas[$1].all.standardScore, $0) < (areas[$0].all.standardScore, $1)
      })
    let (count, plural) = (NumberWords.grouped(areas.count), shown.noun.plural)
    let isCut = order.count < areas.count
    page.open("details")
    page.element(
      "summary", [:],
      isCut
        ? "The \(order.count) most significant changes in \(count) \(plural)"
        : "Change in all \(count) \(plural)")
    table(
      order, "\(identifier)-all",
      isCut
        ? "The most significant changes, the strongest rise first"
        : "Change in all \(plural), the most significant rise first"
    ).write(to: &page)
    if isCut && isInFile {
      let path = PackPart.changeTable.path(ofLayer: layer, named: shown.name)
      page.open("p")
      page.text("All \(count) \(plural) are in ")
      page.element("a", ["href": FileList.reference(path)], path)
      page.text(".")
      page.close("p")
    }
    page.close("details")
  }

  // MARK: -

  /// Whether a file has the change of all areas: it is of the first layer and the period before.
  private var isInFile: Bool {
    layer == 0 && contents.largestChanges?.against == "\(change.name), \(change.earlierPeriod)"
  }

  /// Returns the areas of the largest standard scores, rises or falls, in the order given; all of a few.
  private func mostSignificant(_ areas: [Int]) -> [Int] {
    guard isLong, areas.count > Self.listed else { return areas }
    let scores = areas.map { abs(change.layers[layer][$0].all.standardScore) }
    let places = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return places.prefix(Self.listed).sorted().map { areas[$0] }
  }

  private func table(_ areas: [Int], _ identifier: String, _ caption: String) -> HTMLTable {
    let isApart = change.crime != nil
    let cells = ChangeCells(change: change, layer: contents.layers[0])
    var columns = cells.columns(shown.noun.heading)
    if isApart {
      columns.insert(
        contentsOf: [
          .init(heading: "of it crime", isNumeric: true),
          .init(heading: "of it anti-social behaviour", isNumeric: true),
        ], at: 4)
    }
    return HTMLTable(
      identifier: identifier, caption: caption, columns: columns,
      rows: areas.map { row in
        let area = change.layers[layer][row]
        var fields = [HTMLTable.Cell(shown.areas[row].name)] + cells.row(area.all)
        if isApart {
          let apart = [area.crime ?? 0, area.antiSocialBehaviour ?? 0]
          fields.insert(
            contentsOf: apart.map {
              .init(ChangeWords.signed($0, places: cells.places), value: $0)
            }, at: 4)
        }
        return HTMLTable.Row(
          cells: fields, shape: shown.shape(of: shown.areas[row]),
          isQuiet: area.all.verdict == .within)
      })
  }
}
