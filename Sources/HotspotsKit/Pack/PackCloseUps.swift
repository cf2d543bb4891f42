import Boundaries
import Cartography
import HotspotAnalysis
import Tasking
import Topology

/// Describes and draws the close-ups of a pack's hotspots.
struct PackCloseUps {
  /// What the pack says.
  let result: BriefingPack.Result
  /// What is said of its hotspots.
  let words: HotspotWords

  /// Takes what a pack says; `nil` for one without hotspots.
  init?(_ result: BriefingPack.Result) {
    guard let words = result.hotspotWords, !result.closeUps.isEmpty else { return nil }
    (self.result, self.words) = (result, words)
  }

  /// The hotspots.
  var list: HotspotList { words.list }
  /// What is known of each hotspot.
  var closeUps: [HotspotCloseUp] { result.closeUps }
  /// What is known of earlier months; `nil` if nothing is.
  var record: HotspotRecord? { result.record }
  /// Whether something is known of them.
  var hasMonths: Bool { record != nil }
  /// What was read.
  var reading: StudyReading { result.areas.reading }
  /// The layers of areas.
  var layers: [BoundaryLayer] { result.areas.input.boundaries.layers }

  /// The size of a map on the page: that at which a card prints it, so that type has the size it says.
  private static let figure = Page(widthInMillimetres: 182, heightInMillimetres: 104, margin: 6)

  /// Draws the sheet of a hotspot.
  ///
  /// - Parameter place: The position of the hotspot in the list.
  /// - Returns: The sheet.
  /// - Throws: ``TopologyError`` where bands cannot be clipped to the study area.
  func sheet(of place: Int) throws(TopologyError) -> CloseUpSheet {
    CloseUpSheet(contents(of: place), map: try map(of: place))
  }

  /// The cards of the page, in the order of the list.
  var cards: [HotspotCard] {
    get throws(TopologyError) {
      var cards: [HotspotCard] = []
      for place in list.hotspots.indices {
        let contents = contents(of: place)
        let figure = CloseUpFigure(
          contents, map: try map(of: place), page: Self.figure,
          identifierPrefix: "card-\(place + 1)")
        cards.append(
          HotspotCard(
            contents: contents, map: figure.svg(),
            sheet: PackPart.hotspotSheet.path(ofHotspot: place + 1)))
      }
      return cards
    }
  }
}
