/// One made-up incident of the samples.
package struct Incident: Sendable {
  /// Where an export says that an incident happened.
  package enum Position: Sendable, Equatable {
    /// Metres on the British National Grid.
    case grid(easting: Int, northing: Int)
    /// Both coordinates 0, as some systems write what they do not know.
    case zero
    /// Nothing.
    case missing
  }

  /// Sixteen hexadecimal digits.
  package let identifier: String
  /// The category.
  package let offence: Offence
  /// The earliest time, in minutes of ``CivilCalendar``; `nil` if not recorded.
  package var start: Int?
  /// The latest time; the same as the start when it is known, `nil` if not recorded.
  package var end: Int?
  /// Where it happened.
  package let position: Position
  /// The name of the place.
  package let location: String
  /// What became of it, in the words of data.police.uk; empty for anti-social behaviour.
  package let outcome: String
  /// The position of the area in the borough, where there is one.
  package let area: Int?

  /// Creates an incident.
  init(
    identifier: String, offence: Offence, window: IncidentWindow, position: Position,
    location: String, area: Int?, outcome: String
  ) {
    self.identifier = identifier
    self.offence = offence
    start = window.start
    end = window.end
    self.position = position
    self.location = location
    self.area = area
    self.outcome = outcome
  }

  /// Creates an incident at a place.
  init(
    identifier: String, offence: Offence, window: IncidentWindow, place: Place, outcome: String
  ) {
    self.init(
      identifier: identifier, offence: offence, window: window,
      position: .grid(easting: place.easting, northing: place.northing), location: place.name,
      area: place.area, outcome: outcome)
  }
}
