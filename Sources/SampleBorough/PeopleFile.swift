/// Writes offences against persons as the comma-separated export of a crime system, persons by
/// references.
package enum PeopleFile {
  /// The name of the file.
  package static let name = "people.csv"
  /// The names of the columns, in the file's order.
  package static let columns = [
    "Crime ID", "Crime type", "From", "To", "Easting", "Northing", "Location", "Victim",
    "Victim home ward", "Suspect",
  ]
  /// What the column of homes says of those who live elsewhere.
  package static let elsewhere = "Outside the borough"

  /// Returns the whole file, in the form of ``IncidentFile``.
  ///
  /// - Parameters:
  ///   - incidents: The incidents of a year, of which some are taken.
  ///   - borough: The borough.
  ///   - seed: What decides who is part of them.
  /// - Returns: The text of the file.
  package static func text(of incidents: [Incident], in borough: Borough, seed: UInt64) -> String {
    var text = columns.joined(separator: ",") + "\n"
    for offence in PersonalOffences(of: incidents, in: borough, seed: seed).offences {
      let incident = offence.incident
      let (easting, northing) = IncidentFile.coordinates(of: incident.position)
      let home =
        switch offence.home {
        case .ward(let ward): borough.wards[ward].name
        case .outside: elsewhere
        case .unknown: ""
        }
      let fields = [
        incident.identifier, incident.offence.rawValue,
        incident.start.map(CivilCalendar.text) ?? "", incident.end.map(CivilCalendar.text) ?? "",
        easting, northing, IncidentFile.quoted(incident.location),
        offence.victim.map { "V\($0)" } ?? "", IncidentFile.quoted(home),
        offence.suspect.map { "S\($0)" } ?? "",
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }
}
