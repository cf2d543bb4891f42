import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
import Tables
import Tasking

/// Draws and describes the density and the hotspots of a pack.
struct PackHotspotsFigure {
  private let result: BriefingPack.Result
  /// What is said of the hotspots; `nil` if what they are made from is missing.
  private let hotspots: HotspotWords?

  /// Takes what a pack says.
  init(_ result: BriefingPack.Result) {
    self.result = result
    hotspots = result.hotspotWords
  }

  private var crs: String { result.areas.input.boundaries.crs }
  private var options: StudyOptions { result.areas.reading.options }

  /// Draws the map of the density.
  ///
  /// - Parameter page: The page, if the map is a figure of the pack's page, which has title and marking
  ///   itself; `nil` for a sheet.
  /// - Returns: The map; `nil` without a density.
  func map(page: Page?) -> IsoplethMap? {
    guard let density = result.density, var figure = DensityFigure(density) else { return nil }
    figure.hotspots = marks
    if page == nil {
      figure.title = result.pack.sheetPrefix.map { "\($0): density of incidents" }
      figure.marking = result.pack.marking
    }
    figure.look = page == nil ? result.look : result.pageLook
    return figure.map(page: page, identifierPrefix: page == nil ? "" : "density")
  }

  private var marks: HotspotMarks {
    let label = options.amountLabel
    return hotspots?.marks(valueLabel: label)
      ?? HotspotMarks(
        list: [], outlines: OutlineTable(), valueLabel: label,
        summary: "No hotspot: the \(result.unitNoun.plural) do not differ in their incidents.")
  }

  /// Describes density and hotspots for the page.
  ///
  /// - Parameter page: The size of a figure of the page.
  /// - Returns: What the page says; `nil` if the data tells neither density nor hotspots.
  /// - Throws: `TopologyError` for a close-up that cannot be drawn.
  func contents(page: Page) throws -> PackHotspots? {
    guard result.density != nil || hotspots != nil else { return nil }
    let list = hotspots?.list
    let closeUps = PackCloseUps(result)
    return PackHotspots(
      map: map(page: page),
      hotspots: list?.hotspots.enumerated().map { place, found in
        var found = hotspot(found)
        found.history = closeUps?.contents(of: place).standing?.label
        return found
      } ?? [],
      cards: try closeUps.map { try $0.cards } ?? [],
      qualifying: list?.qualifying ?? 0, isCutThroughTie: list?.isCutThroughTie ?? false,
      rule: rule, squareKilometres: list?.studyAreaSquareKilometres ?? 0,
      peak: result.density?.surface.range?.upperBound ?? 0,
      isWeighted: list?.isWeighted ?? false, advice: advice)
  }

  /// What is to be said beside the list, of a patch that was split or has run together.
  private var advice: String? {
    guard let hotspots else { return nil }
    if let split = hotspots.split { return "\(split.prefix(1).uppercased())\(split.dropFirst())." }
    return hotspots.joined.map { first in
      let remark = PackRemark.joinedHotspot(
        first.members.count, of: hotspots.places.plural, areCells: hotspots.places.codes == nil,
        share: first.share)
      return "\(result.pack.words(remark))."
    }
  }

  private func hotspot(_ hotspot: Hotspot) -> PackHotspots.Hotspot {
    let name = hotspots?.name(of: hotspot) ?? hotspot.name(crs: crs)
    let reference =
      crs == OrdnanceSurveyGridReference.crs
      ? OrdnanceSurveyGridReference(of: hotspot.peak)?.description : nil
    return PackHotspots.Hotspot(
      rank: hotspot.rank, name: name,
      position: reference.flatMap { name.contains($0) ? nil : $0 },
      incidents: hotspot.amount, share: hotspot.share,
      squareKilometres: hotspot.squareKilometres,
      timesAverage: hotspot.concentrationRatio, hours: hotspot.profile.hours?.label,
      hoursShare: hotspot.profile.hours?.share,
      categories: result.hasSeveralCategories
        ? hotspot.profile.categories.map {
          .init(
            name: $0.name.isEmpty ? "not recorded" : $0.name, share: $0.share,
            studyAreaShare: $0.studyAreaShare)
        } : [])
  }

  private var rule: PackHotspots.Rule {
    switch result.pack.hotspotsFrom {
    case .density:
      return .densest(
        minimumIncidents: HotspotList.minimumIncidents,
        ownSurface: result.density.flatMap {
          $0.hotspotSurface.isOwn ? $0.hotspotSurface.measures : nil
        })
    case .clusters:
      let scores = result.statistics?.scores
      return .significant(
        result.unitNoun, standingOut: scores?.classes.count { ($0 ?? 0) >= 2 } ?? 0,
        tested: scores?.testCount ?? 0)
    }
  }

  /// How density and hotspots were found, for those who ask.
  var choices: [PackChoice] {
    var choices: [PackChoice] = []
    if let density = result.density {
      choices.append(
        PackChoice(
          "Density",
          "\(density.methodWords); bandwidth \(density.bandwidth.description); cells of "
            + "\(NumberWords.length(density.area.grid.cellSize)) m"
            + (density.method.cellSize == nil ? ", chosen for the extent" : "")))
      choices += density.volumeLines.map { PackChoice("Volume", $0) }
    }
    if let hotspots {
      let surface = hotspots.surface.map { "; looked for \($0.sentence)" } ?? ""
      choices.append(PackChoice("Hotspots", hotspots.rule + surface))
    }
    return choices
  }
}
