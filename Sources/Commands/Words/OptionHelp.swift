import CommandLineKit
import HotspotsKit
import Incidents
import Interchange
import Tables
import Names

// Which options mend what the library finds wrong. The library says what was found and what is
// allowed; the names of options stand here and nowhere below.

extension PartFileError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noOutlines: "name the boundary files of the parts with --boundaries FILE"
    case .otherBoundaries: "name those that the parts were made with"
    case .notAPart: "parts are written by areas, hours and other commands with --partial FILE"
    case .otherFormat, .otherVersion: "make the parts again with this version"
    case .damaged: "make the part again"
    case .mismatch: "make both with the same command line and files"
    case .repeated: "name it once"
    case .changedFile: "bring back the file as it was, or make the parts again"
    case .needsIncidents: "run it over all rows"
    case .unreadable: nil
    }
  }
}

extension InputError: HelpConvertible {
  package var help: String? {
    switch self {
    case .unsuitableAnalysis(_, _, let fault, let local): fault.help(local.map { "\($0)" })
    case .unusableSystem(let system): system.help
    case .contradictedSystem(let system, _):
      (system.likelyCode.map { "name the system that the file is in, as in --crs \($0)" }
        ?? "take the file's own as it stands with --allow-ballpark")
        + ", or export the file again with its coordinate system"
    case .outlineBeyond:
      "check its coordinates, leave it out, or name a system that serves all of the file"
    case .mixedCoordinates: "choose the columns of both with --columns"
    case .mixedSystems: "bring them into one system first"
    case .monthsOnly(let bound, let isFirst, _):
      "give a month, as in \(isFirst ? "--from" : "--to") \(bound.text.prefix(7))"
    case .noTimes:
      "data.police.uk publishes no times; if another column has them, name it, as in --columns "
        + "start=From,end=To"
    case .sameRows: "name one of them; --allow-repeats counts both"
    case .outcomesBesideStreet: "leave the outcomes out; --allow-repeats counts both"
    case .noUniqueColumn(_, let key, let header):
      Suggestion.closest(to: key, among: header).first.map { "did you mean '\($0)'?" }
        ?? "name one of them with --unique, or id where a column of references is found"
    case .noBoundaries: "name a layer of areas with --boundaries FILE"
    case .severalLayers: "run it once for each layer"
    case .snapWithCells: "leave out --snap"
    case .namedAreasWithoutPositions: "leave out --area-column, or count by areas"
    case .countsWithHours: "leave out --hours and --days, or --count-column"
    case .countsForRows: "leave out --count-column"
    }
  }
}

extension InputError.UnusableSystem {
  /// What to do about it.
  fileprivate var help: String {
    let option = role == .incidents ? "--incidents-crs" : "--crs"
    let named =
      likelyCode.map { "if it is, name it with \(option) \($0)" }
      ?? "name the system with \(option), as in \(option) EPSG:27700"
    return lacksDatum
      ? "\(named); --allow-ballpark takes the file's own as it stands" : named
  }
}

extension QueryAreaError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noSuchArea(_, _, let names, _):
      names.count <= 20 ? "the areas are: \(Suggestion.list(names))" : nil
    case .ambiguousName(_, _, let codes):
      "name its code, one of \(codes.prefix(10).joined(separator: ", "))"
        + (codes.count > 10 ? " and \(codes.count - 10) more" : "")
    case .noProjection: "name their system, as in --crs EPSG:27700"
    case .notProjectable: "name another projected system in metres with --crs"
    case .tooWide: "ask for less, or name a projected system in metres for all of it with --crs"
    case .beyond: "check them, and that --crs names the system that they are in"
    }
  }
}

extension MetricFitness.Fault {
  /// What to do about it.
  ///
  /// - Parameter local: The system that serves the middle of the data, where one is known.
  /// - Returns: The advice.
  func help(_ local: String?) -> String {
    if case .edge = self {
      return "name a projected system for all of it with --crs, or keep a part of it with "
        + "--study-area"
    }
    return local.map { "name a local system, as in --crs \($0), or let --crs auto choose one" }
      ?? "name a projected system in metres that is made for the place with --crs"
  }
}

extension DatasetError: HelpConvertible {
  package var help: String? {
    switch self {
    case .name, .sameName: "an example is --dataset ambulance=ambulance.csv"
    case .tooMany: "leave some out, or join files of one kind under one name"
    case .sameRows: "name it once; --allow-repeats compares both all the same"
    }
  }
}

extension AssignmentError: HelpConvertible {
  package var help: String? {
    switch self {
    case .rejected(_, _, _, _, let columns):
      (columns.map { "name the columns as what they are, as in --columns \($0)" }
        ?? "mend the file or name the right columns with --columns")
        + "; --max-rejected PERCENT allows more"
    case .assigned(let rows, _, let reason):
      "\(reason.help); "
        + (rows.assigned == 0
          ? "--min-assigned 0 allows an empty result" : "--min-assigned PERCENT allows fewer")
    }
  }
}

extension ProfilePagesError: HelpConvertible {
  package var help: String? {
    "leave out --pages, name larger areas first, or keep a part of them with --study-area"
  }
}

