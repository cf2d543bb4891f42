import Cartography

/// Location quotients as dots with their intervals as whiskers, a row for each category, in the colours of
/// the page.
struct WhiskerRows: SmallFigure {
  private let rows: [QuotientChart.Row]
  private let whole: String

  /// Takes quotients.
  ///
  /// - Parameters:
  ///   - rows: The quotients in the order in which they stand; at least one.
  ///   - whole: What shares are compared with: `all 20 wards`.
  init(_ rows: [QuotientChart.Row], whole: String) { (self.rows, self.whole) = (rows, whole) }

  /// The room for names and numbers, the width of all, and the height of a row and of the axis.
  private static let (names, numbers, width, step, top) = (132.0, 88.0, 370.0, 15.0, 26.0)

  var svg: String {
    let axis = QuotientAxis(over: rows.flatMap { [$0.low, $0.high] })
    let (left, right) = (Self.names + 6, Self.width - Self.numbers - 6)
    func x(_ value: Double) -> String { text(left + (right - left) * axis.place(of: value)) }
    let height = Self.top + Self.step * Double(rows.count) + 2
    var svg =
      "<svg class=\"whiskers\" viewBox=\"0 0 \(text(Self.width)) \(text(height))\" role=\"img\" "
      + "aria-label=\"\(XMLText.escaped(label))\" xmlns=\"http://www.w3.org/2000/svg\">"
    svg += "<text x=\"\(text(left))\" y=\"8\">Times its share in \(XMLText.escaped(whole))</text>"
    for tick in axis.ticks {
      let weight = tick == 1 ? "stroke-opacity=\"0.8\"" : "stroke-opacity=\"0.2\""
      svg +=
        "<path d=\"M\(x(tick)) 20V\(text(height))\" stroke=\"currentColor\" \(weight)/>"
        + "<text x=\"\(x(tick))\" y=\"18\" text-anchor=\"middle\">\(QuotientAxis.text(tick))</text>"
    }
    for (place, row) in rows.enumerated() {
      let middle = Self.top + Self.step * (Double(place) + 0.5)
      let baseline = text(middle + 3)
      let name = TextMetrics.cut(row.name, within: Self.names, size: 9)
      svg +=
        "<text x=\"0\" y=\"\(baseline)\">\(XMLText.escaped(name))</text>"
        + "<text x=\"\(text(Self.width))\" y=\"\(baseline)\" text-anchor=\"end\">\(row.words)</text>"
        + "<path d=\"M\(x(row.low)) \(text(middle))H\(x(row.high))\" stroke=\"currentColor\" "
        + "stroke-width=\"1.4\"/>"
        + "<circle cx=\"\(x(row.value))\" cy=\"\(text(middle))\" r=\"3.2\" class=\""
        + "\(row.isAbove ? "above" : "within")\" stroke=\"currentColor\" stroke-width=\"1.2\"/>"
    }
    return svg + "</svg>\n"
  }

  /// Returns a length with two decimals at most.
  private func text(_ length: Double) -> String {
    let hundredths = Int((length * 100).rounded())
    return hundredths % 100 == 0
      ? "\(hundredths / 100)" : "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }

  private var label: String {
    rows.map { "\($0.name) \($0.words)\($0.isAbove ? ", above" : "")" }.joined(separator: "; ")
  }
}
