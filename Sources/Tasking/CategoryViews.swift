import Cartography
import Interchange
import Statistics

/// The map and the tables of a layer by category, for the switch that the script of the page makes.
///
/// Everything that needs reckoning is done here: the script only colours and fills in.
struct CategoryViews {
  let layer: PackLayer
  /// The place of the layer among the layers, from 1.
  let number: Int

  /// The most areas that a switch is made for; more would make the page heavy.
  static let areaLimit = 1000

  /// One choice of the switch.
  struct View: Equatable {
    /// What it shows.
    var name: String
    /// The incidents of each area.
    var values: [Double]
    /// The class of each area.
    var classes: [Int]
    /// The colours and the words of the classes.
    var legend: [(colour: String, label: String)]

    static func == (left: View, right: View) -> Bool {
      left.name == right.name && left.values == right.values && left.classes == right.classes
        && left.legend.elementsEqual(right.legend, by: ==)
    }
  }

  /// The choices beside all incidents: crime as a whole, where it stands beside anti-social
  /// behaviour, then each category that occurs, the most frequent first.
  var views: [View] {
    guard layer.categories.count > 1, layer.areas.count <= Self.areaLimit else { return [] }
    var views: [View] = []
    if let split = CrimeSplit(layer.categories) {
      views.append(view("Crime", layer.areas.map { split.counts(of: $0).crime }))
    }
    for total in layer.categoryTotals where total.incidents > 0 {
      guard let category = layer.categories.firstIndex(of: total.name) else { continue }
      views.append(
        view(
          total.name.isEmpty ? "Not recorded" : total.name,
          layer.areas.map { $0.byCategory[category] }))
    }
    return views
  }

  private func view(_ name: String, _ values: [Double]) -> View {
    guard let breaks = try? ClassBreaks(of: values) else {
      preconditionFailure("CategoryViews: incidents that are no numbers")
    }
    let zeros = breaks.separatesZero ? 1 : 0
    let colours =
      (breaks.separatesZero ? [Palette.zero] : [])
      + Palette.sequential(classes: breaks.classCount - zeros)
    let labels = LegendWords.labels(of: breaks, values: values, isWhole: !layer.isWeighted)
    return View(
      name: name, values: values, classes: values.map { breaks.classIndex(of: $0) },
      legend: zip(colours.map(\.text), labels).map { ($0, $1) })
  }

  /// Writes the choices where the script finds them; nothing where there are none.
  func write(to page: inout HTMLWriter) {
    let views = views
    guard !views.isEmpty else { return }
    let json = JSONValue.object([
      .init("places", .integer(layer.isWeighted ? 1 : 0)),
      .init("codes", .array(layer.areas.map { .text($0.code) })),
      .init(
        "shapes", .array(layer.areas.map { layer.shape(of: $0).map(JSONValue.text) ?? .null })),
      .init("views", .array(views.map(Self.json))),
    ])
    page.open(
      "div",
      [
        "class": "views", "hidden": "hidden", "data-number": "\(number)",
        "data-noun": layer.noun.plural, "data-views": Self.compact(json),
      ])
    page.close("div")
  }

  private static func json(_ view: View) -> JSONValue {
    .object([
      .init("name", .text(view.name)),
      .init("values", .array(view.values.map { .real(($0 * 10).rounded() / 10) })),
      .init("classes", .array(view.classes.map(JSONValue.integer))),
      .init(
        "legend", .array(view.legend.map { .array([.text($0.colour), .text($0.label)]) })),
    ])
  }

  /// Returns JSON on one line, without blanks between its parts.
  private static func compact(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let isTrue): return "\(isTrue)"
    case .integer(let number): return "\(number)"
    case .real(let number):
      return number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .text(let text):
      var buffer = ByteBuffer()
      buffer.append(json: text)
      return String(decoding: buffer.bytes, as: UTF8.self)
    case .array(let values): return "[\(values.map(compact).joined(separator: ","))]"
    case .object(let members):
      return "{"
        + members.map { "\(compact(.text($0.name))):\(compact($0.value))" }.joined(separator: ",")
        + "}"
    }
  }
}
