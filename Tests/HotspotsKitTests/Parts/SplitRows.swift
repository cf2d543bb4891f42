import HotspotsKit
import Incidents
import Parts
import Statistics
import Testing

/// Rows of incidents that are counted in one run and in parts, to compare what is made of them.
struct SplitRows {
  private let world: SquareWorld
  private let rows: [String]
  private let seed: UInt64

  /// Makes rows in and around four squares, some without a place, a date or a person.
  init(seed: UInt64, count: Int = 240) throws {
    world = try SquareWorld()
    self.seed = seed
    var random = SplitMix64(seed: seed)
    func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    rows = (0..<count).map { _ in
      let (month, day, hour) = (twoDigits(number(1...12)), number(1...25), number(0...23))
      let date = "2025-\(month)-\(twoDigits(day))"
      let from = one(["\(date) \(twoDigits(hour)):20", "\(date) \(twoDigits(hour)):00", date, ""])
      let end = "2025-\(month)-\(twoDigits(day + number(0...3))) \(twoDigits(23)):40"
      let (east, north) = (400_000 + number(0...45), 300_000 + number(0...10))
      let place = number(0...9) > 0 ? "\(east).5,\(north).25" : ","
      // Letters composed and decomposed are one category.
      let type = one(["Robbery", "Burglary", "", "Caf\u{e9}", "Cafe\u{301}", "Theft"])
      let person = one(["V\(number(1...30))", "\"V\(number(1...30))\"", " V1 ", "", "unknown"])
      let street = one(["Low Street", "Mill Lane", "High Street", "No Location", ""])
      return "\(type),\(from),\(from.isEmpty ? "" : one([end, ""])),\(place),\(street),\(person),"
        + "\(one(["", "\(number(1...40))"])),\(number(0...4))\n"
    }
  }

  /// What was counted in some of the rows.
  private struct Run<Method: MergeableMethod> {
    let study: OpenedStudy
    let plan: Method.Plan
    let reading: StudyReading
    let shares: [StudyShare<Method.Sink.Result>]

    var assigned: [Int] { reading.reconciliations.map(\.assignedIncidents) }
  }

  private func run<Method: MergeableMethod>(
    _ method: Method, _ rows: [String], isPlaced: Bool, _ change: (inout StudyOptions) -> Void
  ) async throws -> Run<Method> {
    let header = "type,from,to,easting,northing,where,who,age,n\n"
    let study = try world.study(header + rows.joined(), isPlaced: isPlaced) {
      $0.threads = 3
      $0.bounds = AssignmentBounds.none
      $0.incidents.columns.append((.location, "where"))
      change(&$0)
    }
    let opened = try await study.open(method.needs)
    let plan = try method.plan(for: opened)
    let (reading, shares) = try await study.read(opened) { method.sink(plan) }
    return Run(study: opened, plan: plan, reading: reading, shares: shares)
  }

  /// Counts the rows in one run and in parts, adds the parts up in random order as a tree, and compares the
  /// bytes of the sums and what a method makes of them; then forges the bytes.
  func check<Method: MergeableMethod>(
    _ method: Method, isPlaced: Bool = true, _ change: (inout StudyOptions) -> Void = { _ in },
    describe: (Method.Result) -> [String]
  ) async throws {
    var random = SplitMix64(seed: seed ^ 0xABCD)
    let whole = try await run(method, rows, isPlaced: isPlaced, change)
    let sum = method.joined(whole.plan, shares: whole.shares)
    let bytes = encoded(sum)
    #expect(encoded(method.joined(whole.plan, shares: [sum])) == bytes)

    var lists = [[String]](repeating: [], count: Int.random(in: 2...9, using: &random))
    for row in rows { lists[Int.random(in: lists.indices, using: &random)].append(row) }
    var parts: [[UInt8]] = []
    for list in lists where !list.isEmpty {
      let part = try await run(method, list, isPlaced: isPlaced, change)
      let share = method.joined(part.plan, shares: part.shares)
      try method.check(share, part.plan, study: part.study, assigned: part.assigned)
      parts.append(encoded(share))
    }
    while parts.count > 1 {
      let taken = try (0..<min(parts.count, Int.random(in: 2...3, using: &random))).map { _ in
        try decoded(parts.remove(at: Int.random(in: parts.indices, using: &random)), whole)
      }
      parts.append(encoded(method.joined(whole.plan, shares: taken)))
    }
    #expect(parts[0] == bytes, "the sum of the parts has other bytes than that of all rows")

    let merged = try decoded(parts[0], whole)
    try method.check(merged, whole.plan, study: whole.study, assigned: whole.assigned)
    let expected = try await method.result(whole.plan, shares: whole.shares, reading: whole.reading)
    let found = try await method.result(whole.plan, shares: [merged], reading: whole.reading)
    #expect(describe(found) == describe(expected))
    await forge(method, merged, whole, &random)
  }

  /// Changes and cuts the bytes of counts: what is read and checked can be made a result of, all else is an
  /// error.
  private func forge<Method: MergeableMethod>(
    _ method: Method, _ sum: StudyShare<Method.Sink.Result>, _ whole: Run<Method>,
    _ random: inout SplitMix64
  ) async {
    let bytes = encoded(sum.value)
    var refused = 0
    for _ in 0..<80 {
      var forged = bytes
      if Bool.random(using: &random) {
        forged.removeLast(Int.random(in: 1...forged.count, using: &random))
      } else {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          forged[Int.random(in: forged.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
      }
      var part = PartDecoder(forged)
      part.provide(whole.study.rules)
      do throws(PartError) {
        let value = try part.decode(Method.Sink.Result.self)
        try part.finish()
        let share = StudyShare(value: value, categories: sum.categories, labels: sum.labels)
        try method.check(share, whole.plan, study: whole.study, assigned: whole.assigned)
        let joined = method.joined(whole.plan, shares: [share])
        _ = try? await method.result(whole.plan, shares: [joined], reading: whole.reading)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0 || bytes.count == 1)
  }

  private func encoded(_ value: some PartCodable) -> [UInt8] {
    var part = PartEncoder()
    part.encode(value)
    return part.bytes
  }

  private func decoded<Method: MergeableMethod>(
    _ bytes: [UInt8], _ run: Run<Method>
  ) throws(PartError) -> StudyShare<Method.Sink.Result> {
    var part = PartDecoder(bytes)
    part.provide(run.study.rules)
    let share: StudyShare<Method.Sink.Result> = try part.decode()
    try part.finish()
    return share
  }
}
