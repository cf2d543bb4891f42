import Boundaries
import Incidents
import Tasking

extension StudyReading {
  /// Which data a page is made of, in a sentence without its full stop: the days that the files cover, and
  /// the files.
  ///
  ///     Data: 1 January to 31 December 2025, from incidents.csv; LSOAs of 2021 from lsoa.shp
  var dataWords: String {
    var incidents = "from \(Self.names(sources.map(\.path)))"
    if let covered = period.covered { incidents = "\(covered.dayWords), \(incidents)" }
    let areas = (input?.boundaries.layers ?? []).map { layer in
      let noun = AreaNoun(codeField: layer.codeField, layer: layer.name).plural
      return "\(noun)\(layer.year.map { " of \($0)" } ?? "") from \(FileNames.name(of: layer.path))"
    }
    return (["Data: \(incidents)"] + areas).joined(separator: "; ")
  }

  /// The most files that are named.
  private static let namedFiles = 3

  private static func names(_ paths: [String]) -> String {
    var met: Set<String> = []
    let names = paths.map { $0 == "-" ? "standard input" : FileNames.name(of: $0) }
      .filter { met.insert($0).inserted }
    guard names.count > namedFiles else { return CountWords.list(names) }
    return "\(CountWords.lower(names.count)) files, \(names[0]) to \(names[names.count - 1])"
  }
}

extension CoveredDates {
  /// The first and the last day, or month where no days are known.
  fileprivate var dayWords: String {
    let (from, to) =
      isMonthly ? (first.monthWords, last.monthWords) : (first.words, last.words)
    return from == to ? from : "\(from) to \(to)"
  }
}
