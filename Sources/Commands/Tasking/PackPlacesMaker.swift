import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
import Interchange
import Tables
import Tasking

/// Makes of the density and the hotspots of a pack what its page and its files show.
struct PackPlacesMaker {
  let findings: TaskingAnalysis
  /// The word for what is compared with its neighbours.
  let noun: AreaNoun
  let options: StudyOptions
  let settings: TaskingSettings
  /// The title that the user gave.
  let title: String?
  /// The protective marking of the files.
  let marking: String?
  /// The page and the backdrops of the maps.
  let look: MapLook

  private var crs: String { findings.areas.input.boundaries.crs }

  /// What the run says of the hotspots; absent where what they are made from cannot be told.
  var hotspots: HotspotWords? {
    findings.hotspots.map { list in
      HotspotWords(
        list: list, crs: crs,
        places: settings.hotspotsFrom == .density ? .cells : places,
        surface: settings.hotspotsFrom == .density ? findings.density?.hotspotSurface : nil)
    }
  }

  /// The significant places that join to hotspots.
  private var places: HotspotWords.Places {
    guard findings.grid == nil else {
      return HotspotWords.Places(singular: "cell", plural: "cells", described: noun.plural)
    }
    return HotspotWords.Places(
      singular: noun.singular, plural: noun.plural,
      codes: findings.areas.input.boundaries.layers[0].codes)
  }

  /// Draws the map of the density.
  ///
  /// - Parameter figure: The size of a figure of the page, which has title and marking itself; absent
  ///   for a sheet.
  /// - Returns: The map; absent where the data cannot tell the density.
  func map(figure: Page?) -> IsoplethMap? {
    guard let density = findings.density, var map = DensityFigure(density) else { return nil }
    let words = "density of incidents"
    map.hotspots = marks
    map.title = figure == nil ? title.map { "\($0): \(words)" } : nil
    map.marking = figure == nil ? marking : nil
    map.look = look
    return map.map(page: figure, identifierPrefix: figure == nil ? "" : "density")
  }

  private var marks: HotspotMarks {
    hotspots?.marks(valueLabel: options.amountWords)
      ?? HotspotMarks(
        list: [], outlines: OutlineTable(), valueLabel: options.amountWords,
        summary: "No hotspot: the \(noun.plural) do not differ in their incidents.")
  }

  /// The table of the hotspots with their outlines; absent where there is none.
  var table: FeatureTable? {
    guard let hotspots, !hotspots.list.hotspots.isEmpty else { return nil }
    return hotspots.table(weightColumn: options.weightColumn)
  }

  /// What the page says.
  ///
  /// - Parameter figure: The size of a figure of the page.
  /// - Returns: The values; absent where the data tells neither density nor hotspots.
  func contents(figure: Page) -> PackPlaces? {
    guard findings.density != nil || findings.hotspots != nil else { return nil }
    let list = findings.hotspots
    return PackPlaces(
      map: map(figure: figure), hotspots: list?.hotspots.map(hotspot) ?? [],
      qualifying: list?.qualifying ?? 0, isCutThroughTie: list?.isCutThroughTie ?? false,
      rule: rule, squareKilometres: list?.studyAreaSquareKilometres ?? 0,
      peak: findings.density?.surface.range?.upperBound ?? 0,
      isWeighted: list?.isWeighted ?? false, advice: hotspots?.pageAdvice)
  }

  private func hotspot(_ hotspot: Hotspot) -> PackPlaces.Hotspot {
    let name = hotspots?.name(of: hotspot) ?? hotspot.name(crs: crs)
    let reference =
      crs == OrdnanceSurveyGridReference.crs
      ? OrdnanceSurveyGridReference(of: hotspot.peak)?.description : nil
    return PackPlaces.Hotspot(
      rank: hotspot.rank, name: name,
      position: reference.flatMap { name.contains($0) ? nil : $0 },
      incidents: hotspot.amount, share: hotspot.share,
      squareKilometres: hotspot.squareKilometres,
      timesAverage: hotspot.concentrationRatio, hours: hotspot.profile.hours?.label,
      hoursShare: hotspot.profile.hours?.share,
      categories: hotspot.profile.categories.map {
        .init(
          name: $0.name.isEmpty ? "not recorded" : $0.name, share: $0.share,
          studyAreaShare: $0.studyAreaShare)
      })
  }

  private var rule: PackPlaces.Rule {
    switch settings.hotspotsFrom {
    case .density:
      .densest(
        minimumIncidents: HotspotList.minimumIncidents,
        ownSurface: findings.density.flatMap {
          $0.hotspotSurface.isOwn ? $0.hotspotSurface.measures : nil
        })
    case .clusters:
      .significant(
        noun, standingOut: findings.clusters?.scores.classes.count { ($0 ?? 0) >= 2 } ?? 0,
        tested: findings.clusters?.scores.testCount ?? 0)
    }
  }

  /// How density and hotspots were found, for those who ask.
  var choices: [PackChoice] {
    var choices: [PackChoice] = []
    if let density = findings.density {
      choices.append(
        PackChoice(
          "Density",
          "\(density.methodWords); bandwidth \(density.bandwidth.description); cells of "
            + "\(NumberWords.length(density.area.grid.cellSize)) m"
            + (settings.density.cellSize == nil ? ", chosen for the extent" : "")))
      choices += density.volumeLines.map { PackChoice("Volume", $0) }
    }
    if let hotspots {
      let surface = hotspots.surface.map { "; looked for \($0.sentence)" } ?? ""
      choices.append(PackChoice("Hotspots", hotspots.rule + surface))
    }
    return choices
  }
}
