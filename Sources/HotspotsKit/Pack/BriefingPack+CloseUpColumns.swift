import Boundaries
import HotspotAnalysis
import Tables
import Tasking

extension BriefingPack.Result {
  /// What files say of hotspots beside the list itself: where they lie, how they fared and how they
  /// changed.
  var closeUpColumns: [Column] { areaColumns + historyColumns + changeColumns }

  private var areaColumns: [Column] {
    guard !closeUps.isEmpty else { return [] }
    return areas.input.boundaries.layers.enumerated().flatMap { place, layer -> [Column] in
      let ending = place == 0 ? "" : "_\(place + 1)"
      let held = closeUps.map { $0.areas[place].area >= 0 ? $0.areas[place] : nil }
      return [
        Column("main_area\(ending)", .text(held.map { $0.map { layer.names[$0.area] } })),
        Column("main_area_code\(ending)", .text(held.map { $0.map { layer.codes[$0.area] } })),
        Column(
          "main_area_share\(ending)",
          .reals(
            zip(held, hotspotList?.hotspots ?? []).map { held, hotspot in
              held.map { Double($0.incidents) / Double(hotspot.incidents) }
            })),
      ]
    }
  }

  private var historyColumns: [Column] {
    guard let histories = record?.histories else { return [] }
    return [
      Column("history", .text(histories.map(\.verdict.rawValue))),
      Column("months_hot", .integers(histories.map(\.hot))),
      Column("months_counted", .integers(histories.map(\.counted))),
    ]
  }

  private var changeColumns: [Column] {
    guard let changes = record?.changes else { return [] }
    return comparison.earlier.indices.flatMap { period -> [Column] in
      let key = "earlier_\(period + 1)"
      let amounts = changes.map { $0[period] }
      let earlier: ColumnValues =
        areas.reading.options.filter.hours == nil
        ? .integers(amounts.map { Int($0.earlier.rounded()) }) : .reals(amounts.map(\.earlier))
      return [
        Column("\(key)_incidents", earlier),
        Column("\(key)_change", .reals(amounts.map(\.relative))),
        Column("\(key)_p", .reals(amounts.map(\.adjusted))),
      ]
    }
  }
}
