import Cartography
import HotspotAnalysis
import Incidents
import Interchange
import Tasking

/// How close-ups were made, for those who ask.
extension PackCloseUps {
  /// The choices for the page.
  var choices: [PackChoice] {
    let cells = CloseUpScale.cellSizes.map(NumberWords.length)
    let frame =
      "each hotspot and \(NumberWords.length(CloseUpScale.margin)) m around it"
    let surface =
      "\(frame); a finer surface, cells the smallest of \(cells.dropLast().joined(separator: ", ")) "
      + "and \(cells[cells.count - 1]) m of which the frame has "
      + "\(NumberWords.grouped(CloseUpScale.mostCells)) at most, the bandwidth "
      + "\(CountWords.lower(Int(CloseUpScale.bandwidthInCells))) of them and at most that by which "
      + "hotspots are found"
    let places = "\(frame); \(Self.placeWords)"
    var choices = [PackChoice("Close-ups", isOfPlaces ? places : surface)]
    if hasMonths { choices.append(PackChoice("Months of hotspots", Self.monthRule)) }
    return choices
  }

  /// What was chosen and found for each hotspot, for the manifest.
  var json: JSONValue {
    .array(
      closeUps.enumerated().map { place, closeUp in
        var members: [JSONValue.Member] = [.init("hotspot", .integer(place + 1))]
        switch closeUp.incidents {
        case .surface:
          members += [
            .init("cell_size_m", .real(closeUp.scale.cellSize)),
            .init("bandwidth_m", .real(closeUp.scale.bandwidth)),
          ]
        case .places(let places): members.append(.init("places", .integer(places.count)))
        }
        guard let record else { return .object(members) }
        let history = record.histories[place]
        members += [
          .init("history", .text(history.verdict.rawValue)),
          .init(
            "months",
            .array(
              zip(record.months, history.months).map { days, month in
                .object([
                  .init("first_day", .text(days.first.description)),
                  .init("incidents", .real(month.incidents)),
                  .init("study_area", .real(month.studyArea)),
                  .init("times", .optional(month.times)), .init("hot", .boolean(month.isHot)),
                ])
              })),
        ]
        return .object(members)
      })
  }

  private var isOfPlaces: Bool {
    closeUps.contains { if case .places = $0.incidents { true } else { false } }
  }
}
