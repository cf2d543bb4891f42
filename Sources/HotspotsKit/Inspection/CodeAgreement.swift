import Assignment
import Boundaries
import Incidents

/// How well the area code that each row carries agrees with where the row lies.
struct CodeAgreement: Sendable, Equatable {
  /// Rows with coordinates and a code.
  var coded = 0
  /// Those in the very area of their code.
  var agreeing = 0
  /// Those in another area.
  var elsewhere = 0
  /// Those in no area of the layer, though it has the code.
  var outside = 0
  /// Those whose code the layer does not have.
  var unknown = 0

  /// Adds the rows of another count.
  mutating func merge(_ other: CodeAgreement) {
    coded += other.coded
    agreeing += other.agreeing
    elsewhere += other.elsewhere
    outside += other.outside
    unknown += other.unknown
  }

  /// The share of the coded rows that lie in the area of their code.
  var share: Double { Double(agreeing) / Double(max(1, coded)) }

  /// The same share among the rows whose code the layer has.
  var shareOfKnown: Double { Double(agreeing) / Double(max(1, coded - unknown)) }

  /// Whether the column holds codes of the layer at all: those of wards are no codes of LSOAs.
  var isMeant: Bool { unknown * 2 < coded }
}

/// Compares the areas that incidents were given with the codes that their rows carry.
struct AgreementCounter: PlacementSink {
  /// For each layer, the areas by the hashes of their codes.
  private let areas: [[UInt64: Int32]]
  /// The places of the code columns among the hashed columns.
  private let columns: [Int]
  /// For each layer, the agreement of each code column.
  private var agreements: [[CodeAgreement]]

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - areas: For each layer, the areas by the hashes of their codes.
  ///   - columns: The places of the code columns among the hashed columns.
  init(areas: [[UInt64: Int32]], columns: [Int]) {
    (self.areas, self.columns) = (areas, columns)
    agreements = areas.map { _ in columns.map { _ in CodeAgreement() } }
  }

  /// Returns the areas of a layer by the hashes of their codes, which counters of all files share.
  ///
  /// - Parameter codes: The codes in the order of the areas.
  /// - Returns: The positions of the areas.
  static func areas(byCodes codes: [String]) -> [UInt64: Int32] {
    var areas: [UInt64: Int32] = [:]
    for (area, code) in codes.enumerated() { areas[FieldHash.number(of: code)] = Int32(area) }
    return areas
  }

  /// Compares a batch.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    for layer in areas.indices {
      for (position, column) in columns.enumerated() {
        for row in 0..<table.count where table.hashes[column][row] != FieldHash.blank {
          agreements[layer][position].coded += 1
          let assigned = assignments[layer].areas[row]
          if let own = areas[layer][table.hashes[column][row]] {
            if own == assigned {
              agreements[layer][position].agreeing += 1
            } else if assigned >= 0 {
              agreements[layer][position].elsewhere += 1
            } else {
              agreements[layer][position].outside += 1
            }
          } else {
            agreements[layer][position].unknown += 1
          }
        }
      }
    }
  }

  /// Returns the agreement of each layer with each code column.
  func finish() -> [[CodeAgreement]] { agreements }
}
