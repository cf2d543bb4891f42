import Cartography

/// How: every value that was chosen.
struct MethodSection: PackSection {
  let contents: PackContents

  let identifier = "method"
  let heading = "Method"

  func write(to page: inout HTMLWriter) {
    page.open("dl", ["class": "choices"])
    for choice in contents.choices + classes {
      page.open("div")
      page.element("dt", [:], choice.name)
      page.element("dd", [:], choice.value)
      page.close("div")
    }
    page.close("dl")
  }

  /// The classes of the maps with the number of areas in each.
  private var classes: [PackChoice] {
    contents.layers.map { layer in
      PackChoice(
        "Classes of the map of \(layer.noun.plural)",
        "\(layer.classWords): "
          + layer.classes.map { members in
            let share = members.share.map { ", \(NumberWords.percent($0))" } ?? ""
            return "\(members.label) (\(NumberWords.grouped(members.areas))\(share))"
          }.joined(separator: ", ") + "; in brackets the number of \(layer.noun.plural)"
          + (layer.classes.contains { $0.share != nil } ? " and their share of all incidents" : ""))
    }
  }
}
