/// Writes incidents as the comma-separated export of a crime system.
package enum IncidentFile {
  /// The names of the columns, in the file's order.
  package static let columns = [
    "Crime ID", "Crime type", "From", "To", "Easting", "Northing", "Location", "LSOA code",
    "Last outcome category", "Victim age", "Flags",
  ]

  /// Returns the whole file: UTF-8 without a byte-order mark, lines ending in a line feed, fields
  /// quoted where RFC 4180 asks for it.
  ///
  /// - Parameters:
  ///   - incidents: The rows, in the file's order.
  ///   - borough: The borough whose area codes the rows carry.
  /// - Returns: The text of the file.
  package static func text(of incidents: [Incident], in borough: Borough) -> String {
    var text = columns.joined(separator: ",") + "\n"
    text.reserveCapacity(140 * incidents.count)
    for incident in incidents {
      let (easting, northing) = coordinates(of: incident.position)
      let circumstances = Circumstances(of: incident)
      let fields = [
        incident.identifier, incident.offence.rawValue,
        incident.start.map(CivilCalendar.text) ?? "", incident.end.map(CivilCalendar.text) ?? "",
        easting, northing, quoted(incident.location),
        incident.area.map { borough.areas[$0].code } ?? "",
        incident.outcome, circumstances.victimAge.map(String.init) ?? "",
        circumstances.flags.joined(separator: "; "),
      ]
      text += fields.joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// Returns both coordinates as the export writes them.
  static func coordinates(of position: Incident.Position) -> (String, String) {
    switch position {
    case .grid(let easting, let northing): (String(easting), String(northing))
    case .zero: ("0", "0")
    case .missing: ("", "")
    }
  }

  /// Returns a field as RFC 4180 writes it.
  static func quoted(_ field: String) -> String {
    guard field.contains(where: { $0 == "," || $0 == "\"" }) else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
