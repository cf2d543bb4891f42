import Cartography
import Tasking

/// Something that a pack says of its data, which the user of the pack may be able to mend.
public enum PackRemark: Sendable, Equatable, CustomStringConvertible {
  /// Something that people should know before they read the pack.
  case finding(Finding)
  /// There is no comparison with an earlier period.
  case noComparison(ComparisonAbsence)
  /// There are no months to show.
  case noMonths(TrendAbsence)
  /// There are no hours, or none by area.
  case noHours(HourAbsence)
  /// There is no density, because no incident lies in any area.
  case noIncidents
  /// There is no density, because nothing tells how far to spread the incidents.
  case noSpread
  /// There is no hotspot, because no place of the densest quarter holds so many incidents.
  case noDensePlace(minimum: Int)
  /// There are no local statistics, because the areas or cells hold equally many incidents.
  case noVariation(LocalStatistics.Units)
  /// There is no hotspot, because no area or cell with an incident is significantly high.
  case noSignificantUnit(LocalStatistics.Units)
  /// There is no workbook, because a table does not fit on a sheet, for that reason.
  case noWorkbook(String)
  /// Significant units, called so, have run together to one hotspot: so many of them hold such a share
  /// of all incidents.
  case joinedHotspot(Int, of: String, areCells: Bool, share: Double)

  /// What was found, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .finding(let finding): finding.description
    case .noComparison(let absence): absence.description
    case .noMonths(let absence): absence.description
    case .noHours(let absence): absence.description
    case .noIncidents: "no incident lies in any area"
    case .noSpread: "the incidents do not spread both east and north"
    case .noDensePlace(let minimum):
      "no place of the densest quarter holds \(minimum) incidents"
    case .noVariation(let units): "the \(units.nouns.plural) do not differ in their incidents"
    case .noSignificantUnit(let units):
      "no \(units.nouns.singular) with an incident is significantly busier than chance explains"
    case .noWorkbook(let reason): reason
    case .joinedHotspot(let count, let units, _, let share):
      "Hotspot 1 joins \(NumberWords.grouped(count)) \(units) with "
        + "\(NumberWords.percent(share)) of all incidents"
    }
  }
}
