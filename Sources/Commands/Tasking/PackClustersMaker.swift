import Boundaries
import Cartography
import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Tables
import Tasking

/// Makes of the local statistics of a pack what its page and its files show.
struct PackClustersMaker {
  let clusters: LocalStatistics.Result
  let options: StudyOptions
  /// The hotspots made of the places that stand out; absent where they are made of the density.
  let hotspots: HotspotWords?
  /// The word for what is compared.
  let noun: AreaNoun
  /// The title that the user gave.
  let title: String?
  /// The protective marking of the files.
  let marking: String?
  /// The page and the backdrops of the maps.
  let look: MapLook

  /// Draws the map.
  ///
  /// - Parameter figure: The size of a figure of the page, which has title and marking itself; absent
  ///   for a sheet.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  func map(figure: Page?) throws(AreaMapError) -> SignificanceMap {
    let words = "hot and cold spots by \(noun.singular)"
    let heading = words.prefix(1).uppercased() + words.dropFirst()
    var map = SignificanceFigure(clusters)
    map.hotspots = hotspots?.marks(valueLabel: options.amountWords)
    map.title = figure == nil ? title.map { "\($0): \(words)" } ?? heading : heading
    map.marking = figure == nil ? marking : nil
    map.look = look
    return try map.map(page: figure, identifierPrefix: figure == nil ? "" : "significance")
  }

  /// What the page says.
  ///
  /// - Parameter figure: The size of a figure of the page.
  /// - Returns: The values.
  /// - Throws: ``AreaMapError``.
  func contents(figure: Page) throws(AreaMapError) -> PackClusters {
    let map = try map(figure: figure)
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(map.numberedRows, 1...map.numberedRows.count + 1))
    let codes = clusters.table[column: clusters.grid == nil ? "code" : "cell"]?.values
    let names = clusters.table[column: "name"]?.values
    let classes = clusters.scores.classes
    let values = clusters.table[column: "value"]?.values
    let hot = classes.indices.compactMap { row -> PackClusters.Area? in
      guard let size = classes[row], size >= 2, let z = clusters.scores.z[row],
        let p = clusters.scores.adjustedP[row]
      else { return nil }
      let code = codes?.description(at: row) ?? ""
      let name = names?.description(at: row) ?? ""
      return PackClusters.Area(
        code: code, name: name.isEmpty ? code : name,
        incidents: values?.number(at: row) ?? 0, z: z, adjustedP: p,
        number: numbers[row])
    }
    let order = hot.indices.sorted { (hot[$1].z, $0) < (hot[$0].z, $1) }
    return PackClusters(
      map: map, hot: order.map { hot[$0] },
      cold: classes.count { ($0 ?? 0) <= -2 }, tested: clusters.scores.testCount, noun: noun,
      method: "\(clusters.methodWords); neighbours: \(clusters.neighbourWords)",
      warnings: clusters.doubts.map(\.description), showsHotspots: hotspots != nil,
      areCells: clusters.grid != nil)
  }
}
