import Statistics

/// Makes the incidents of one year in the borough.
package struct IncidentMaker {
  /// The number of incidents, rows written twice included.
  package static let count = 20_000

  /// How many rows are written twice, as exports do.
  private static let repeated = 5
  /// How many windows end before they begin.
  private static let reversed = 5
  /// How many incidents have no time at all.
  private static let timeless = 6

  /// Where incidents gather.
  let magnets: Magnets
  /// The categories of the next incidents, from the last.
  private var deck: [Offence] = []
  private let areaOfSpate: Int
  private var generator: SplitMix64
  private var robberies = 0
  private var lastBurglary: (window: IncidentWindow, place: Place)?

  /// Prepares the incidents that belong to a seed.
  ///
  /// - Parameters:
  ///   - borough: Where they happen.
  ///   - seed: What decides them.
  package init(borough: Borough, seed: UInt64) {
    generator = SplitMix64(seed: seed)
    magnets = Magnets(of: borough, generator: &generator)
    // The area farthest from the centre has a spate of car crime in the last quarter.
    areaOfSpate =
      borough.middles.indices.max {
        borough.middles[$0].squaredDistance(to: BoroughShape.centre)
          < borough.middles[$1].squaredDistance(to: BoroughShape.centre)
      } ?? 0
  }

  /// The three areas that hold about 40 % of the incidents.
  package var busiestAreas: [Int] { magnets.busiest }
  /// The two wards that live at night.
  package var nightWards: [Int] { magnets.nightWards }

  /// The roads on which incidents are placed.
  package var roads: RoadNetwork { RoadNetwork(of: magnets.streets) }

  /// Returns the incidents, in the order of their start; those without a time come last.
  package mutating func incidents() -> [Incident] {
    var incidents = clockChanges()
    while incidents.count < Self.count - Self.repeated { incidents.append(next()) }
    spoil(&incidents)
    for _ in 0..<Self.repeated { incidents.append(incidents[generator.below(incidents.count)]) }
    return incidents.sorted { one, other in
      (one.start ?? Int.max, one.identifier) < (other.start ?? Int.max, other.identifier)
    }
  }

  // MARK: - One incident

  private mutating func next() -> Incident {
    let offence = drawOffence()
    let identifier = drawIdentifier()
    let fate = generator.below(1000)
    if fate < 10 {
      let window = IncidentWindow.draw(
        for: offence, pattern: pattern(of: offence, livesAtNight: false), with: &generator)
      return Incident(
        identifier: identifier, offence: offence, window: window,
        position: fate < 7 ? .missing : .zero, location: "No Location", area: nil,
        outcome: Outcome.draw(for: offence, start: window.start, with: &generator))
    }
    if fate < 20 {
      let window = IncidentWindow.draw(
        for: offence, pattern: pattern(of: offence, livesAtNight: false), with: &generator)
      let place = magnets.drawPlaceOutside(with: &generator)
      return incident(of: offence, identifier: identifier, window: window, place: place)
    }
    return offence == .burglary
      ? burglary(identifier) : incident(of: offence, identifier: identifier)
  }

  private mutating func incident(of offence: Offence, identifier: String) -> Incident {
    var place = magnets.drawPlace(for: offence, with: &generator)
    let window = IncidentWindow.draw(
      for: offence, pattern: pattern(of: offence, livesAtNight: magnets.livesAtNight(place)),
      with: &generator)
    let month = CivilCalendar.month(ofDay: window.start / CivilCalendar.minutesPerDay)
    if offence == .vehicleCrime, month >= 10, generator.happens(perThousand: 200) {
      place = magnets.drawPlace(inArea: areaOfSpate, with: &generator)
    }
    return incident(of: offence, identifier: identifier, window: window, place: place)
  }

  private mutating func incident(
    of offence: Offence, identifier: String, window: IncidentWindow, place: Place
  ) -> Incident {
    Incident(
      identifier: identifier, offence: offence, window: window, place: place,
      outcome: Outcome.draw(for: offence, start: window.start, with: &generator))
  }

  /// Returns a burglary; one in six follows another at the same place within ten days.
  private mutating func burglary(_ identifier: String) -> Incident {
    if let last = lastBurglary, generator.below(6) == 0 {
      let later = generator.draw(from: 1...10) * CivilCalendar.minutesPerDay
      let start = last.window.start + later
      if start < CivilCalendar.daysInYear * CivilCalendar.minutesPerDay {
        let window = IncidentWindow(from: start, to: last.window.end + later)
        return incident(
          of: .burglary, identifier: identifier, window: window, place: last.place)
      }
    }
    let place = magnets.drawPlace(for: .burglary, with: &generator)
    let window = IncidentWindow.draw(for: .burglary, pattern: .evening, with: &generator)
    lastBurglary = (window, place)
    return incident(of: .burglary, identifier: identifier, window: window, place: place)
  }

  /// Returns when incidents of a category happen, in a ward that lives at night or another.
  private mutating func pattern(of offence: Offence, livesAtNight: Bool) -> TimePattern {
    let isNight = livesAtNight && offence.followsNightLife
    if offence == .robbery {
      // Dealt, not drawn: 74 of every hundred lie between 18:00 and 06:00.
      robberies += 1
      guard robberies * 74 % 100 < 74 else { return .robberyByDay }
      return isNight ? .nightLife : .robberyByNight
    }
    if isNight, generator.happens(perThousand: 600) { return .nightLife }
    switch offence {
    case .shoplifting: return .shopping
    case .otherTheft, .theftFromThePerson, .bicycleTheft, .otherCrime: return .daytime
    default: return .evening
    }
  }

  /// Returns the next category of a shuffled thousand that holds each as often as it should.
  private mutating func drawOffence() -> Offence {
    if deck.isEmpty {
      deck = Offence.allCases.flatMap { Array(repeating: $0, count: $0.perThousand) }
      for index in deck.indices.reversed() { deck.swapAt(index, generator.below(index + 1)) }
    }
    return deck.removeLast()
  }

  private mutating func drawIdentifier() -> String {
    let digits = String(generator.next(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: - As in life

  /// Returns four incidents whose windows run across, or into, the two changes of the clocks.
  private mutating func clockChanges() -> [Incident] {
    let spring = CivilCalendar.springDay * CivilCalendar.minutesPerDay
    let autumn = CivilCalendar.autumnDay * CivilCalendar.minutesPerDay
    let windows: [(Offence, IncidentWindow)] = [
      (.vehicleCrime, IncidentWindow(from: spring - 120, to: spring + 450)),
      (.theftFromThePerson, IncidentWindow(from: spring + 40, to: spring + 130)),
      (.vehicleCrime, IncidentWindow(from: autumn - 150, to: autumn + 480)),
      (.theftFromThePerson, IncidentWindow(from: autumn + 30, to: autumn + 90)),
    ]
    return windows.map { offence, window in
      let place = magnets.drawPlace(for: offence, with: &generator)
      return incident(of: offence, identifier: drawIdentifier(), window: window, place: place)
    }
  }

  /// Takes away or spoils what people forget or mistype.
  private mutating func spoil(_ incidents: inout [Incident]) {
    var (reversed, timeless) = (0, 0)
    for index in incidents.indices.dropFirst(4) {
      if generator.happens(perThousand: 5) {
        incidents[index].end = nil
      } else if timeless < Self.timeless, generator.happens(perThousand: 1) {
        timeless += 1
        incidents[index].start = nil
        incidents[index].end = nil
      } else if reversed < Self.reversed, generator.happens(perThousand: 3),
        let start = incidents[index].start, let end = incidents[index].end,
        (30..<600).contains(end - start)
      {
        reversed += 1
        incidents[index].start = end
        incidents[index].end = start
      }
    }
  }
}
