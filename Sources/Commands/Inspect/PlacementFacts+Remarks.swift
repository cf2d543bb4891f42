import Cartography
import HotspotsKit
import Projections
import Tables

extension PlacementFacts {
  /// What somebody who wants to place the incidents should know.
  var remarks: [String] {
    var remarks: [String] = []
    if projection.isBallpark {
      remarks.append("the projection is a ballpark one and may be off by 100 m and more")
    }
    if let advice = projection.advice { remarks.append(advice) }
    for layer in layers {
      let outside = layer.reconciliation.outsideCount
      let placed = outside + layer.reconciliation.assigned
      if let suspicion = layer.suspicion {
        remarks.append(
          "none of the incidents with coordinates lies in '\(layer.name)': \(suspicion.words); "
            + suspicion.help)
      } else if placed > 0, outside * 2 > placed {
        remarks.append(
          "only \(NumberWords.percent(1 - Double(outside) / Double(placed))) of the incidents with "
            + "coordinates lie in '\(layer.name)': look whether they belong together")
      }
      for (column, agreement) in layer.agreements {
        if agreement.unknown * 100 > agreement.coded {
          remarks.append(
            "\(NumberWords.grouped(agreement.unknown)) codes of '\(column)' are not in "
              + "'\(layer.name)', which may be of another year")
        }
        let disagreement = 1 - agreement.shareOfKnown
        if disagreement > 0.01 {
          remarks.append(
            "'\(column)' and the position disagree for \(NumberWords.percent(disagreement)) of "
              + "the rows whose code the layer has; positions count. For positions moved to "
              + "streets 4 to 8% are usual: many streets are borders")
        }
      }
    }
    return remarks
  }
}
