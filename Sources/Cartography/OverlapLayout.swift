import Geometry

/// How a plot of overlaps is laid out in a width and a height.
struct OverlapLayout {
  /// The plot of the combinations that have room.
  let plot: OverlapPlot
  /// How much larger than on A4 things are drawn.
  let scale: Double
  /// The room for the bars of the sets, left of their names.
  let setBars: ClosedRange<Double>
  /// The room for the names of the sets.
  let names: ClosedRange<Double>
  /// Where the columns of the combinations begin.
  let columnStart: Double
  let columnWidth: Double
  /// Where the bars of the combinations stand, and how high the largest is.
  let base: Double
  let barHeight: Double
  let rowHeight: Double
  /// What the height of the bars is in proportion to.
  let largest: Double
  /// Whether shares have room above the bars.
  let showsShares: Bool

  /// The smallest type.
  static let smallest = 7.5

  /// Lays a plot out.
  init(_ whole: OverlapPlot, width: Double, height: Double, scale: Double) {
    self.scale = scale
    func widest(_ texts: [String], _ size: Double) -> Double {
      texts.map { TextMetrics.width(of: $0, size: size * scale) }.max() ?? 0
    }
    let small = Self.smallest
    let numbers = widest(whole.sets.map(\.text), small)
    let barRoom = numbers + 74 * scale
    setBars = 0...barRoom
    let nameRoom = min(widest(whole.sets.map(\.name), 9) + 14 * scale, width * 0.24)
    names = barRoom...barRoom + nameRoom
    columnStart = barRoom + nameRoom + 4 * scale

    let least = max(widest(whole.combinations.map(\.text), small) + 4 * scale, 15 * scale)
    let room = width - columnStart
    plot = whole.leading(max(2, Int((room / least).rounded(.down))))
    columnWidth = min(room / Double(plot.combinations.count), 52 * scale)
    showsShares = columnWidth >= widest(plot.combinations.map(\.share), small) + 3 * scale

    rowHeight = min(24 * scale, max(14 * scale, height * 0.4 / Double(whole.sets.count)))
    let matrix = rowHeight * Double(whole.sets.count)
    let above = (showsShares ? 40 : 30) * scale
    barHeight = min(max(60 * scale, height - matrix - above - 20 * scale), 250 * scale)
    base = above + barHeight
    largest = Self.largest(of: plot)
  }

  /// Returns the amount of the highest bar; where twice as many and more are in no set, that of the
  /// others, which it would press to the ground.
  private static func largest(of plot: OverlapPlot) -> Double {
    let inSome = plot.combinations.filter { !$0.members.isEmpty }.map(\.amount).max() ?? 0
    let inNone = plot.combinations.filter(\.members.isEmpty).map(\.amount).max() ?? 0
    return inSome > 0 && inNone > 2 * inSome ? inSome * 1.1 : max(inSome, inNone)
  }

  /// Returns the height of a bar, cut at that of the highest.
  func height(of amount: Double) -> Double {
    largest > 0 ? barHeight * min(1, amount / largest) : 0
  }

  /// Returns whether a bar is cut.
  func isCut(_ amount: Double) -> Bool { amount > largest }

  /// The middle of a combination's column.
  func x(_ combination: Int) -> Double {
    columnStart + (Double(combination) + 0.5) * columnWidth
  }

  /// The middle of a set's row.
  func y(_ set: Int) -> Double { base + 8 * scale + (Double(set) + 0.5) * rowHeight }

  /// Returns what is left out or cut, in sentences.
  func omissions(from whole: OverlapPlot, all: Double) -> [String] {
    var sentences: [String] = []
    let hidden = whole.combinations.count - plot.combinations.count
    if hidden > 0 {
      let rest = all - plot.combinations.reduce(0) { $0 + $1.amount }
      sentences.append(
        "Shown are the \(plot.combinations.count) of \(whole.combinations.count) combinations with "
          + "the most; the others hold \(NumberWords.percent(all > 0 ? rest / all : 0)) of all, and "
          + "the table has them.")
    }
    if plot.combinations.contains(where: { isCut($0.amount) }) {
      sentences.append("The bar of those in no set is cut: it is not in proportion to the others.")
    }
    return sentences
  }
}
