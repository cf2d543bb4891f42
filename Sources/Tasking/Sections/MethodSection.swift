import Cartography

/// How: every value that was chosen.
struct MethodSection: PackSection {
  let contents: PackContents

  let identifier = "method"
  let heading = "Method"

  func write(to page: inout HTMLWriter) {
    ChoiceList(choices: contents.choices + classes).write(to: &page)
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
