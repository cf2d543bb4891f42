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
        (layer.classesFrom.map { "those of '\($0)': " } ?? "natural breaks: ")
          + layer.classes.map { "\($0.label) (\(NumberWords.grouped($0.areas)))" }
          .joined(separator: ", ") + "; in brackets the number of \(layer.noun.plural)")
    }
  }
}
