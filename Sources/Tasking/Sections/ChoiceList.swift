/// Values that were chosen, as a page lists them.
struct ChoiceList {
  let choices: [PackChoice]

  /// Writes the list.
  func write(to page: inout HTMLWriter) {
    page.open("dl", ["class": "choices"])
    for choice in choices {
      page.open("div")
      page.element("dt", [:], choice.name)
      page.element("dd", [:], choice.value)
      page.close("div")
    }
    page.close("dl")
  }
}
