import Cartography
public import HotspotAnalysis
public import Incidents
import Projections

/// Something that people should know before they read a result.
///
/// The description says what was found. What to do about it depends on how the study was described.
public enum Finding: Sendable, Equatable, CustomStringConvertible {
  /// Coordinates, of the input or of what is written, could be converted more accurately.
  case betterConversion(BetterConversion, isOfOutput: Bool)
  /// Something in a boundary file was left out or repaired.
  case boundaries(String)
  /// Files and sheets that lie where incidents are read and are not read themselves.
  case leftOut([String], LeftOutFile.Reason)
  /// The header of a file stands again among its rows, so many times.
  case repeatedHeaders(Int)
  /// Something in an incident file was put right when it was opened.
  case incidents(String)
  /// Properties of GeoJSON that first occur too late in the file to be read.
  case unlistedProperties([String], path: String)
  /// The index of a Shapefile could not be used, and was made again.
  case rebuiltIndex(path: String)
  /// Columns named like metres hold degrees and are read as degrees.
  case degreesInMetreColumns(longitude: String, latitude: String, path: String)
  /// Nothing tells which number of pairs stands first, and the usual one is taken: `latitude`.
  case assumedOrder(first: String, column: String, path: String)
  /// Rows that repeat the reference of another row and count again.
  case repeatedReferences(RepeatedReferences)
  /// Positions were moved to the nearest of a list before they were published.
  case sourcePositions(SourcePositions)
  /// The period asked for begins before the files do.
  case beginsLate(asked: PeriodBound, first: String)
  /// The period asked for ends after the files do.
  case endsEarly(asked: PeriodBound, last: String)
  /// The files have no rows for some days of the period.
  case gap(String)
  /// Dates far from the rest, which are not in the period.
  case strayDates(StrayDates)
  /// Several categories have one column name.
  case sharedColumnName(String)
  /// No incident has a category that was to be included or excluded.
  case unknownCategory(String, known: [String])
  /// Nothing is assigned in a layer, and the study allows that.
  case shortfall(AssignmentShortfall)
  /// Most areas of a layer have no incidents.
  case emptyAreas(Int, of: Int, layer: String)
  /// Areas have more incidents than people that their rates are of.
  case fewerPeopleThanIncidents(CrowdedAreas)
  /// The population of all areas together is too small to be theirs.
  case smallPopulation(people: String, noun: String, areas: Int, incidents: String)
  /// Incidents lie in more than one area of a layer.
  case overlappingAreas(incidents: Int, layer: String)
  /// Each incident counts for one, although a column looks like weights.
  case possibleWeight(column: String)
  /// Categories of the incidents have no value in the table of weights, and weigh nothing.
  case unweighted([CategoryWeightsError.Unweighted], path: String)
  /// The bandwidth of a density is less than a cell.
  case narrowBandwidth
  /// No credit is given, and these lines are asked for by the publishers of files like those that were
  /// read.
  case uncredited([String])
  /// Incidents reach the middle of no cell, so that a surface has nothing of them.
  case incidentsWithoutCell(Int)
  /// A grid may have more cells than anyone can look at.
  case manyCells(Int, limit: Int)
  /// Local statistics mean less than they seem to.
  case localStatistics(ClusterWarning)
  /// Significant units, called so, have run together: so many of them hold such a share of all
  /// incidents.
  case joinedHotspot(Int, of: String, areCells: Bool, share: Double)

  /// Categories that are in several groups, whose subtotals therefore do not add up to the total.
  case overlappingGroups([String])
  /// Categories of incidents that are in none of the groups of a file.
  case ungrouped([String], path: String)
  /// Categories of a file of groups that no incident has.
  case unknownMembers([String], path: String)
  /// Months of which the period or the files have a part only, each with its days.
  case partsOfMonths([String])
  /// Months that the files do not cover, within those that they do.
  case uncoveredMonths([String])

