import Boundaries
import Cartography
import Incidents
import Interchange

/// How many of each area's victims live in it, by a column of homes.
package struct ResidentShares: Sendable {
  /// What the column says.
  package enum Meaning: String, Sendable {
    /// Whether the victim lives in the area.
    case yesOrNo = "yes or no"
    /// The code of the area in which the victim lives.
    case codes = "codes of areas"
    /// The name of that area.
    case names = "names of areas"
  }

  /// The column.
  package let column: String
  /// What it says; one meaning for all rows.
  package let meaning: Meaning
  /// The incidents of each area whose home is known.
  package let known: [Double]
  /// Those of them whose victim lives in that very area.
  package let residents: [Double]
  /// The incidents whose home is an area that the layer does not have.
  package let elsewhere: Double

  /// Reads homes.
  ///
  /// - Parameters:
  ///   - counts: The incidents by area and text.
  ///   - column: The column.
  ///   - layer: The areas.
  /// - Throws: ``ResidentColumnError`` for texts that are neither answers nor areas.
  init(
    _ counts: CrossCounts.Result, column: String, layer: BoundaryLayer
  ) throws(ResidentColumnError) {
    let texts = counts.labels[1].map { $0.lowercased() }
    let meaning = try Self.meaning(of: texts, counts, column: column, layer: layer)
    var known = [Double](repeating: 0, count: layer.areaCount)
    var (residents, elsewhere) = (known, 0.0)
    let homes: [String] =
      switch meaning {
      case .yesOrNo: []
      case .codes: layer.codes.map { $0.lowercased() }
      case .names: layer.names.map { $0.lowercased() }
      }
    let areas = Set(homes)
    for cell in counts.cells {
      let (area, text) = (cell.keys[0], cell.keys[1] < 0 ? "" : texts[cell.keys[1]])
      if text.isEmpty { continue }
      known[area] += cell.expected
      let livesThere = meaning == .yesOrNo ? Self.yes.contains(text) : homes[area] == text
      if livesThere { residents[area] += cell.expected }
      if meaning != .yesOrNo && !areas.contains(text) { elsewhere += cell.expected }
    }
    (self.column, self.meaning) = (column, meaning)
    (self.known, self.residents, self.elsewhere) = (known, residents, elsewhere)
  }

  /// Returns the fraction of an area's known victims that lives in it; `nil` if none is known.
  package func share(ofArea area: Int) -> Double? {
    known[area] > 0 ? residents[area] / known[area] : nil
  }

  /// What the column says, and how much is known.
  func choice(of total: Double) -> Choice {
    let (known, residents) = (known.reduce(0, +), self.residents.reduce(0, +))
    func count(_ amount: Double) -> String {
      NumberWords.decimal(amount, places: amount == amount.rounded() ? 0 : 1)
    }
    let home =
      switch meaning {
      case .yesOrNo: "says whether the victim lives in the area"
      case .codes: "is read as the code of the area where the victim lives"
      case .names: "is read as the name of the area where the victim lives"
      }
    return Choice(
      "residents",
      .object([
        .init("column", .text(column)), .init("meaning", .text(meaning.rawValue)),
        .init("known", .real(known)), .init("residents", .real(residents)),
        .init("elsewhere", .real(elsewhere)),
      ]),
      "residents: '\(column)' \(home), known for \(count(known)) of \(count(total)) incidents"
        + (known > 0
          ? "; \(NumberWords.percent(residents / known)) of these (\(count(residents))) are of "
            + "victims who live in the very area" : "")
        + (elsewhere > 0
          ? "; \(count(elsewhere)) name a place that is no area here, and count as living elsewhere"
          : ""))
  }

  // MARK: -

  private static func meaning(
    of texts: [String], _ counts: CrossCounts.Result, column: String, layer: BoundaryLayer
  ) throws(ResidentColumnError) -> Meaning {
    let said = texts.filter { !$0.isEmpty }
    if said.allSatisfy({ yes.contains($0) || no.contains($0) }) { return .yesOrNo }
    let (codes, names) = (
      Set(layer.codes.map { $0.lowercased() }), Set(layer.names.map { $0.lowercased() })
    )
    let (asCodes, asNames) = (
      said.count { codes.contains($0) }, said.count { names.contains($0) }
    )
    if asCodes == 0 && asNames == 0 {
      let other = counts.labels[1].first {
        !$0.isEmpty && !yes.contains($0.lowercased()) && !no.contains($0.lowercased())
      }
      throw ResidentColumnError(
        column: column, text: other ?? "", layer: layer.name, code: layer.codes.first ?? "")
    }
    return asCodes >= asNames ? .codes : .names
  }

  private static let yes: Set = ["yes", "y", "true", "1", "resident"]
  private static let no: Set = [
    "no", "n", "false", "0", "visitor", "non-resident", "not resident", "nonresident",
  ]
}

/// Why a column does not tell whether victims live where they were victims.
public struct ResidentColumnError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The column.
  public let column: String
  /// A text that it has.
  public let text: String
  /// The layer of areas.
  public let layer: String
  /// One of its codes.
  public let code: String

  /// What was found and what is allowed.
  public var description: String {
    "cannot tell residents by the column '\(column)': it says '\(text)'; yes and no, resident and "
      + "visitor, or the codes or names of areas of '\(layer)', such as \(code), are allowed"
  }
}
