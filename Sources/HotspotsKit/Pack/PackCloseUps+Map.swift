import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
import Tables
import Topology

/// What the maps of close-ups show.
extension PackCloseUps {
  /// Returns what the map of a hotspot shows.
  ///
  /// - Parameter place: Its position in the list.
  /// - Returns: The ground, the incidents on it, other hotspots, borders and streets.
  /// - Throws: ``TopologyError`` where bands cannot be clipped to the study area.
  func map(of place: Int) throws(TopologyError) -> CloseUpMap {
    let closeUp = result.closeUps[place]
    var outline = OutlineTable()
    outline.appendArea(place, of: list.outlines)
    var map = CloseUpMap(outline: outline)
    let ground = CloseUpMap.ground(around: outline.box)
    for other in list.hotspots.indices
    where other != place && list.outlines.box(ofArea: other).intersects(ground) {
      map.neighbours.appendArea(other, of: list.outlines)
      map.neighbourNumbers.append(other + 1)
    }
    switch closeUp.incidents {
    case .surface(let surface):
      map.incidents = .bands(try bands(of: surface))
      let note = surfaceWords(closeUp.scale)
      map.note = note.prefix(1).uppercased() + note.dropFirst() + "."
    case .places(let places):
      map.incidents = .symbols(
        places.filter { $0.amount > 0 }.map {
          .init(
            position: $0.position, incidents: $0.amount,
            name: $0.name.map(LocationName.spoken) ?? "")
        })
      map.note = Self.placeWords.prefix(1).uppercased() + Self.placeWords.dropFirst() + "."
    }
    var borders = OutlineTable()
    let areas = layers[0].outlines
    for area in 0..<areas.areaCount where areas.box(ofArea: area).intersects(ground) {
      borders.appendArea(area, of: areas)
    }
    map.borders = borders
    map.backdrop = result.look.backdrops.map(\.layer)
    return map
  }

  private func bands(of closeUp: CloseUpSurface) throws(TopologyError) -> CloseUpMap.Bands {
    let breaks = CloseUpBreaks(of: closeUp.surface)
    let drawn = IsoplethBands(of: closeUp.margin, breaks: breaks.levels)
    let clipped = try Overlay.intersection(drawn.outlines, closeUp.areas)
    let kept = (0..<clipped.areaCount).filter { !clipped.polygons(of: $0).isEmpty }
    var outlines = OutlineTable()
    for band in kept { outlines.appendArea(band, of: clipped) }
    let heading = reading.options.amountWords(per: "km²")
    return CloseUpMap.Bands(
      outlines: outlines, numbers: kept.map { $0 + 1 }, count: breaks.levels.count + 1,
      labels: kept.map(breaks.label), heading: heading.prefix(1).uppercased() + heading.dropFirst())
  }
}
