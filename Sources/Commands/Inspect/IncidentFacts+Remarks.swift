import Cartography
import HotspotsKit
import Incidents

extension IncidentFacts {
  /// What somebody who wants to use the file should know, in sentences without their full stop.
  var remarks: [String] {
    (columnRemarks + rowRemarks + timeRemarks + placeRemarks).compactMap(\.self)
      + (placement?.remarks ?? [])
  }

  private var columnRemarks: [String?] {
    [
      columns.coordinateKind == nil
        ? "no columns of coordinates are found; name them, as in "
          + "--columns longitude=Long,latitude=Lat" : nil,
      columns.areDegreesByValue
        ? "columns named as metres are hold degrees, and are read as longitude and latitude" : nil,
      columns[.category] != nil && categories.count > IncidentStream.categoryLimit
        ? "more than \(IncidentStream.categoryLimit) categories are too many to count by; another "
          + "column may be meant: --columns category=NAME" : nil,
      findings.textKind == .windows1252
        ? "the text is not UTF-8 and is read as Windows-1252; look whether accents come out right"
        : nil,
    ]
  }

  private var rowRemarks: [String?] {
    let share = Double(withoutCoordinates) / Double(max(1, tally.read))
    return [
      rejected > 0
        ? "\(Self.rows(rejected, "cannot", "cannot")) be used; --strict makes that an error" : nil,
      share >= 0.05
        ? "\(NumberWords.percent(share)) of the rows have no coordinates and are in no map" : nil,
      ids.repeated > 0
        ? "\(Self.rows(ids.repeated, "repeats", "repeat")) a reference; all are counted "
          + "unless --unique id counts each once" : nil,
    ]
  }

  private var timeRemarks: [String?] {
    let times = findings.times
    let empty = times.emptyMonths
    let noTime = times.absent + times.unreadable - times.undecided
    return [
      columns.time == nil
        ? "no column of dates is found: no periods, days or hours" : nil,
      dateOrderProblem.map {
        "\($0.description.prefix { $0 != "\n" }): --date-format dmy or --date-format mdy says which"
      },
      dateOrderProblem == nil && times.undecided > 0
        ? "\(Self.rows(times.undecided, "has", "have")) a date such as 03/04/2017, whose order is not "
          + "known: --date-format dmy or --date-format mdy says it" : nil,
      times.granularity == .month
        ? "the dates tell months only, as those of data.police.uk: nothing can be said of days, "
          + "weekdays or hours" : nil,
      times.granularity != .month && times.months > 0
        ? "\(Self.rows(times.months, "tells", "tell")) the month only: left out of analysis by hour"
        : nil,
      columns.time != nil && noTime > 0
        ? "\(Self.rows(noTime, "has", "have")) no date that can be used" : nil,
      times.unreadableEnds > 0
        ? "\(Self.rows(times.unreadableEnds, "has", "have")) an end that is not understood" : nil,
      times.notes.reversed > 0
        ? "\(Self.rows(times.notes.reversed, "ends", "end")) before the start; the start is used"
        : nil,
      times.times >= 100 && times.midnights * 5 > times.times
        ? "\(NumberWords.percent(Double(times.midnights) / Double(times.times))) of the times are "
          + "midnight, which often stands for an unknown time" : nil,
      empty.isEmpty
        ? nil
        : "no row starts in \(empty.prefix(6).joined(separator: ", "))"
          + (empty.count > 6 ? " and \(empty.count - 6) other months" : "")
          + ": the file may be incomplete",
    ]
  }

  private var placeRemarks: [String?] {
    [SharedPlaces(rows: places.fields, places: places.distinct)?.words]
  }

  /// Returns a count of rows and what they do, in the singular or the plural.
  private static func rows(_ count: Int, _ does: String, _ do: String) -> String {
    count == 1 ? "1 row \(does)" : "\(NumberWords.grouped(count)) rows \(`do`)"
  }
}
