import Geometry
import HotspotAnalysis
import Incidents
import Statistics
import Tables
import Testing

/// Profiles are asked for as hotspots have them: by a list over a surface whose western cell is dense.
@Suite("Profiles of hotspots") struct HotspotProfilerTests {
  static let surface = Surface(
    grid: SurfaceGrid(cellSize: 100, firstColumn: 0, firstRow: 0, columns: 4, rows: 1),
    values: [50, 1, 1, 1])

  /// Monday 2026-06-01 00:00 on the clock of UTC.
  static let monday = CivilTime(date: CivilDate(dayNumber: 20_605)).seconds

  /// Returns a time of that week.
  static func time(_ day: Int, _ hour: Int, minute: Int = 0) -> Int64 {
    monday + Int64(day * 86_400 + hour * 3600 + minute * 60)
  }

  /// Returns the profile of the incidents in the western cell.
  static func profile(_ x: [Double], _ details: IncidentDetails) throws -> HotspotProfile {
    let found = HotspotList.densest(
      on: SparseSurface(surface), x: x, y: x.map { _ in 50 }, details: details,
      studyAreaSquareKilometres: 0.04,
      minimumIncidents: 1)
    return try #require(found.hotspots.first).profile
  }

  @Test("categories are ranked by incidents and stand beside the study area's shares")
  func categories() throws {
    var details = IncidentDetails()
    details.categoryNames = ["burglary", "drugs", "robbery", "theft"]
    // Inside: theft 3, robbery 2, burglary 2, drugs 1; outside: theft 5, drugs 7.
    details.categories =
      [3, 3, 3, 2, 2, 0, 0, 1] + [3, 3, 3, 3, 3] + Array(repeating: 1, count: 7)
    let x = Array(repeating: 10.0, count: 8) + Array(repeating: 210.0, count: 12)
    let found = try Self.profile(x, details).categories
    // Of equal ones the first of the list; three are listed.
    #expect(found.map(\.name) == ["theft", "burglary", "robbery"])
    #expect(found.map(\.incidents) == [3, 2, 2])
    #expect(found.map(\.share) == [3.0 / 8, 0.25, 0.25])
    #expect(found.map(\.studyAreaShare) == [8.0 / 20, 0.1, 0.1])
    #expect(zip(found.map(\.ratio), [0.9375, 2.5, 2.5]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("the commonest name of a place comes first, kinds of places last, blanks not at all")
  func locations() throws {
    var details = IncidentDetails()
    details.locationNames = [
      "On or near Nightclub", "On or near Dean Street", "On or near Frith Street", "Elsewhere",
    ]
    let none = IncidentDetails.noLocation
    details.locations = [0, 0, 0, 0, 2, 2, 1, 1, 1, none, none, none, none, none, 3]
    let x = Array(repeating: 10.0, count: 14) + [210.0]
    let profile = try Self.profile(x, details)
    #expect(
      profile.locations.map(\.name) == [
        "On or near Dean Street", "On or near Frith Street", "On or near Nightclub",
      ])
    #expect(profile.locations.map(\.incidents) == [3, 2, 4])
    #expect(profile.categories.isEmpty && profile.hours == nil)
  }