extension ResidentColumnError: HelpConvertible {
  package var help: String? { "name another column with --resident-column" }
}

extension OutputError: HelpConvertible {
  package var help: String? {
    if case .fixedSystem = self { "leave out --output-crs, or choose another format" } else { nil }
  }
}

extension PackFolderError: HelpConvertible {
  package var help: String? {
    switch self {
    case .holdsOtherThings: "name a new or an empty folder"
    case .holdsOtherFile: "move it elsewhere, or name another folder"
    case .notAFolder, .cannotCreate, .cannotRename: nil
    }
  }
}

extension ChangedInput: HelpConvertible {
  package var help: String? { "run it again when nothing writes to it, or on a copy" }
}

extension BackdropError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noSystem: "export the layer again with its coordinate system"
    case .beyond: "cut it to the region of the map, and check its coordinates"
    case .severalLayers(let path, let layers):
      "name it, as in '\(path):\(layers.first ?? "")'; the layers are: \(Suggestion.list(layers))"
    case .unknownFormat, .empty, .unreadable: nil
    }
  }
}

extension KernelDensityError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noSpread: "give one in metres, for instance --bandwidth 300"
    case .bandwidthOfParts(let isAdaptive):
      isAdaptive
        ? "give one in metres, for instance --bandwidth 300"
        : "give one in metres; hotspots merge prints the automatic one of parts made with --bandwidth auto"
    case .uniformCorrectionOfAdaptive:
      "take --edge-correction diggle, or a fixed bandwidth"
    case .ratioOfAdaptive: "take --bandwidth auto, or give one in metres"
    case .unusableBandwidth, .bandwidthTooWide, .unusableWeight, .beyondRange: nil
    }
  }
}

extension SurfaceGridError: HelpConvertible {
  package var help: String? {
    guard case .tooManyCells(_, _, _, let usable) = self else { return nil }
    return
      "take cells of \(Int(exactly: usable).map(String.init) ?? "\(usable)") m, or a smaller study area"
  }
}

extension CellGridError: HelpConvertible {
  package var help: String? {
    switch self {
    case .badSize: "give the size in metres, such as 250"
    case .tooManyCells: "choose a larger cell size or a smaller study area"
    case .emptyStudyArea: nil
    }
  }
}

extension ConcentrationError: HelpConvertible {
  package var help: String? {
    switch self {
    case .tooManyLocations: "count by cells with --on square, or choose a smaller --study-area"
    }
  }
}

extension RepeatUnitsError: HelpConvertible {
  package var help: String? {
    switch self {
    case .tooMany: "choose a part with --study-area, --from and --to or --where"
    case .monthsOnly: "give a window of months, as in --trigger 3/6months"
    case .noMetres: "name a system in metres that serves the place with --crs"
    }
  }
}

extension RepeatBandsError: HelpConvertible {
  package var help: String? { "an example is --bands 1,2,3-5,6-9,10+" }
}

extension LocalStatisticError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noVariation:
      "check the filters, the size of cells and the name of the value's column"
    case .badValue, .differingCounts: nil
    case .noPermutations: "999 are usual"
    }
  }
}

extension ClusterWarning {
  /// What mends it; `nil` if nothing does.
  fileprivate var help: String? {
    switch self {
    case .unequalAreas: "use rates or a grid"
    case .fewUnits: "prefer permutations"
    case .islands: nil
    case .fewPermutations(_, _, _, let enough): "ask for --permutations \(enough)"
    case .fewIncidents(_, let cellSize):
      cellSize.map { "--cell-size \(Int($0)) expects five" }
        ?? "take larger areas or a longer period"
    }
  }
}

extension CrossTabulationError: HelpConvertible {
  package var help: String? {
    switch self {
    case .tooManyColumns:
      "exchange --rows and --across, or keep the largest: --top 50,20 keeps 50 rows and 20 columns"
    case .unclearBands(let rows, _): "name it, as in --bands '\(rows)=18,25,35'"
    case .noNumbers: "name a column of numbers with --bands NAME=..."
    }
  }
}

extension AreaValuesError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noCodes(_, _, _, .values): "name the column of codes with --values-code-field"
    case .noCodes(_, _, _, .population): "name the column of codes with --population-code-field"
    case .noCodes(_, _, _, .comparison): "name the column of codes with --correlate-code-field"
    case .repeatedCode: "a table of several years or groups needs one of them kept"
    case .notANumber: "if it means that there is no number, leave the field empty"
    default: nil
    }
  }
}

extension CategoryWeightsError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noSuchColumn: nil
    case .noKeyColumn: "name the column of categories with --weights-key"
    case .noValueColumn: "name the column of values with --weights-value"
    case .badValue, .twoValues: "correct the table, or name another column with --weights-value"
    case .noValue: "name the columns with --weights-key and --weights-value"
    case .unweighted:
      "give them a value, leave them out with --exclude-category, or leave out --strict to let them "
        + "weigh nothing"
    }
  }
}

