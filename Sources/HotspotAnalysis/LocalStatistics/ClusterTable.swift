package import Tables

/// The places that local statistics were computed for, and how they are written.
package struct ComparedUnits: Sendable {
  /// What kind of places they are, which names the first column.
  package enum Kind: String, Sendable {
    /// Areas, known by a code.
    case area = "code"
    /// Cells of a grid, known by column and row.
    case cell
  }

  /// What kind of places they are.
  package let kind: Kind
  /// Their codes.
  package let identifiers: [String]
  /// Their names; cells have the grid references of their centres on the British National Grid, and
  /// none elsewhere.
  package let names: [String?]
  /// Where they lie.
  package let geometry: FeatureGeometry
  /// The coordinate system of the geometry; empty without geometry.
  package let crs: String

  /// Describes areas.
  package init(
    areas codes: [String], names: [String?], geometry: FeatureGeometry = .none, crs: String = ""
  ) {
    precondition(codes.count == names.count, "ComparedUnits: codes and names differ in number")
    kind = .area
    identifiers = codes
    self.names = names
    self.geometry = geometry
    self.crs = crs
  }

  /// Describes the cells of a grid.
  package init(cells grid: CellGrid, crs: String) {
    kind = .cell
    identifiers = grid.identifiers
    names = (0..<grid.count).map { cell in
      guard crs == OrdnanceSurveyGridReference.crs else { return nil }
      // Squares of 100 m would not tell smaller cells apart.
      let figures = grid.size >= 200 ? 3 : 4
      return OrdnanceSurveyGridReference(of: grid.centre(of: cell), figures: figures)?.description
    }
    geometry = .areas(grid.outlines)
    self.crs = crs
  }

  /// Returns a table of the columns that all local statistics have, followed by others.
  fileprivate func table(
    name: String, values: [Double?], scores: LocalScores, neighbourCounts: [Int], others: [Column]
  ) -> FeatureTable {
    let columns = [
      Column(kind.rawValue, .text(identifiers)),
      Column("name", .text(names)),
      Column("value", .reals(values)),
      Column("z", .reals(scores.z)),
      Column("p_normal", .reals(scores.normalP)),
      Column("p", .reals(scores.p)),
      Column("p_adjusted", .reals(scores.adjustedP)),
      Column("class", .integers(scores.classes)),
      Column("neighbours", .integers(neighbourCounts)),
    ]
    return FeatureTable(name: name, columns: columns + others, geometry: geometry, crs: crs)
  }
}

extension GetisOrd.Result {
  /// Returns the scores as a table: `code` or `cell`, `name`, `value`, `z`,
  /// `p_normal`, `p`, `p_adjusted`, `class`, `neighbours`, and `p_permutation` where permutations were asked for.
  ///
  /// - Parameters:
  ///   - name: The name of the result.
  ///   - places: The places, in the order of the scores.
  /// - Returns: The table, its rows in the same order.
  package func featureTable(name: String, of places: ComparedUnits) -> FeatureTable {
    places.table(
      name: name, values: values, scores: scores, neighbourCounts: neighbourCounts,
      others: permutationP.map { [Column("p_permutation", .reals($0))] } ?? [])
  }
}

extension LocalMoran.Result {
  /// Returns the statistics as a table: the columns of Gi*, then `i`, `p_permutation`, `quadrant`.
  ///
  /// - Parameters:
  ///   - name: The name of the result.
  ///   - places: The places, in the order of the statistics.
  /// - Returns: The table, its rows in the same order.
  package func featureTable(name: String, of places: ComparedUnits) -> FeatureTable {
    places.table(
      name: name, values: values, scores: scores, neighbourCounts: neighbourCounts,
      others: [
        Column("i", .reals(i)), Column("p_permutation", .reals(permutationP)),
        Column("quadrant", .text(quadrants.map { $0?.rawValue })),
      ])
  }
}
