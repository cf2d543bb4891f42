import Cartography
import Interchange

/// The choices of a layer's switch, as the script of the page finds them.
///
/// Everything that needs reckoning is done here or by the map, which has a heading, a key, a list,
/// numbers and notes for each choice: the script only shows, colours and fills in.
struct CategoryViews {
  let layer: PackLayer
  /// The place of the layer among the layers, from 1.
  let number: Int

  /// Writes the choices; nothing where there are none.
  func write(to page: inout HTMLWriter) {
    let views = zip(layer.choices, layer.views)
    guard !layer.choices.isEmpty else { return }
    let json = JSONValue.object([
      .init("places", .integer(layer.isWeighted ? 1 : 0)),
      .init("codes", .array(layer.areas.map { .text($0.code) })),
      .init("names", .array(layer.areas.map { .text($0.name) })),
      .init(
        "shapes", .array(layer.areas.map { layer.shape(of: $0).map(JSONValue.text) ?? .null })),
      .init("replaced", .array(layer.replacedLayers.map(JSONValue.text))),
      .init("views", .array(views.map(json))),
    ])
    page.open(
      "div",
      [
        "class": "views", "hidden": "hidden", "data-number": "\(number)",
        "data-views": Self.compact(json),
      ])
    page.close("div")
  }

  private func json(_ choice: CategoryChoice, _ view: AreaMap.View) -> JSONValue {
    let words = AreaSectionWords(
      layer: layer, choice: choice, isNumbered: !view.numberedRows.isEmpty)
    return .object([
      .init("name", .text(choice.name)),
      .init("values", .array(choice.values.map { .real(($0 * 1e6).rounded() / 1e6) })),
      .init(
        "colours",
        .array(
          view.classOfRow.map { index in
            index.flatMap { view.colours[$0] }.map { .text($0.text) } ?? .null
          })),
      .init("group", .text(view.name)), .init("title", .text(view.title)),
      .init("summary", .text(view.summary)), .init("said", .text(words.said)),
      .init("figure", .text(words.figure)), .init("region", .text(words.region)),
      .init("busiest", .text(words.busiest)), .init("all", .text(words.all)),
      .init("numbered", .array(view.numberedRows.map(JSONValue.integer))),
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
