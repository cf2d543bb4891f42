package import Tables

/// When incidents happened, as the page of a pack says it.
package struct PackHours: Sendable {
  /// A run of hours of the week.
  package struct Shift: Sendable, Equatable {
    /// The day and hour in which it starts: `Fri 22:00`.
    package var start: String
    /// The day and hour behind its last.
    package var end: String
    /// How many hours it lasts.
    package var hours: Int
    /// The incidents expected in it.
    package var expected: Double
    /// The days to which its hours are counted; `nil` if they are those of the clock.
    package var countedDays: String?

    /// Describes a shift.
    package init(
      start: String, end: String, hours: Int, expected: Double, countedDays: String? = nil
    ) {
      self.start = start
      self.end = end
      self.hours = hours
      self.expected = expected
      self.countedDays = countedDays
    }

    /// From when to when: `Fri 22:00 to Sat 06:00 (counted to Fri)`.
    var words: String {
      "\(start) to \(end)" + (countedDays.map { " (counted to \($0))" } ?? "")
    }
  }

  /// The fewest hours of the week that hold half of all incidents.
  package struct Half: Sendable, Equatable {
    /// How many they are.
    package var hours: Int
    /// The incidents expected in them.
    package var expected: Double

    /// Describes the hours.
    package init(hours: Int, expected: Double) {
      self.hours = hours
      self.expected = expected
    }
  }

  /// The incidents of one category in the night.
  package struct Night: Sendable, Equatable {
    /// The category.
    package var name: String
    /// All its incidents with a time.
    package var incidents: Int
    /// Those expected in the night.
    package var expected: Double
    /// Those that must lie in the night.
    package var must: Int
    /// Those that could lie in the night.
    package var could: Int

    /// Describes the incidents.
    package init(name: String, incidents: Int, expected: Double, must: Int, could: Int) {
      self.name = name
      self.incidents = incidents
      self.expected = expected
      self.must = must
      self.could = could
    }
  }

  /// The split of night and day.
  package struct NightSplit: Sendable, Equatable {
    /// The hours of the night: `18:00 to 06:00`.
    package var hours: String
    /// All incidents.
    package var total: Night
    /// Each category; empty where there are no several.
    package var categories: [Night]

    /// Describes a split.
    package init(hours: String, total: Night, categories: [Night]) {
      self.hours = hours
      self.total = total
      self.categories = categories
    }
  }

  /// One of the busiest areas.
  package struct Busiest: Sendable, Equatable {
    /// The name; the code where there is none.
    package var name: String
    /// The code.
    package var code: String
    /// Its hours.
    package var table: HourTable

    /// Describes an area.
    package init(name: String, code: String, table: HourTable) {
      self.name = name
      self.code = code
      self.table = table
    }
  }

  /// The hours of the week.
  package var table: HourTable
  /// The chart of it, as SVG.
  package var chart: [UInt8]
  /// The charts of the busiest areas, as SVG; `nil` for fewer than two.
  package var areaChart: [UInt8]?
  /// The busiest areas of the first layer.
  package var areas: [Busiest]
  /// The incidents that have a time of day.
  package var timed: Int
  /// The incidents that have none.
  package var untimed: Int
  /// The busiest shift; `nil` if only some hours are kept.
  package var shift: Shift?
  /// The fewest hours that hold half; `nil` if only some hours are kept.
  package var half: Half?
  /// The split of night and day; `nil` if only some hours are kept.
  package var night: NightSplit?
  /// The hours that are kept, in words; `nil` for all.
  package var keptHours: String?
  /// The zone whose clock labels the hours.
  package var timeZone: String
  /// What was noticed about the times.
  package var notes: [String]

  /// Describes the hours; everything is given.
  package init(
    table: HourTable, chart: [UInt8], areaChart: [UInt8]?, areas: [Busiest], timed: Int,
    untimed: Int, shift: Shift?, half: Half?, night: NightSplit?, keptHours: String?,
    timeZone: String, notes: [String]
  ) {
    self.table = table
    self.chart = chart
    self.areaChart = areaChart
    self.areas = areas
    self.timed = timed
    self.untimed = untimed
    self.shift = shift
    self.half = half
    self.night = night
    self.keptHours = keptHours
    self.timeZone = timeZone
    self.notes = notes
  }
}