  /// Nowhere are there enough incidents to divide a density by.
  case noRatio
  /// Something about the incidents that others are compared with.
  indirect case ofThoseCompared(Finding)
  /// Something about a dataset beside the first, with its name.
  indirect case ofDataset(String, Finding)
  /// Datasets cover other periods than the first: each with its name.
  case differentPeriods(String, [String])
  /// Something in the shapes of a query area was left out or mended.
  case queryArea(String)
  /// Rows lie where the system of the file cannot be used, and were written without a position.
  case rowsWithoutPosition(Int, system: String)
  /// Values of a column of times are no dates.
  case unreadableTimes(Int, column: String, areLeftOut: Bool)
  /// Among these are dates whose order of day and month is not known.
  case undecidedTimes(Int)
  /// A column of times of a GeoPackage is text.
  case mixedTimes(column: String)
  /// A query selected nothing.
  case emptySelection(EmptySelection)
  /// Categories have no unit cost in a table, and are left out.
  case uncosted([CostError.CategoryCount], path: String)

  /// Rows that repeat the references of others.
  public struct RepeatedReferences: Sendable, Equatable {
    /// The number of rows, possibly an estimate.
    public var rows: Int
    /// Whether the number is exact.
    public var isExact: Bool
    /// The columns that hold references.
    public var columns: [String]
    /// Whether there are enough to affect the result: one row in a hundred.
    public var isMaterial: Bool
  }

  /// Dates that lie far from the rest.
  public struct StrayDates: Sendable, Equatable {
    /// How many there are.
    public var rows: Int
    /// How many dates there are in all.
    public var total: Int
    /// When they are, such as `on 1900-01-01`.
    public var days: String
    /// The period of the rest.
    public var period: String
  }

  /// Areas with more incidents than people.
  public struct CrowdedAreas: Sendable, Equatable {
    /// How many there are.
    public var areas: Int
    /// How many areas there are in all.
    public var of: Int
    /// What the people are: `residents`.
    public var noun: String
    /// The area with most incidents for each of its people.
    public var worst: String
    /// Its incidents.
    public var incidents: String
    /// Its people.
    public var people: String
  }

  /// What sentences about the incidents that others are compared with begin with.
  static let comparedWith = "of what is compared with, "

  /// Whether it is a warning rather than a note.
  public var isWarning: Bool {
    switch self {
    case .betterConversion, .degreesInMetreColumns, .possibleWeight, .joinedHotspot,
      .repeatedHeaders, .overlappingGroups, .partsOfMonths, .uncredited:
      false
    case .leftOut(_, let reason): reason == .otherSheet
    case .repeatedReferences(let repeated): repeated.isMaterial
    case .ofThoseCompared(let finding), .ofDataset(_, let finding): finding.isWarning
    case .sourcePositions(let places): places.isMaterial
    default: true
    }
  }

