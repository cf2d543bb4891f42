package import HotspotAnalysis
import Incidents
import Tasking

/// What is said of a hotspot's months: whether it is new, persistent or fading, and on what this rests.
package struct HistoryWords: Sendable {
  private let history: HotspotHistory
  private let months: [DayRange]
  private let counts: [DayRange]

  /// Speaks of months.
  ///
  /// - Parameters:
  ///   - history: How the ground fared.
  ///   - months: Its months, in the same order.
  package init(_ history: HotspotHistory, months: [DayRange]) {
    precondition(history.months.count == months.count, "HistoryWords: months of another hotspot")
    (self.history, self.months) = (history, months)
    counts = zip(months, history.months).filter { $0.1.times != nil }.map(\.0)
  }

  /// The verdict in a word or two: `Persistent`.
  package var label: String {
    switch history.verdict {
    case .tooFewMonths: "Too few months to tell"
    case .never: "At no time twice its share"
    case .persistent: "Persistent"
    case .new: "New"
    case .fading: "Fading"
    case .recurring: "Recurring"
    }
  }

  /// The sentence with the months that are counted.
  package var sentence: String {
    if history.verdict == .tooFewMonths {
      let count = CountWords.lower(counts.count)
      let found =
        counts.isEmpty
        ? "none does" : "\(count) \(counts.count == 1 ? "does" : "do"), \(span)"
      let fewest = CountWords.lower(HotspotHistory.fewestMonths)
      return "At least \(fewest) months must count; \(found)."
    }
    let held = "its ground held at least twice its share by area of the incidents"
    let last = CountWords.lower(history.lastQuarter)
    let lastMonths = history.lastQuarter == 1 ? "month" : "\(last) months"
    if history.hot == 0 {
      return "In none of \(CountWords.lower(history.counted)) months (\(span)) \(held)."
    }
    if history.hot == history.counted {
      return "In each of \(CountWords.lower(history.counted)) months (\(span)) \(held)."
    }
    let months =
      "In \(CountWords.lower(history.hot)) of \(CountWords.lower(history.counted)) months (\(span)) "
      + held
    let among = history.hotInLastQuarter
    switch history.verdict {
    case .new:
      return history.lastQuarter == 1
        ? "\(months), in the last month only." : "\(months), in the last \(lastMonths) only."
    case .fading: return "\(months), in the last \(lastMonths) not."
    default:
      if among == history.lastQuarter {
        return history.lastQuarter == 1
          ? "\(months), in the last month too."
          : "\(months), in each of the last \(lastMonths) too."
      }
      return among == 0
        ? "\(months), in the last \(lastMonths) not."
        : "\(months), in \(CountWords.lower(among)) of the last \(lastMonths)."
    }
  }

  /// Which months are not counted, and which hot ones have hardly an incident; `nil` if there are none.
  package var note: String? {
    let notes = [weakMonths, notCounted].compactMap(\.self)
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// A hot month with fewer incidents may be chance.
  private static let weak = 3.0

  private var weakMonths: String? {
    let count = history.months.count { $0.isHot && $0.incidents < Self.weak }
    guard count > 0, history.verdict != .tooFewMonths else { return nil }
    return "\(CountWords.upper(count)) of these months \(count == 1 ? "has" : "have") fewer than "
      + "\(CountWords.lower(Int(Self.weak))) incidents, which chance can gather."
  }

  private var notCounted: String? {
    var parts: [String] = []
    let few = months.count - counts.count
    if few > 0 {
      parts.append(
        "\(CountWords.lower(few)) with fewer than "
          + "\(CountWords.lower(Int(HotspotHistory.fewestIncidents))) incidents in the study area")
    }
    let missing = HotspotRecord.monthsLookedAt - months.count
    if missing > 0 {
      parts.append("\(CountWords.lower(missing)) that the data does not cover whole")
    }
    return parts.isEmpty
      ? nil
      : "Not counted, of the twelve months to the period's end: "
        + parts.joined(separator: ", ") + "."
  }

  /// The months that are counted, in words.
  private var span: String { counts.stretches.map(\.words).joined(separator: ", ") }
}

extension [DayRange] {
  /// The stretches without a gap that these days, in the order of time, make together.
  fileprivate var stretches: [DayRange] {
    reduce(into: []) { stretches, days in
      if let last = stretches.last, last.next == days.first {
        stretches[stretches.count - 1] = DayRange(first: last.first, next: days.next)
      } else {
        stretches.append(days)
      }
    }
  }
}
