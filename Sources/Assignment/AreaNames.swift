package import Boundaries

/// The areas of a layer by their codes and names, as tables of partners write them.
///
/// Letter case and blanks on both sides do not matter. A code goes before a name; a name that several
/// areas have tells none of them. Areas that were merged are told by the codes of their parts too.
package struct AreaNames: Sendable {
  private var areas: [String: Int] = [:]

  /// Takes the codes and names of a layer.
  package init(of layer: BoundaryLayer) {
    var shared: Set<String> = []
    for (area, name) in layer.names.enumerated() {
      let key = Self.key(name)
      if areas.updateValue(area, forKey: key) != nil { shared.insert(key) }
    }
    for key in shared { areas[key] = nil }
    // Rows with the code of a small area count in the area that it was merged into.
    for (code, area) in layer.partAreas { areas[Self.key(code)] = area }
    for (area, code) in layer.codes.enumerated() { areas[Self.key(code)] = area }
    areas[""] = nil
  }

  /// Returns the position of the area that a text names; `nil` if none has it.
  package func area(of text: String) -> Int? { areas[Self.key(text)] }

  private static func key(_ text: String) -> String {
    text.lowercased().split(separator: " ").joined(separator: " ")
  }
}
