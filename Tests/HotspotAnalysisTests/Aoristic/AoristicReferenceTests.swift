import Foundation
import TestSupport
import Testing

@testable import HotspotAnalysis
@testable import Incidents

@Suite(
  "Aoristic tables that others computed",
  .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct AoristicReferenceTests {
  func parse(_ field: ArraySlice<UInt8>) -> ParsedTime {
    let bytes = Array(field)
    return DateColumnReader().parse(bytes.span)
  }

  func parse(date: ArraySlice<UInt8>, time: ArraySlice<UInt8>) -> ParsedTime {
    let (day, clock) = (Array(date), Array(time))
    return DateColumnReader().parse(date: day.span, time: clock.span)
  }

  /// The table of two columns of a file without quotes.
  func profile(
    _ bytes: [UInt8], start: Int, end: Int, rules: TimeZoneRules
  ) -> (profile: HourProfile, notes: TimeNotes) {
    let resolver = WindowResolver(rules: rules)
    var notes = TimeNotes()
    var hours = AoristicAccumulator(rules: rules)
    for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let outcome = resolver.resolve(
        start: parse(fields[start]), end: parse(fields[end]), notes: &notes)
      if case .window(let window) = outcome { hours.add(window) }
    }
    return (hours.profile(), notes)
  }

  /// Returns the content of a compressed file.
  func decompressed(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(data)
  }

  @Test("a hundred thousand generated windows in London")
  func london() throws {
    let bytes = try decompressed(SharedData.path("reference/aoristic/incidents-100000.csv.gz"))
    let table = try String(
      contentsOfFile: SharedData.path("reference/aoristic/london-100000.csv"), encoding: .utf8)
    let result = profile(bytes, start: 6, end: 7, rules: try zone("Europe/London"))
    let rows = table.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",").compactMap { Double($0) }
    }
    try #require(rows.count == 24)
    #expect(result.profile.incidents == 100_000)
    for (hour, row) in rows.enumerated() {
      for day in 0..<7 {
        #expect(abs(result.profile.weight(day * 24 + hour) - row[day + 1]) < 1e-9)
      }
    }
  }

  /// Computed with pandas 3 and numpy, hour by hour over each window, and again with zoneinfo.
  ///
  ///     d=pd.read_csv("nyc-burglary-2019.csv"); z="America/New_York"
  ///     u=lambda c: pd.to_datetime(c).dt.tz_localize(z,ambiguous=np.ones(len(c),bool),
  ///       nonexistent="shift_forward")
  ///     s=u(d.start); e=u(d.end).fillna(s); e=e.where(e>=s,s); out=np.zeros(168)
  ///     for a,b in zip(s,e):
  ///       if a==b: out[a.weekday()*24+a.hour]+=1; continue
  ///       h=pd.date_range(a.tz_convert("UTC").floor("h"),b.tz_convert("UTC"),freq="h")
  ///       w=[max(0,(min(b,x+pd.Timedelta("1h"))-max(a,x)).total_seconds())
  ///         /(b-a).total_seconds() for x in h]
  ///       l=h.tz_convert(z); np.add.at(out,l.weekday*24+l.hour,w)
  ///     print(out[[0,1,47,100,118,119,120,167]],(np.arange(168)*out).sum(),(out*out).sum())
  @Test("burglaries in New York, from times and from day fractions")
  func newYork() throws {
    let bytes = Array(
      try Data(
        contentsOf: URL(filePath: SharedData.path("realdata/incidents/nyc-burglary-2019.csv"))))
    let rules = try zone("America/New_York")
    let result = profile(bytes, start: 6, end: 7, rules: rules)
    #expect(result.profile.incidents == 1233)
    #expect(result.notes.withoutEnd == 49)
    #expect(result.notes.overWeek == 49)
    #expect(result.notes.reversed == 0)
    let expected = [
      0: 5.88559045963522, 1: 7.7178824422456715, 47: 8.592824099615935, 100: 6.745664589366111,
      118: 7.48927113381073, 119: 9.906760565242612, 120: 9.89141829490698, 167: 3.5385188068620277,
    ]
    for (hour, weight) in expected { #expect(abs(result.profile.weight(hour) - weight) < 1e-9) }
    let weights = result.profile.weights
    let moment = weights.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(moment - 99807.87486131738) < 1e-7)
    #expect(abs(weights.reduce(0.0) { $0 + $1 * $1 } - 10171.478585965859) < 1e-8)
    #expect(try fractions(bytes, rules) == result.profile)
  }

  /// The same table from the columns of dates and day fractions.
  func fractions(_ bytes: [UInt8], _ rules: TimeZoneRules) throws -> HourProfile {
    var notes = TimeNotes()
    var hours = AoristicAccumulator(rules: rules)
    for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let start = parse(date: fields[0], time: fields[1])
      let end = parse(date: fields[2], time: fields[3])
      let outcome = WindowResolver(rules: rules).resolve(start: start, end: end, notes: &notes)
      if case .window(let window) = outcome { hours.add(window) }
    }
    return hours.profile()
  }
}