  @Test("of names with as many incidents the first by name are listed, all are counted")
  func tiedLocations() async throws {
    var details = IncidentDetails()
    // In the order of files: F to A, each twice, a supermarket and a name that occurs thrice.
    details.locationNames =
      ["F", "E", "D", "C", "B", "A"].map { "On or near \($0) Street" }
      + ["On or near Supermarket", "Z"]
    details.locations = (0..<6).flatMap { [$0, $0] } + [6, 6, 7, 7, 7]
    let profile = try Self.profile(Array(repeating: 10, count: 17), details)
    #expect(
      profile.locations.map(\.name) == ["Z", "On or near A Street", "On or near B Street"])
    #expect(profile.locations.map(\.incidents) == [3, 2, 2])
    let facts = try #require(
      await HotspotGround.facts(of: [Array(0..<17)], details, threads: 1).first)
    #expect(facts.locations.map(\.name).last == "On or near D Street")
    #expect(facts.locationCount == 8 && facts.located == 17 && facts.locations.count == 5)
    // Of few names the kinds of places are listed behind all others.
    let few = try #require(
      await HotspotGround.facts(of: [[0, 12, 13, 14, 15]], details, threads: 2).first)
    #expect(
      few.locations.map(\.name) == ["Z", "On or near F Street", "On or near Supermarket"])
  }

  @Test("a hotspot is called after its place, a kind of place with its position")
  func names() throws {
    func name(_ locations: [UInt32], crs: String) throws -> String {
      var details = IncidentDetails()
      details.locationNames = ["On or near Nightclub", "On or near Dean Street"]
      details.locations = locations
      let x = Array(repeating: 10.0, count: max(1, locations.count))
      let found = HotspotList.densest(
        on: SparseSurface(Self.surface), x: x, y: x, details: details,
        studyAreaSquareKilometres: 0.04,
        minimumIncidents: 1)
      return try #require(found.hotspots.first).name(crs: crs)
    }
    #expect(try name([0, 0, 1], crs: "EPSG:27700") == "Dean Street")
    #expect(try name([0], crs: "EPSG:27700") == "Nightclub, SV 000 000")
    #expect(try name([0], crs: "EPSG:3857") == "Nightclub, 50, 50")
    #expect(try name([], crs: "EPSG:27700") == "SV 000 000")
  }

  @Test(
    "a name that under a tenth carry is said with its share, after the area that holds more than half"
  )
  func share() throws {
    func name(_ streets: [Int], areas: [Int32], names: [String] = ["Abbey", "Marsh"]) throws
      -> String
    {
      var details = IncidentDetails()
      details.locationNames = streets.indices.map { "On or near Street \($0)" }
      details.locations = streets.enumerated().flatMap { street, count in
        Array(repeating: UInt32(street), count: count)
      }
      (details.areas, details.areaNames) = (areas, names)
      if streets.isEmpty {
        details.locations = areas.map { _ in IncidentDetails.noLocation }
      }
      let x = Array(repeating: 10.0, count: details.locations.count)
      let found = HotspotList.densest(
        on: SparseSurface(Self.surface), x: x, y: x, details: details,
        studyAreaSquareKilometres: 0.04, minimumIncidents: 1)
      let hotspot = try #require(found.hotspots.first)
      let shares = found.featureTable(crs: "EPSG:27700")[column: "location_share"]
      #expect(shares?.values == (streets.isEmpty ? nil : .reals([hotspot.locationShare])))
      return hotspot.name(crs: "EPSG:27700")
    }
    // Two of twenty are a tenth; two of twenty-one are not.
    let others = Array(repeating: 1, count: 18)
    let (most, half): ([Int32], [Int32]) = (
      Array(repeating: 1, count: 11) + Array(repeating: 0, count: 10),
      Array(repeating: 1, count: 10) + Array(repeating: 0, count: 10) + [-1]
    )
    #expect(try name([2] + others, areas: Array(most.prefix(20))) == "Street 0")
    #expect(try name([2] + others + [1], areas: most) == "Marsh, Street 0 (10%)")
    #expect(try name([2] + others + [1], areas: half) == "Street 0 (10%)")
    #expect(try name([2] + others + [1], areas: [], names: []) == "Street 0 (10%)")
    #expect(try name(Array(repeating: 1, count: 300), areas: []) == "Street 0 (<1%)")
    #expect(try name([], areas: most) == "Marsh, SV 000 000")
    #expect(try name([], areas: half) == "SV 000 000")
  }

  @Test("the busiest four hours are those of the windows' parts, over midnight too")
  func hours() throws {
    var details = IncidentDetails()
    // Friday 22:00 to Saturday 02:00 holds three and three quarters, an instant on Monday one.
    for window in [
      (Self.time(4, 22), Self.time(4, 22)), (Self.time(4, 23), Self.time(5, 1)),
      (Self.time(5, 1, minute: 30), Self.time(5, 1, minute: 30)),
      (Self.time(4, 21), Self.time(5, 1)), (Self.time(0, 9), Self.time(0, 9)),
    ] {
      details.append(window: TimeWindow(start: window.0, end: window.1))
    }
    details.append(window: nil)
    // Another on Monday that is not in the hotspot.
    for _ in 0..<9 { details.append(window: TimeWindow(start: Self.monday, end: Self.monday)) }
    let x = Array(repeating: 10.0, count: 6) + Array(repeating: 210.0, count: 9)
    let hours = try #require(try Self.profile(x, details).hours)
    #expect(hours.label == "Fri 22:00 to Sat 02:00")
    #expect(abs(hours.shift.expected - 3.75) < 1e-12)
    #expect(hours.timed == 5)
    #expect(abs(hours.share - 0.75) < 1e-12)
  }

  @Test("small hours are counted to the day that the operation has then")
  func dayStart() throws {
    func hours(startingAt dayStart: Int) throws -> HotspotProfile.BusiestHours {
      var details = IncidentDetails(dayStart: dayStart)
      // Saturday 02:00, 03:00 and 05:00.
      for hour in [2, 3, 5] {
        details.append(window: TimeWindow(start: Self.time(5, hour), end: Self.time(5, hour)))
      }
      return try #require(try Self.profile([10, 10, 10], details).hours)
    }
    let clock = try hours(startingAt: 0)
    #expect(clock.label == "Sat 02:00 to Sat 06:00")
    #expect(clock.dayName == "Sat")
    let night = try hours(startingAt: 6)
    #expect(night.label == "Sat 02:00 to Sat 06:00 (counted to Fri)")
    #expect(night.dayName == "Fri")
    let early = try hours(startingAt: 4)
    #expect(early.label == "Sat 02:00 to Sat 06:00 (counted to Fri and Sat)")
    #expect(early.dayName == "Fri")
  }

  @Test("with hours asked for, the busiest are among them")
  func hoursWithin() throws {
    var details = IncidentDetails(within: WeeklyHours(hours: HoursOfDay(from: 18, to: 22)))
    for hour in [9, 9, 9, 9, 19, 21] {
      details.append(window: TimeWindow(start: Self.time(2, hour), end: Self.time(2, hour)))
    }
    let hours = try #require(try Self.profile(Array(repeating: 10, count: 6), details).hours)
    // It begins with its first hour that is not empty.
    #expect(hours.label == "Wed 19:00 to Wed 23:00")
    #expect(hours.shift.expected == 2)
  }

  @Test("the busiest hours of seeded windows are those of a slow count", arguments: 0..<10)
  func slowCount(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var details = IncidentDetails()
    var minutes = [Double](repeating: 0, count: 168 * 60)
    for _ in 0..<40 {
      let start = Int(random.next() % (168 * 60))
      let length = Int(random.next() % 900)
      details.append(
        window: TimeWindow(
          start: Self.monday + Int64(start * 60), end: Self.monday + Int64((start + length) * 60)))
      if length == 0 { minutes[start] += 1 }
      for minute in start..<(start + length) { minutes[minute % (168 * 60)] += 1 / Double(length) }
    }
    let sums = (0..<168).map { hour in
      (0..<240).reduce(0.0) { $0 + minutes[(hour * 60 + $1) % (168 * 60)] }
    }
    let hours = try #require(try Self.profile(Array(repeating: 10, count: 40), details).hours)
    #expect(abs(hours.shift.expected - (sums.max() ?? 0)) < 1e-9)
    #expect(abs(sums[hours.shift.start.number] - hours.shift.expected) < 1e-9)
  }
}
