extension QGISStyle {
  /// The classes of a map of change; what has evidence is hatched.
  ///
  /// - Parameters:
  ///   - key: The classes.
  ///   - difference: The difference, as an expression of QGIS; in brackets where it is not one column.
  ///   - evidence: Which features there is evidence of, as expressions of QGIS.
  package init(
    change key: ChangeKey, difference: String,
    evidence: (fewer: String, more: String, none: String)
  ) {
    rules = key.lines.indices.reversed().map { place in
      let line = key.lines[place]
      let side =
        line.evidence < 0 ? evidence.fewer : line.evidence > 0 ? evidence.more : evidence.none
      return Rule(
        label: key.key.labels[place],
        filter: "\(key.classes.filter(of: line.level, difference)) AND \(side)",
        fill: key.key.colours[place], hatch: .significance(key.key.levels[place]))
    }
  }
}
