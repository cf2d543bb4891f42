import Assignment
import Boundaries
import Cartography
package import HotspotAnalysis
public import Tables
package import Tasking

extension BriefingPack {
  /// What a pack says.
  public struct Result: Sendable {
    /// What was asked.
    public let pack: BriefingPack
    /// The incidents by area.
    public let areas: AreaCounts.Result
    /// When they happened; `nil` if the data does not tell.
    public internal(set) var hours: AoristicHours.Result?
    /// When they happened in the busiest areas of the first layer; `nil` if the data does not tell.
    package internal(set) var areaHours: AreaHours?
    /// Where they are dense; `nil` if the data does not tell.
    public internal(set) var density: KernelDensity.Result?
    /// Which areas or cells stand out; `nil` if they do not differ.
    public internal(set) var statistics: LocalStatistics.Result?
    /// The hotspots of what they are made from; `nil` if that is missing.
    package internal(set) var hotspotList: HotspotList?
    /// The cells that are compared; `nil` if areas are.
    package internal(set) var grid: CellGrid?
    /// The period and the earlier ones.
    package internal(set) var comparison: PeriodComparison.Result
    /// The months up to the end of the period; `nil` if there are not two.
    package internal(set) var trend: PackTrend?
    /// The areas of the first layer beside the period before; `nil` if the files do not cover it.
    package internal(set) var change: PeriodChange.Result?
    /// What people call the areas of each layer, in the order of their codes.
    package internal(set) var knownAreas: [[KnownArea]]
    /// What is known of each hotspot and the ground around it, in the order of the list.
    package internal(set) var closeUps: [HotspotCloseUp] = []
    /// The grounds of the hotspots; `nil` if there is none.
    var hotspotGround: HotspotGround?
    /// What earlier periods and months had on the grounds of hotspots; `nil` if nothing is known.
    package internal(set) var record: HotspotRecord?
    /// Why nothing is known of them.
    package internal(set) var recordAbsence: HotspotRecordAbsence?
    /// What a map to explore is made from; `nil` if none is asked for.
    var explore: ExploreContents?
    /// Why the data does not tell something.
    package internal(set) var reasons: [PackFinding: PackRemark] = [:]
    /// The page and the backdrops of the maps.
    let look: MapLook

    init(_ pack: BriefingPack, areas: AreaCounts.Result, look: MapLook) {
      (self.pack, self.areas, self.look) = (pack, areas, look)
      comparison = PeriodComparison.Result(areas: areas)
      knownAreas = areas.input.boundaries.layers.map { $0.names.map { KnownArea(name: $0) } }
    }
  }
}

extension BriefingPack.Result {
  /// The hotspots by rank, with their outlines in the system of the study; `nil` if there is none.
  ///
  /// The columns are those of ``KernelDensity/Result/hotspots``, then for the first layer `main_area`,
  /// `main_area_code` and `main_area_share`, the area in which most incidents lie, and the same for others
  /// with their number behind it; `history`, `months_hot` and `months_counted`; for each earlier period
  /// `earlier_1_incidents`, `earlier_1_change` of the incidents of a day, and `earlier_1_p`.
  public var hotspots: FeatureTable? {
    guard let hotspotWords, !hotspotWords.list.hotspots.isEmpty else { return nil }
    var table = hotspotWords.table(weightColumn: areas.reading.options.weightColumn)
    table.columns += closeUpColumns
    return table
  }

  /// What people should know before they read the pack; its page and its manifest have the warnings.
  public var findings: [Finding] {
    [gridFinding, creditFinding].compactMap(\.self) + areas.findings
      + (density?.surfaceFindings ?? [])
      + [hotspotWords?.finding].compactMap(\.self)
  }

  /// Returns the table of a layer, as ``AreaCounts/Result/table(ofLayer:bounds:)`` does, with what people
  /// call each area as its last column: `known_as`.
  public func table(ofLayer index: Int) -> FeatureTable {
    var table = areas.table(ofLayer: index)
    table.columns = named(table.columns, ofLayer: index)
    return table
  }