extension PackRemark {
  /// What mends it or says more, as the end of its sentence; `nil` if nothing does.
  var help: String? {
    switch self {
    case .finding(let finding): finding.help
    case .noComparison(.onePeriod): "--from sets earlier ones apart"
    case .noHours(.unknownDateOrder): "--date-format says it"
    case .noSpread: "--bandwidth METRES takes one as it is"
    case .joinedHotspot(_, _, let areCells, _):
      areCells
        ? "smaller cells (--cell-size) tell its parts apart"
        : "cells of a grid (--on square) tell its parts apart"
    default: nil
    }
  }
}

extension AssessmentRemark {
  /// What mends it or says more, as the end of its sentence; `nil` if nothing does.
  var help: String? {
    switch self {
    case .finding(let finding): finding.help
    case .noSection(.noWeights): "--weights names one"
    case .noSection(.noUnitCosts): "--unit-costs names one"
    case .noSection(.noComparison(let error)): error.help
    case .noSection(.noHours(.unknownDateOrder)): "--date-format says it"
    case .noSection(.noSpread): "--bandwidth METRES takes one as it is"
    case .noSection(.noSets): "--set names them"
    case .noSection(.noCrossTable): "--crosstab names one"
    case .noSection(.noRepeats): "--repeats names one"
    case .noSection(.noDatasets): "--dataset names one"
    case .noSection(.noEarlierAssessment): "--against-pack names its folder"
    case .noSection: nil
    }
  }
}

extension LikelyReason {
  /// What to do about it.
  var help: String {
    switch self {
    case .unknownCategories(let names, let known):
      (CategoryWords.question(names, known: known).map { "\($0) " } ?? "")
        + "the categories are \(CategoryWords.list(known))"
    case .period: "ask for a period that the files have, with --from and --to"
    case .filters: "leave out a filter, or look at the columns with hotspots inspect"
    case .withoutCoordinates:
      "name the right columns with --columns, as in --columns longitude=Long,latitude=Lat"
    case .unknownCodes:
      "name the layer that the codes are of first, or another field of it with --code-field"
    case .exchanged(let columns):
      columns.isEmpty
        ? "exchange them in the file"
        : "name the columns the other way round: --columns "
          + columns.map { "\($0.key.rawValue)=\($0.name)" }.joined(separator: ",")
    case .otherSystem(let system): "name it with --incidents-crs \(system)"
    case .studyArea: "choose another study area, or leave --study-area out"
    case .beyondUse, .apart:
      "check that incidents and boundaries are of one place, and whether --incidents-crs must name "
        + "the incidents' system"
    case .between: "--snap METRES gives incidents near an area to it"
    }
  }
}

extension ComparedPeriodsError: HelpConvertible {
  /// Options that name another period.
  package var help: String? {
    switch self {
    case .notAPeriod: nil
    case .noBeginning: "name its first day or month with --from"
    case .noEnd: "name its last day or month with --to"
    case .overlap, .uncovered:
      "name other periods with --from, --to and --against, as in --against 2016-04..2017-03"
    }
  }
}

extension MonthlyCountsError: HelpConvertible {
  /// Options that name another period.
  package var help: String? {
    switch self {
    case .noDates: "name the column of dates with --columns start=NAME"
    case .uncovered, .strays: "ask for a period that the files have, with --from and --to"
    }
  }
}

extension Finding {
  /// What mends it or says more, as the end of its sentence; `nil` if nothing does.
  var help: String? {
    switch self {
    case .betterConversion(let better, _): better.help
    case .leftOut(let paths, .otherSheet): "name another with --incidents '\(paths.first ?? "")'"
    case .degreesInMetreColumns: "--incidents-crs reads them otherwise"
    case .assumedOrder(_, let column, _):
      "--columns lat_lon=\(column) or --columns lon_lat=\(column) says it"
    case .repeatedReferences: "--unique id counts each reference once"
    case .undecidedTimes: "--date-format says it"
    case .strayDates: "--from and --to leave such incidents out"
    case .unknownCategory(let name, let known): CategoryWords.question([name], known: known)
    case .shortfall(let shortfall):
      if case .unknownCategories(let names, let known) = shortfall.reason {
        CategoryWords.question(names, known: known)
      } else {
        nil
      }
    case .emptyAreas: "--study-area FIELD=VALUE keeps a part of them"
    case .unweighted: "add them to the table, or leave them out with --exclude-category"
    case .possibleWeight(let column): "--columns weight=\(column) counts by '\(column)'"
    case .uncredited: "--credit TEXT prints a line, and may be repeated"
    case .narrowBandwidth: "take smaller cells or a larger bandwidth"
    case .ofThoseCompared(let finding), .ofDataset(_, let finding): finding.help
    case .differentPeriods: "--from and --to name a period that all of them cover"
    case .manyCells: "take a larger --cell-size unless you mean it"
    case .localStatistics(let warning): warning.help
    case .joinedHotspot(_, _, let areCells, _):
      (areCells
        ? "smaller cells tell streets apart: --cell-size"
        : "cells of a grid tell streets apart: --on square") + ", or the hotspots of a density"
    default: nil
    }
  }

  /// What was found and what mends it.
  var words: String { [description, help].compactMap(\.self).joined(separator: "; ") }
}
