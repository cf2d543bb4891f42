import Foundation
import TestSupport
import Testing

@Suite(
  "hotspots hours, against tables that others computed",
  .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct HoursReferenceTests {
  let folder = TemporaryFolder()

  // From pandas 3 and zoneinfo, one hour of UTC after the other:
  //   S, E = [pd.to_datetime(d[c]).dt.tz_localize("America/New_York", ambiguous=first,
  //           nonexistent="shift_forward") for c in ("start", "end")]
  //   E = E.fillna(S); E = E.where(E >= S, S)
  //   for s, e in zip(S, E):
  //     if s == e: h[s.hour, s.day_of_week] += 1; continue
  //     a, b = s.tz_convert("UTC"), e.tz_convert("UTC")
  //     edges = pd.date_range(a.floor("h"), b.ceil("h"), freq="h")
  //     for x, y in zip(edges[:-1], edges[1:]):
  //       l = x.tz_convert("America/New_York")
  //       h[l.hour, l.day_of_week] += (min(y, b) - max(x, a)) / (b - a)
  //   h.sum(0), h.sum(1), h[18, 3], h[2, 5], h[0, 0]
  static let days = [
    165.788614626377, 208.21527719083068, 184.5752651325215, 188.09580576744563,
    176.0270641065787, 167.03426832552526, 143.26370485072172,
  ]
  static let hours = [
    41.890212493857625, 50.971836046173806, 53.34258789966603, 54.97378209921479,
    52.78387507729449, 43.84280442541266, 29.308604027031194, 28.916860473235467,
    30.078052393107274, 45.770380126980314, 52.918203287047774, 55.45863850338331,
    55.80510014627953, 64.17313814531833, 60.222696012008164, 64.91776825448422,
    71.05938054368173, 64.23780616948606, 54.34210444348954, 58.27719880012085,
    55.69246390044365, 51.06110007619504, 46.78925852196673, 46.16614813412204,
  ]

  @Test(
    "burglaries of New York agree with pandas, from whole times and from dates and day fractions",
    arguments: [
      [],
      ["--columns", "start=CMPLNT_FR_DT,end=CMPLNT_TO_DT"],
      [
        "--columns",
        "start=CMPLNT_FR_DT,start_time=CMPLNT_FR_TM,end=CMPLNT_TO_DT,end_time=CMPLNT_TO_TM",
      ],
    ])
  func newYork(options: [String]) async throws {
    let run = await CommandRun(
      words: [
        "hours", "--incidents", SharedData.path("realdata/incidents/nyc-burglary-2019.csv"),
        "--time-zone", "America/New_York", "--output", folder.path("out.json"),
      ] + options)
    try #require(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("1,233 rows read: 1,233 assigned"))
    #expect(run.messages.contains("49 without an end"))
    let week = try WeekCells(folder, "out.json")
    for day in 0..<7 { #expect(abs(week.cells[day].reduce(0, +) - Self.days[day]) < 1e-9) }
    for hour in 0..<24 {
      #expect(abs(week.cells.reduce(0) { $0 + $1[hour] } - Self.hours[hour]) < 1e-9)
    }
    #expect(abs(week.cells[3][18] - 14.097902310659585) < 1e-9)
    #expect(abs(week.cells[5][2] - 8.402557904393532) < 1e-9)
    #expect(abs(week.cells[0][0] - 5.88559045963522) < 1e-9)
  }

  @Test("the whole command repeats the reference table of London")
  func london() async throws {
    let run = await CommandRun(
      "hours", "--incidents", SharedData.path("reference/aoristic/incidents-100000.csv.gz"),
      "--output", folder.path("out.json"))
    try #require(run.status == 0, "\(run.messages)")
    let week = try WeekCells(folder, "out.json")
    let text = try String(
      contentsOfFile: SharedData.path("reference/aoristic/london-100000.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",").compactMap { Double($0) }
    }
    for (hour, row) in rows.enumerated() {
      for day in 0..<7 { #expect(abs(week.cells[day][hour] - row[day + 1]) < 1e-9) }
    }
    #expect(week.total == 100_000)
  }
}
