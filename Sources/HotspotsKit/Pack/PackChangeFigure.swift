import Boundaries
import Cartography
import HotspotAnalysis
import Tasking

/// Draws and describes how the areas of a pack's first layer changed against the period before.
struct PackChangeFigure {
  private let result: BriefingPack.Result
  private let change: PeriodChange.Result

  /// Takes what a pack says; `nil` if there is no period before.
  init?(_ result: BriefingPack.Result) {
    guard let change = result.change else { return nil }
    (self.result, self.change) = (result, change)
  }

  /// Draws the map.
  ///
  /// - Parameter page: The page, if the map is a figure of the pack's page, which has title and marking
  ///   itself; `nil` for a sheet.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  func map(page: Page?) throws(AreaMapError) -> SignificanceMap {
    let words = "change of incidents a day by \(result.noun(ofLayer: 0).singular)"
    let heading = words.prefix(1).uppercased() + words.dropFirst()
    var figure = ChangeFigure(change)
    figure.title = page == nil ? result.pack.sheetTitle(words) : heading
    figure.marking = page == nil ? result.pack.marking : nil
    figure.look = page != nil ? result.pageLook : result.look
    figure.hasSentences = page == nil
    figure.listNames = result.knownAreas[0].map(\.forms)
    return try figure.map(page: page, identifierPrefix: page == nil ? "" : "change")
  }

  /// Describes the change for the page.
  ///
  /// - Parameter page: The size of a figure of the page.
  /// - Returns: What the page says.
  /// - Throws: ``AreaMapError``.
  func contents(page: Page) throws(AreaMapError) -> PackLargestChanges {
    let map = try map(page: page)
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(map.numberedRows, 1...map.numberedRows.count + 1))
    let layer = change.reading.requiredInput.boundaries.layers[0]
    let differences = change.differencesPerDay
    let areas = change.rows.dropLast().enumerated().map { place, row in
      PackLargestChanges.Area(
        code: layer.codes[place],
        name: result.knownAreas[0][place].words,
        now: row.change.current, earlier: row.change.earlier, perDay: differences[place],
        relative: row.change.relative, evidence: row.verdict?.evidence.rawValue ?? "",
        adjusted: row.verdict?.adjusted, number: numbers[place])
    }
    return PackLargestChanges(
      against: result.comparison.earlier.first.map { "\($0.name), \($0.days.words)" } ?? "",
      noun: result.noun(ofLayer: 0),
      sentences: [change.totalWords, change.evidenceWords(), change.caveat].map {
        "\($0.prefix(1).uppercased())\($0.dropFirst())."
      }, areas: areas, places: change.usesHours ? 1 : 0, map: map)
  }
}
