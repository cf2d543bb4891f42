import Tasking
import Cartography

/// A map or chart of an assessment.
package struct AssessedFigure: Sendable {
  /// The path inside the folder: `maps/change.svg`.
  package let path: String
  /// What it shows, without a full stop.
  package var title: String
  /// How it is to be read; `nil` where the picture says it all.
  package var caption: String?
  /// Draws it.
  let draw: @Sendable (_ use: FigureUse) throws -> [UInt8]

  init(
    _ path: String, title: String, caption: String? = nil,
    draw: @escaping @Sendable (_ use: FigureUse) throws -> [UInt8]
  ) {
    (self.path, self.title, self.caption, self.draw) = (path, title, caption, draw)
  }
}

/// Where a figure stands: on the page, which has title, marking and credits itself, or alone on a sheet.
struct FigureUse: Sendable {
  /// The title; `nil` for that of the figure.
  var title: String?
  /// The marking; `nil` on the page.
  var marking: String?
  /// The page and the backdrops.
  var look: MapLook
  /// The size of maps; `nil` for that of the look.
  var page: Page?
  /// A prefix for identifiers, which says that the figure does not stand alone; empty on a sheet.
  var prefix = ""
}

extension AssessedFigure {
  /// The map of a layer's incidents, or of what they weigh.
  static func map(
    of areas: AreaCounts.Result, layer: Int, _ plan: AssessmentPlan, showsWeights: Bool = false
  ) -> AssessedFigure {
    let noun = plan.noun(ofLayer: layer)
    let what =
      showsWeights ? areas.reading.weighing?.weights.name.pageHeading ?? "Weight" : "Incidents"
    var figure = AreaFigure(areas)
    figure.showsWeights = showsWeights
    figure.showsRates = false
    figure.scale = plan.assessment.scale
    if layer > 0 || showsWeights { figure.scale.breaks = nil }
    return AssessedFigure(
      "maps/areas-\(plan.layerNames[layer])\(showsWeights ? "-weight" : "").svg",
      title: "\(what) by \(noun.singular)"
    ) { [figure] use in
      var figure = figure
      (figure.title, figure.marking, figure.look) = (use.title, use.marking, use.look)
      return try figure.map(ofLayer: layer, page: use.page, identifierPrefix: use.prefix).svg()
    }
  }
}
