import HotspotsKit
import Statistics
import Tables
import TestSupport
import Testing

@Suite("Queries of a study, against every incident looked at on its own")
struct StudyQueryTests {
  /// An incident as the oracle knows it.
  struct Incident {
    var id: Int
    var x: Int
    var y: Int
    var isPlaced: Bool
    var month: Int
    var category: String
    var speed: Int

    /// The row as it is written; whole metres, so that none lies within a millimetre of an edge.
    var row: String {
      let start = "2024-\(month < 10 ? "0" : "")\(month)-15"
      return "\(id),\(start),\(category),\(isPlaced ? "\(x),\(y)" : ","),\(speed)\n"
    }

    /// Whether the incident lies within a distance of (500000, 200000).
    func isNear(_ metres: Double) -> Bool {
      let (east, north) = (Double(x - 500_000), Double(y - 200_000))
      return (east * east + north * north).squareRoot() <= metres
    }
  }

  private let folder = TemporaryFolder()

  private static func incidents(_ seed: UInt64, count: Int = 900) -> [Incident] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { id in
      Incident(
        id: id, x: Int.random(in: 498_000...502_000, using: &random),
        y: Int.random(in: 198_000...202_000, using: &random),
        isPlaced: Int.random(in: 0..<20, using: &random) > 0,
        month: Int.random(in: 2...9, using: &random),
        category: ["Arson", "Burglary", "Robbery"].randomElement(using: &random) ?? "",
        speed: Int.random(in: 0...60, using: &random))
    }
  }

  private func study(
    _ incidents: [Incident], threads: Int = 2, condition: Condition? = nil
  ) throws -> Study {
    let text =
      "id,start,category,easting,northing,speed\n" + incidents.map(\.row).joined()
    var options = StudyOptions(incidents: [try folder.file("incidents.csv", text)])
    options.threads = threads
    options.filter.condition = condition
    return Study(options)
  }

  private static func circle(_ metres: Double) -> QueryArea {
    .circle(QueryArea.Centre(easting: 500_000, northing: 200_000), metres: metres)
  }

  private static func texts(_ table: FeatureTable?, _ column: String) -> [String] {
    guard let table, let values = table[column: column]?.values else { return [] }
    return (0..<table.rowCount).map { values.description(at: $0) }
  }

  @Test(
    "counts inside and outside a circle, on a condition, by month and by category",
    arguments: 0..<4 as Range<UInt64>)
  func counts(seed: UInt64) async throws {
    let incidents = Self.incidents(seed)
    let study = try study(
      incidents, threads: seed % 2 == 0 ? 1 : 3,
      condition: try Condition("speed >= 30 or category = 'arson'"))
    var query = IncidentQuery(in: Self.circle(1200.25))
    for isOutside in [false, true] {
      query.selectsOutside = isOutside
      let wanted = incidents.filter {
        $0.isPlaced && $0.isNear(1200.25) != isOutside && ($0.speed >= 30 || $0.category == "Arson")
      }
      let months = try await study.count(query, by: .month)
      let met = wanted.map(\.month)
      let all = Array((met.min() ?? 0)...(met.max() ?? 0))
      #expect(Self.texts(months.table, "month") == all.map { "2024-0\($0)" })
      #expect(
        Self.texts(months.table, "incidents") == all.map { month in "\(met.count { $0 == month })" }
      )
      let categories = try await study.count(query, by: .category)
      let names = Self.texts(categories.table, "category")
      #expect(Set(names) == Set(wanted.map(\.category)))
      #expect(
        Self.texts(categories.table, "incidents")
          == names.map { name in "\(wanted.count { $0.category == name })" })
      #expect(months.selected == wanted.count && categories.selected == wanted.count)
    }
  }

  // The longest is several blocks for each worker.
  @Test(
    "rows are those of the oracle, in the order of the input",
    arguments: [(900, 1), (900, 4), (60_000, 1), (60_000, 3)])
  func rows(count: Int, threads: Int) async throws {
    let incidents = Self.incidents(7, count: count)
    let study = try study(incidents, threads: threads)
    var output = try RowOutput(folder.path("rows.csv"))
    output.columns = .named(["Speed"])
    let area = QueryArea.polygons(
      "SRID=27700;POLYGON((499000.5 199000.5,501000.5 199000.5,501000.5 201500.5,499000.5 201500.5,"
        + "499000.5 199000.5))")
    let result = try await study.write(IncidentQuery(in: area), to: output)
    let wanted = incidents.filter {
      $0.isPlaced && (499_001...501_000).contains($0.x) && (199_001...201_500).contains($0.y)
    }
    let lines = wanted.map {
      "\($0.id),2024-0\($0.month)-15,\($0.category),\($0.speed),\($0.x),\($0.y)\n"
    }
    #expect(
      try String(decoding: folder.read("rows.csv"), as: UTF8.self)
        == "id,start,category,speed,easting,northing\n" + lines.joined())
    #expect(result.selected == wanted.count && result.table == nil)
    let counted = try await study.count(IncidentQuery(in: area), by: .category)
    let names = Self.texts(counted.table, "category")
    #expect(
      Self.texts(counted.table, "incidents")
        == names.map { name in "\(wanted.count { $0.category == name })" })
    #expect(counted.selected == wanted.count)
    let rows = result.reconciliation
    #expect(rows.read == incidents.count && rows.assigned == wanted.count)
    #expect(rows.withoutCoordinatesCount == incidents.count { !$0.isPlaced })
    #expect(rows.outsideCount == incidents.count(where: \.isPlaced) - wanted.count)
  }

  @Test("without an area, incidents without coordinates are counted too")
  func everywhere() async throws {
    let incidents = Self.incidents(11)
    let study = try study(incidents)
    let result = try await study.count(IncidentQuery())
    #expect(Self.texts(result.table, "incidents") == ["900"])
    #expect(result.reconciliation.assigned == 900)
  }

  @Test("nothing selected is no error, and why is told")
  func nothing() async throws {
    let study = try study(Self.incidents(3))
    let far = QueryArea.circle(.init(easting: 400_000, northing: 200_000), metres: 10)
    let result = try await study.count(IncidentQuery(in: far))
    #expect(result.selected == 0)
    let reasons = result.findings.compactMap { finding -> EmptySelection? in
      if case .emptySelection(let reason) = finding { reason } else { nil }
    }
    guard case .apart(let area, let incidents, let wouldFit) = try #require(reasons.first) else {
      Issue.record("\(reasons)")
      return
    }
    #expect(!wouldFit && area.maxX < incidents.minX)
  }

  @Test("what cannot be a query area is refused in types, without the name of any option")
  func refused() async throws {
    #expect(throws: QueryArea.RectangleError.noHeight) {
      _ = try QueryArea.Rectangle(west: 0, south: 1, east: 1, north: 1)
    }
    #expect(throws: QueryArea.RectangleError.notDegrees) {
      _ = try QueryArea.Rectangle(west: 0, south: 1, east: 530_000, north: 2)
    }
    #expect(QueryArea.Centre("nowhere") == nil && QueryArea.Centre("TQ 302 805") != nil)
    let study = try study(Self.incidents(5))
    await #expect(throws: InputError.noBoundaries) {
      _ = try await study.count(IncidentQuery(in: .area("E05999001")))
    }
    let wide = QueryArea.circle(.init(longitude: -1, latitude: 52), metres: 9_000_000)
    let error = await #expect(throws: QueryAreaError.self) {
      _ = try await study.count(IncidentQuery(in: wide))
    }
    #expect(error.map { !$0.description.contains("--") } == true)
    guard case .tooWide? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
