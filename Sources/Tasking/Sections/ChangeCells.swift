import Cartography

/// The columns of a table of changes, and what stands in them.
struct ChangeCells {
  let change: PackChange
  /// The layer whose words say numbers.
  let layer: PackLayer
  /// Whether a column says how much counts vary.
  var showsDispersion = false

  /// Returns the headings behind that of the first column.
  func columns(_ first: String) -> [HTMLTable.Column] {
    [
      .init(heading: first), .init(heading: "This period", isNumeric: true),
      .init(heading: "Earlier", isNumeric: true), .init(heading: "Difference", isNumeric: true),
      .init(heading: "Change", isNumeric: true), .init(heading: "Standard score", isNumeric: true),
      .init(heading: "p-value if independent", isNumeric: true),
    ] + (showsDispersion ? [.init(heading: "Dispersion", isNumeric: true)] : [])
      + [.init(heading: "Beyond chance")]
  }

  /// Returns the cells of an amount, behind its name.
  func row(_ amount: PackChange.Amount) -> [HTMLTable.Cell] {
    let difference = amount.difference(ratio: change.ratio)
    let varies = amount.dispersion.map { NumberWords.decimal($0, places: 1) } ?? "–"
    return [
      .init(layer.words(amount.current), value: amount.current),
      .init(layer.words(amount.earlier), value: amount.earlier),
      .init(ChangeWords.signed(difference, places: places), value: difference),
      .init(ChangeWords.relative(amount), value: amount.relative ?? 0),
      .init(ChangeWords.signed(amount.standardScore, places: 1), value: amount.standardScore),
      .init(ChangeWords.chance(amount.chance), value: amount.chance),
    ] + (showsDispersion ? [.init(varies, value: amount.dispersion ?? 0)] : [])
      + [.init(ChangeWords.verdict(of: amount))]
  }

  /// The decimals of a difference.
  var places: Int { change.isWeighted || change.days != change.earlierDays ? 1 : 0 }
}
