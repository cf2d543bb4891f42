import Cartography
import CommandLineKit
import HotspotAnalysis
import HotspotsKit

// What to do about significant places that have run together to one hotspot.
extension HotspotWords {
  /// What to tell people of them; `nil` if they have not.
  var advice: String? {
    joined.map { first in
      "the first is \(NumberWords.grouped(first.members.count)) \(places.plural) side by side with "
        + "\(NumberWords.percent(first.share)) of the incidents; \(remedy.places) tell streets apart: "
        + "\(remedy.option), or the hotspots of a density"
    }
  }

  /// The same for the page of a pack, which stands beside the list.
  var pageAdvice: String? {
    if let split { return "\(split.prefix(1).uppercased())\(split.dropFirst())." }
    return joined.map { first in
      "Hotspot 1 joins \(NumberWords.grouped(first.members.count)) \(places.plural) with "
        + "\(NumberWords.percent(first.share)) of all incidents; \(remedy.places) (\(remedy.option)) "
        + "tell its parts apart."
    }
  }

  /// Smaller places, and the option that compares them.
  private var remedy: (places: String, option: String) {
    places.codes == nil ? ("smaller cells", "--cell-size") : ("cells of a grid", "--on square")
  }
}

extension HotspotSource: ExpressibleByArgument {}
