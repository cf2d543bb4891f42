import Cartography
import CommandLineKit
import HotspotAnalysis
import Interchange
import Tables
import Tasking

/// Makes of the density of a pack what its page and its files show.
struct PackPlacesMaker {
  let density: DensityAnalysis
  let hotspots: HotspotList
  let options: InputOptions
  let settings: DensitySettings
  /// The title that the user gave.
  let title: String?
  /// The protective marking of the files.
  let marking: String?
  /// The page and the backdrops of the maps.
  let look: MapLook

  private var crs: String { density.incidents.input.boundaries.crs }

  /// What the run says of the density.
  var report: DensityReport {
    DensityReport(analysis: density, options: options, settings: settings)
  }

  /// Draws the map.
  ///
  /// - Parameter figure: The size of a figure of the page, which has title and marking itself; absent
  ///   for a sheet.
  /// - Returns: The map.
  func map(figure: Page?) -> IsoplethMap {
    let words = "density of incidents"
    let maker = DensityMapMaker(
      analysis: density, options: options, report: report, hotspots: hotspots,
      title: figure == nil ? title.map { "\($0): \(words)" } : nil,
      marking: figure == nil ? marking : nil, look: look)
    return maker.map(page: figure, identifierPrefix: figure == nil ? "" : "density")
  }

  /// The table of the hotspots with their outlines.
  var table: FeatureTable {
    hotspots.featureTable(crs: crs, weightColumn: options.weightColumn)
  }

  /// What the page says.
  ///
  /// - Parameter figure: The size of a figure of the page.
  /// - Returns: The values.
  func contents(figure: Page) -> PackPlaces {
    PackPlaces(
      map: map(figure: figure),
      hotspots: hotspots.hotspots.map { hotspot in
        let name = hotspot.name(crs: crs)
        let reference =
          crs == OrdnanceSurveyGridReference.crs
          ? OrdnanceSurveyGridReference(of: hotspot.peak)?.description : nil
        return PackPlaces.Hotspot(
          rank: hotspot.rank, name: name,
          position: reference.flatMap { name.hasSuffix($0) ? nil : $0 },
          incidents: hotspot.amount, share: hotspot.share,
          squareKilometres: hotspot.squareKilometres,
          timesAverage: hotspot.predictiveAccuracyIndex, hours: hotspot.profile.hours?.label,
          hoursShare: hotspot.profile.hours?.share,
          categories: hotspot.profile.categories.map {
            .init(
              name: $0.name.isEmpty ? "not recorded" : $0.name, share: $0.share,
              studyAreaShare: $0.studyAreaShare)
          })
      },
      qualifying: hotspots.qualifying, isCutThroughTie: hotspots.isCutThroughTie,
      minimumIncidents: HotspotList.minimumIncidents,
      squareKilometres: density.area.areaSquareKilometres,
      peak: density.result.surface.range?.upperBound ?? 0, method: method,
      isWeighted: hotspots.isWeighted)
  }

  /// How the density was found.
  var method: String {
    "\(report.methodWords); bandwidth \(density.bandwidth.description); cells of "
      + "\(DensityReport.length(density.area.grid.cellSize)) m"
      + (settings.cellSize == nil ? ", chosen for the extent" : "")
  }
}
