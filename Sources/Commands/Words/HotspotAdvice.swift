import Cartography
import CommandLineKit
import HotspotAnalysis
import HotspotsKit

// What to do about significant places that have run together to one hotspot.
extension HotspotWords {
  /// What the page of a pack says of them, beside the list; `nil` if they have not.
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
