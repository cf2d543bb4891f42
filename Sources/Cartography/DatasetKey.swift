import Geometry
import Glibc
import Statistics

/// The classes of small maps that share a scale, and their key.
struct DatasetKey {
  /// The classes of shares in percent; `nil` if no dataset has any.
  let breaks: ClassBreaks?
  private let labels: [String]
  private let hasAbsent: Bool

  /// Makes classes that hold about equal parts of the shares of all datasets together.
  init(_ panels: [DatasetsChart.Panel]) {
    let percents = panels.compactMap(\.shares).joined().map { $0 * 100 }
    breaks = percents.isEmpty ? nil : Self.breaks(of: percents)
    labels =
      breaks.map { LegendWords.labels(of: $0, values: percents, isWhole: false) } ?? []
    hasAbsent = panels.contains { $0.shares == nil }
  }

  /// Returns breaks of two digits, which people can read on several maps at once.
  private static func breaks(of percents: [Double]) -> ClassBreaks? {
    // Shares are finite and none is below zero.
    guard
      let exact = try? ClassBreaks(
        of: percents, method: .equalShares, classes: DatasetsChart.classCount)
    else { return nil }
    var rounded: [Double] = []
    for threshold in exact.thresholds {
      let unit = pow(10, log10(threshold).rounded(.down) - 1)
      // Divided where the unit is below one, so that 0.1 is the number nearest to it.
      let value =
        unit < 1
        ? (threshold / unit).rounded() / (1 / unit).rounded() : (threshold / unit).rounded() * unit
      if value > rounded.last ?? 0 { rounded.append(value) }
    }
    // Where all shares are equal there is one class, and no threshold to round.
    return (try? ClassBreaks(thresholds: rounded, separatesZero: exact.separatesZero)) ?? exact
  }

  /// How an area is filled.
  ///
  /// - Parameter share: Its share as a fraction; `nil` where nothing is told.
  /// - Returns: The number of its class and its paint.
  func fill(_ share: Double?) -> (number: Int, paint: Paint) {
    guard let share, let breaks else {
      return (0, Paint(fill: Palette.absent, hatch: .absent))
    }
    let index = breaks.classIndex(of: share * 100)
    return (index + 1, paint(ofClass: index, breaks))
  }

  private func paint(ofClass index: Int, _ breaks: ClassBreaks) -> Paint {
    if breaks.separatesZero && index == 0 { return Paint(fill: Palette.zero) }
    let first = breaks.separatesZero ? 1 : 0
    return Paint(fill: Palette.sequential(classes: breaks.classCount - first)[index - first])
  }

  /// How the classes were made, in words.
  var note: String {
    "Shares: each map shows what part of its own dataset lies in each area, so that datasets of any size "
      + "compare; a dark area has much of that dataset, not many incidents. Classes: the same on all maps, "
      + "each with about an equal part of all shares, at numbers of two digits\(breaks?.separatesZero == true ? ", zero by itself" : "")."
  }

  /// Returns the key laid out.
  func block(scale: Double) -> Block {
    var block = Block(width: 220 * scale, height: 0)
    block.append(
      lines: ["Share of the dataset, %"], style: .style(size: 9 * scale, isBold: true))
    block.height += 1.5 * scale
    var rows = labels.indices.map { index -> (String, Paint) in
      (labels[index], breaks.map { paint(ofClass: index, $0) } ?? Paint())
    }
    if hasAbsent { rows.append(("too few incidents", fill(nil).paint)) }
    // Two columns, so that the key takes no more room than the answers beside it.
    let lines = (rows.count + 1) / 2
    let (height, column) = (12.5 * scale, block.width / 2)
    for (index, row) in rows.enumerated() {
      let (x, y) = (
        Double(index / lines) * column, block.height + Double(index % lines) * height
      )
      var paint = row.1
      (paint.stroke, paint.strokeWidth) = (Palette.quietInk, 0.5 * scale)
      block.marks.append(
        .rectangle(
          Box(
            minX: x, minY: y + 1.5 * scale, maxX: x + 16 * scale, maxY: y + height - 1.5 * scale),
          paint))
      var label = TextMark.style(size: 8 * scale)
      label.text = TextMetrics.cut(row.0, within: column - 24 * scale, size: 8 * scale)
      label.position = Point(
        x: x + 20 * scale, y: y + height / 2 + TextMark.capitalHeight * 4 * scale)
      block.marks.append(.text(label))
    }
    block.height += Double(lines) * height
    return block
  }
}