  /// What was found, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .betterConversion(let better, let isOfOutput):
      "\(isOfOutput ? "output" : "projection"): \(better)"
    case .boundaries(let text): text
    case .leftOut(let paths, let reason): Self.words(ofLeftOut: paths, reason)
    case .repeatedHeaders(let count):
      "\(NumberWords.grouped(count)) \(count == 1 ? "row repeats" : "rows repeat") the header, as in "
        + "files that were joined, and \(count == 1 ? "is" : "are") not read"
    case .incidents(let text): text
    case .unlistedProperties(let names, let path):
      "\(path): \(names.map { "'\($0)'" }.joined(separator: ", ")) and whatever else comes only "
        + "after the first thousand features is not read"
    case .rebuiltIndex(let path):
      "\(path): the index (.shx) cannot be used; where the records lie was found in the .shp"
    case .degreesInMetreColumns(let longitude, let latitude, let path):
      "\(path): '\(longitude)' and '\(latitude)' are read as longitude and latitude, because the "
        + "first values lie within 180 and 90"
    case .assumedOrder(let first, let column, let path):
      "\(path): nothing tells which number of the pairs in '\(column)' stands first; they are read "
        + "with their \(first) first, as is usual"
    case .repeatedReferences(let repeated):
      "\(SourcePositions.about(repeated.rows, isExact: repeated.isExact)) "
        + "\(repeated.rows == 1 ? "row repeats" : "rows repeat") a reference in "
        + "\(repeated.columns.map { "'\($0)'" }.joined(separator: ", ")) and "
        + "\(repeated.rows == 1 ? "counts" : "count") again"
    case .sourcePositions(let places): places.words
    case .beginsLate(let asked, let first):
      "the period begins with \(asked.text), but the files begin with \(first): nothing is known of "
        + "the time before"
    case .endsEarly(let asked, let last):
      "the period ends with \(asked.text), but the files end with \(last): nothing is known of the "
        + "time after"
    case .gap(let days):
      "the files do not cover \(days), which lies in the period: its days count as days without "
        + "incidents"
    case .strayDates(let strays):
      "\(NumberWords.grouped(strays.rows)) of \(NumberWords.grouped(strays.total)) dates "
        + "\(strays.rows == 1 ? "lies" : "lie") \(strays.days), far from the rest "
        + "(\(strays.period)), and not in the period"
    case .sharedColumnName(let key):
      "several categories have the column name 'incidents_\(key)'; they are numbered"
    case .unknownCategory(let name, _): "no incident has the category '\(name)'"
    case .shortfall(let shortfall): shortfall.words
    case .emptyAreas(let empty, let count, let layer):
      "\(NumberWords.grouped(empty)) of \(NumberWords.grouped(count)) areas of '\(layer)' have no "
        + "incident"
    case .fewerPeopleThanIncidents(let crowded):
      "\(NumberWords.grouped(crowded.areas)) of \(NumberWords.grouped(crowded.of)) areas "
        + "\(crowded.areas == 1 ? "has" : "have") more incidents than \(crowded.noun), "
        + "\(crowded.worst) \(crowded.incidents) incidents and \(crowded.people) \(crowded.noun): "
        + "rates there tell of who comes, not of the risk to \(crowded.noun); divide by those who are "
        + "there (workday or ambient population), or compare incidents per km²"
    case .smallPopulation(let people, let noun, let areas, let incidents):
      "\(people) \(noun) in \(NumberWords.grouped(areas)) areas with \(incidents) incidents are too few "
        + "to be their population: the column may hold thousands, shares or something else"
    case .overlappingAreas(let incidents, let layer):
      "areas of '\(layer)' overlap: \(NumberWords.grouped(incidents)) incidents lie in more than one "
        + "and went to the lowest code"
    case .possibleWeight: "weights: none, each incident counts for one"
    case .unweighted(let categories, let path): Self.words(ofUnweighted: categories, path)
    case .uncredited(let lines):
      "no credit is given; publishers of files like these ask for "
        + lines.map { "'\($0)'" }.joined(separator: ", ")
    case .narrowBandwidth:
      "the bandwidth is smaller than a cell: most incidents reach the centre of no cell"
    case .incidentsWithoutCell(let count):
      "\(NumberWords.grouped(count)) incidents reach the centre of no cell and are not in the surface"
    case .overlappingGroups(let names):
      "groups overlap, so that their subtotals do not add up to the total, which has each incident "
        + "once: \(Self.list(names)) \(names.count == 1 ? "is" : "are") in several"
    case .ungrouped(let names, let path):
      "'\(path)' puts \(Self.list(names)) into no group: \(names.count == 1 ? "it counts" : "they count") "
        + "in the total alone"
    case .unknownMembers(let names, let path):
      "no incident has the \(names.count == 1 ? "category" : "categories") \(Self.list(names)) of "
        + "'\(path)'"
    case .partsOfMonths(let months):
      "of \(months.joined(separator: ", ")) only a part is counted, and incidents a day are over the "
        + "days of that part"
    case .uncoveredMonths(let months):
      "the files do not cover \(months.joined(separator: ", ")): no incidents are given for "
        + "\(months.count == 1 ? "it" : "them"), which is not the same as none"
    case .noRatio: "there are nowhere enough incidents to compare with, so there is no ratio"
    case .ofThoseCompared(let finding): Self.comparedWith + finding.description
    case .ofDataset(let name, let finding): "\(name): \(finding.description)"
    case .differentPeriods(let first, let others):
      "datasets cover different periods, and are compared all the same: \(first), "
        + others.joined(separator: ", ")
    case .queryArea(let text): text
    case .rowsWithoutPosition(let rows, let system):
      "\(NumberWords.grouped(rows)) rows lie beyond where \(system) can be used; they are written "
        + "without a position"
    case .unreadableTimes(1, let column, let areLeftOut):
      "1 value of '\(column)' is not a date that can be understood; it is "
        + (areLeftOut ? "left out" : "written as it stands")
    case .unreadableTimes(let rows, let column, let areLeftOut):
      "\(NumberWords.grouped(rows)) values of '\(column)' are not dates that can be understood; "
        + "they are \(areLeftOut ? "left out" : "written as they stand")"
    case .undecidedTimes(let rows):
      "\(NumberWords.grouped(rows)) of these are dates whose order of day and month is not known"
    case .mixedTimes(let column):
      "the column '\(column)' is text: some of its times are days or months, others times of day"
    case .emptySelection(let reason): "the result is empty: \(reason)"
    case .uncosted(let counts, let path):
      "\(CostError.words(counts)) in '\(path)'; \(counts.count == 1 ? "it is" : "they are") left out"
    case .manyCells(let count, let limit):
      "the grid may have \(NumberWords.grouped(count)) cells, over \(NumberWords.grouped(limit)): "
        + "most will be empty, and files large"
    case .localStatistics(let warning): warning.description
    case .joinedHotspot(let count, let units, _, let share):
      "hotspots: the first is \(NumberWords.grouped(count)) \(units) side by side with "
        + "\(NumberWords.percent(share)) of the incidents"
    }
  }

  /// Names the categories that weigh nothing, with their incidents.
  private static func words(
    ofUnweighted categories: [CategoryWeightsError.Unweighted], _ path: String
  ) -> String {
    let shown = 20
    let names = categories.prefix(shown).map { category in
      "'\(category.category)' (\(NumberWords.grouped(category.incidents))"
        + (category.isAmbiguous ? ", of several values)" : ")")
    }
    let others = categories.count - shown
    let incidents = categories.reduce(0) { $0 + $1.incidents }
    return
      "'\(path)' has no value for \(names.joined(separator: ", "))"
      + (others > 0 ? " and \(NumberWords.grouped(others)) more" : "")
      + ": \(NumberWords.grouped(incidents)) incidents weigh nothing"
  }

  /// Returns names in quotation marks, the first ten where there are more.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 10 ? "\(shown) and \(NumberWords.grouped(names.count - 10)) more" : shown
  }

  /// Names what was left out, the first of it where it is much, and says why.
  private static func words(
    ofLeftOut paths: [String], _ reason: LeftOutFile.Reason
  ) -> String {
    let shown = 10
    let names =
      paths.prefix(shown).map { "'\($0)'" }.joined(separator: ", ")
      + (paths.count > shown ? " and \(NumberWords.grouped(paths.count - shown)) more" : "")
    return switch reason {
    case .otherKind: "not read, because files of these kinds hold no incidents: \(names)"
    case .besideStreetCrimes:
      "of data.police.uk's files only those of street-level crime are read; left out are \(names)"
    case .otherSheet: "only one sheet of a workbook is read; left out are \(names)"
    }
  }
}

extension Finding {
  /// Returns what would make a conversion more accurate.
  static func ofConversion(_ summary: ProjectionSummary?, isOfOutput: Bool = false) -> [Finding] {
    guard let better = summary.flatMap(BetterConversion.init) else { return [] }
    return [.betterConversion(better, isOfOutput: isOfOutput)]
  }

  /// Returns what was left out, by reason.
  static func leftOut(_ files: [LeftOutFile]) -> [Finding] {
    LeftOutFile.Reason.allCases.compactMap { reason in
      let paths = files.filter { $0.reason == reason }.map(\.path)
      return paths.isEmpty ? nil : .leftOut(paths, reason)
    }
  }
}
