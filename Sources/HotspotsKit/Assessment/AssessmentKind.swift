/// An analysis that an assessment may have.
///
/// This is the one list of them, in the order in which a page has them: what is chosen, made, listed as
/// missing and begun with follows from it. A new one is a case, its title, and a file in `Sections/`.
public enum AssessmentKind: String, Sendable, CaseIterable {
  /// How few areas hold how much.
  case concentration
  /// What incidents weigh.
  case harm
  /// What they cost.
  case cost
  /// The period beside an earlier one.
  case change
  /// The months up to the end of the period.
  case months
  /// The hours of the week.
  case hours
  /// Where incidents lie closest.
  case hotspots
  /// Each area by itself.
  case profiles
  /// Incidents by two things at once.
  case crossTables = "cross-tables"
  /// Which flags go together.
  case overlaps
  /// Where, or to whom, incidents happen again and again.
  case repeats
  /// Other datasets over the same areas.
  case datasets
  /// What changed since an earlier assessment or pack.
  case since

  /// The heading of the section.
  package var title: String {
    switch self {
    case .concentration: "Concentration"
    case .harm: "Harm"
    case .cost: "Cost"
    case .change: "Change"
    case .months: "Months"
    case .hours: "Hours"
    case .hotspots: "Hotspots"
    case .profiles: "Profiles of areas"
    case .crossTables: "Cross tables"
    case .overlaps: "Overlaps"
    case .repeats: "Repeats"
    case .datasets: "Datasets beside each other"
    case .since: "Since the earlier assessment"
    }
  }

  /// What makes the section.
  var chapter: any AssessmentChapter.Type {
    switch self {
    case .concentration: ConcentrationChapter.self
    case .harm: HarmChapter.self
    case .cost: CostChapter.self
    case .change: ChangeChapter.self
    case .months: MonthsChapter.self
    case .hours: HoursChapter.self
    case .hotspots: HotspotsChapter.self
    case .profiles: ProfilesChapter.self
    case .crossTables: CrossTablesChapter.self
    case .overlaps: OverlapsChapter.self
    case .repeats: RepeatsChapter.self
    case .datasets: DatasetsChapter.self
    case .since: SinceChapter.self
    }
  }
}
