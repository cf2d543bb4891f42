/// The key of a map of change: its classes, each again where there is evidence.
package struct ChangeKey: Sendable {
  /// The key.
  package let key: SignificanceKey
  /// The position of each area's class in the key.
  package let classOfArea: [Int?]
  /// The classes of differences.
  let classes: ChangeClasses
  /// Of each class of the key, that of the differences, and whether there is evidence: 1 of an
  /// increase, -1 of a decrease, 0 of none.
  let lines: [(level: Int, evidence: Int)]

  /// Makes a key of the classes, and of those with evidence that there are.
  ///
  /// - Parameters:
  ///   - classes: The classes of the areas.
  ///   - evidence: Whether there is evidence of each area's change: 1 of an increase, -1 of a
  ///     decrease, 0 of none.
  package init(_ classes: ChangeClasses, evidence: [Int]) {
    var lines: [(level: Int, evidence: Int, label: String)] = []
    for (level, label) in classes.labels {
      for side in [-1, 0, 1] {
        let isThere = zip(classes.classes, evidence).contains { $0 == level && $1 == side }
        guard side == 0 || isThere else { continue }
        let words =
          side == 0
          ? ""
          : level == 0 ? (side < 0 ? ", evidence of fewer" : ", evidence of more") : ", evidence"
        lines.append((level, side, label + words))
      }
    }
    self.classes = classes
    self.lines = lines.map { ($0.level, $0.evidence) }
    key = SignificanceKey(
      labels: lines.map(\.label), colours: lines.map { Palette.diverging[$0.level + 3] },
      levels: lines.map { $0.evidence == 0 ? 0 : $0.level == 0 ? $0.evidence : $0.level },
      note:
        "Classes: natural breaks of how large differences are, alike on both sides. Hatched: evidence "
        + "of change, an adjusted p-value of at most 0.05 (Benjamini and Hochberg).",
      listed: Set(lines.indices.filter { lines[$0].evidence != 0 }),
      listHeading: "Largest rises and falls",
      noneListed: "There is no evidence of change in any area.", listsBothSides: true)
    classOfArea = zip(classes.classes, evidence).map { level, side in
      lines.firstIndex { $0.level == level && $0.evidence == side }
    }
  }
}
