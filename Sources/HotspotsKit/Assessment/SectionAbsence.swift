import Tasking
import Cartography

/// Why an assessment has no section of a kind.
public enum SectionAbsence: Error, Sendable, Equatable, CustomStringConvertible {
  /// No table says what categories weigh.
  case noWeights
  /// No table says what incidents cost.
  case noUnitCosts
  /// The costs cannot be computed.
  case cost(CostError)
  /// The period cannot be compared with another.
  case noComparison(ComparedPeriodsError)
  /// The months cannot be counted.
  case noMonths(TrendAbsence)
  /// The incidents have no dates.
  case noDates
  /// The incidents have no categories.
  case noCategories
  /// The incidents have no hours.
  case noHours(HourAbsence)
  /// Fewer incidents are counted than anything can be told of.
  case fewIncidents(Int, fewest: Int)
  /// The incidents do not spread.
  case noSpread
  /// No sets are named, and no column of flags holds two that are frequent enough.
  case noSets
  /// No cross table is named, and nothing to cross is found.
  case noCrossTable
  /// Rows without coordinates name their areas, and no column of persons or premises is named.
  case noRepeats
  /// No other dataset is named.
  case noDatasets
  /// No earlier assessment is named.
  case noEarlierAssessment
  /// The earlier assessment in a folder is of other areas.
  case otherAreas(String)

  /// What was found.
  public var description: String {
    switch self {
    case .noWeights: "no table says what the categories weigh"
    case .noUnitCosts: "no table says what an incident costs"
    case .cost(let error): error.description
    case .noComparison(let error): error.description
    case .noMonths(let error): error.description
    case .noDates: "the incidents have no dates"
    case .noCategories: "the incidents have no categories"
    case .noHours(let absence): absence.description
    case .fewIncidents(let count, let fewest):
      "\(count == 0 ? "no" : "only \(NumberWords.grouped(count))") "
        + "\(count == 1 ? "incident is" : "incidents are") counted, and nothing under "
        + "\(CountWords.lower(fewest)) is called a pattern"
    case .noSpread: "the incidents do not spread both east and north"
    case .noSets:
      "no sets are named, and no column of flags holds two that ten or more incidents have"
    case .noRepeats:
      "rows name their areas in place of positions, and no column of persons or premises is named"
    case .noDatasets: "no other dataset is named"
    case .noEarlierAssessment: "no earlier assessment or pack is named to compare with"
    case .otherAreas(let path): "no area of '\(path)' is among these"
    case .noCrossTable: "no cross table is named, and there are no two things to cross"
    }
  }
}
