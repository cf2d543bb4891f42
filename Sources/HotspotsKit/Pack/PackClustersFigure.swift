import Boundaries
import Cartography
import HotspotAnalysis
import Tables
import Tasking

/// Draws and describes the local statistics of a pack.
struct PackClustersFigure {
  private let result: BriefingPack.Result
  private let statistics: LocalStatistics.Result
  /// The hotspots made of significant units; `nil` if they are made of the density.
  private let hotspots: HotspotWords?
  private let noun: AreaNoun

  /// Takes what a pack says; `nil` if it has no local statistics.
  init?(_ result: BriefingPack.Result) {
    guard let statistics = result.statistics else { return nil }
    (self.result, self.statistics) = (result, statistics)
    hotspots = result.pack.hotspotsFrom == .clusters ? result.hotspotWords : nil
    noun = result.unitNoun
  }

  /// Draws the map.
  ///
  /// - Parameter page: The page, if the map is a figure of the pack's page, which has title and marking
  ///   itself; `nil` for a sheet.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  func map(page: Page?) throws(AreaMapError) -> SignificanceMap {
    let words = "hot and cold spots by \(noun.singular)"
    var figure = SignificanceFigure(statistics)
    figure.hotspots = hotspots?.marks(valueLabel: statistics.options.amountLabel)
    figure.title =
      page == nil
      ? result.pack.sheetTitle(words) : words.prefix(1).uppercased() + words.dropFirst()
    if statistics.grid == nil { figure.listNames = result.knownAreas[0].map(\.forms) }
    figure.marking = page == nil ? result.pack.marking : nil
    figure.look = page == nil ? result.look : result.pageLook
    return try figure.map(page: page, identifierPrefix: page == nil ? "" : "significance")
  }

  /// Describes the statistics for the page.
  ///
  /// - Parameter page: The size of a figure of the page.
  /// - Returns: What the page says.
  /// - Throws: ``AreaMapError``.
  func contents(page: Page) throws(AreaMapError) -> PackClusters {
    let map = try map(page: page)
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(map.numberedRows, 1...map.numberedRows.count + 1))
    let (table, scores) = (statistics.table, statistics.scores)
    let codes = table[column: statistics.grid == nil ? "code" : "cell"]?.values
    let names = table[column: "name"]?.values
    let values = table[column: "value"]?.values
    let classes = scores.classes
    let hot = classes.indices.compactMap { row -> PackClusters.Area? in
      guard let size = classes[row], size >= 2, let z = scores.z[row],
        let p = scores.adjustedP[row]
      else { return nil }
      let code = codes?.description(at: row) ?? ""
      let known = statistics.grid == nil ? result.knownAreas[0][row].words : nil
      let name = known ?? names?.description(at: row) ?? ""
      return PackClusters.Area(
        code: code, name: name.isEmpty ? code : name, incidents: values?.number(at: row) ?? 0,
        z: z, adjustedP: p, number: numbers[row])
    }
    let order = hot.indices.sorted { (hot[$1].z, $0) < (hot[$0].z, $1) }
    return PackClusters(
      map: map, hot: order.map { hot[$0] },
      cold: classes.count { ($0 ?? 0) <= -2 }, tested: scores.testCount, noun: noun,
      method: "\(statistics.methodWords); neighbours: \(statistics.neighbourWords)",
      warnings: statistics.doubts.map { result.pack.words(.finding(.localStatistics($0))) },
      showsHotspots: hotspots != nil,
      areCells: statistics.grid != nil)
  }
}