  /// Returns the same columns without their geometry.
  func columns(ofLayer index: Int) -> [Column] {
    named(areas.columns(ofLayer: index), ofLayer: index)
  }

  /// The column stands last, so that programs find all others where they were.
  private func named(_ columns: [Column], ofLayer index: Int) -> [Column] {
    columns + [Column("known_as", .text(knownAreas[index].map(\.words)))]
  }

  /// The paths of the pack's files inside its folder, the page first and the manifest last.
  public var files: [String] { parts.files.map(\.path) }

  /// What the pack does not have, by its path or as `change` for a comparison, and why.
  public var absences: [(path: String, reason: PackRemark)] {
    parts.missing.compactMap { file in
      file.part.finding.flatMap { reasons[$0] }.map { (file.path, $0) }
    } + comparison.absences.map { ("change", .noComparison($0)) }
  }

  /// What the pack has and has not.
  package var parts: PackParts {
    PackParts(
      layers: areas.input.boundaries.layers.map(\.name), lacking: Set(reasons.keys),
      weighs: areas.reading.weighing != nil, hasRates: areas.rates != nil,
      hotspots: closeUps.count, explores: pack.explores)
  }

  /// What lists and maps say of the hotspots; `nil` if what they are made from is missing.
  package var hotspotWords: HotspotWords? {
    hotspotList.map { list in
      let isOfDensity = pack.hotspotsFrom == .density
      return HotspotWords(
        list: list, crs: areas.input.boundaries.crs, places: isOfDensity ? .cells : units,
        surface: isOfDensity ? density?.hotspotSurface : nil)
    }
  }

  /// What shows the hours; `nil` if the data does not tell them.
  var hoursFigure: PackHoursFigure? {
    guard let hours, let areaHours else { return nil }
    return PackHoursFigure(
      hours, areas: areaHours, noun: noun(ofLayer: 0), known: knownAreas[0], pack: pack)
  }

  // MARK: - Words

  /// Returns the word for the areas of a layer.
  func noun(ofLayer index: Int) -> AreaNoun {
    let layer = areas.input.boundaries.layers[index]
    return AreaNoun(codeField: layer.codeField, layer: layer.name)
  }

  /// The word for what is compared with its neighbours: the areas of the first layer, or cells.
  var unitNoun: AreaNoun {
    grid.map { grid in
      AreaNoun(
        cellsOfShape: grid.shape == .square ? "square" : "hexagonal",
        size: "\(NumberWords.length(grid.size)) m")
    } ?? noun(ofLayer: 0)
  }

  /// The significant units that join to hotspots.
  private var units: HotspotWords.Places {
    let noun = unitNoun
    guard grid == nil else {
      return HotspotWords.Places(singular: "cell", plural: "cells", described: noun.plural)
    }
    return HotspotWords.Places(
      singular: noun.singular, plural: noun.plural, codes: areas.input.boundaries.layers[0].codes)
  }

  /// Whether the incidents are of several categories: shares of one are all 100 %.
  var hasSeveralCategories: Bool {
    guard let categories = areas.categories else { return false }
    return categories.names.count > 1
  }

  /// What the publishers of recognised files ask to be printed, where nobody gave a credit.
  var suggestedCredits: [String] {
    pack.credits.isEmpty ? SuggestedCredits.lines(of: areas.reading) : []
  }

  private var creditFinding: Finding? {
    suggestedCredits.isEmpty ? nil : .uncredited(suggestedCredits)
  }

  /// The page and the backdrops of the figures of the page, which has the credits at its foot.
  var pageLook: MapLook {
    var look = look
    look.credits = []
    return look
  }

  private var gridFinding: Finding? {
    grid.flatMap { grid in
      WorkAhead(
        cellsOf: grid.size, grid.shape, over: areas.input.boundaries.layers[0].outlines.box,
        isChosen: false)?.finding
    }
  }
}
