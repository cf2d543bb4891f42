/// What a reader must know who reads nothing else.
struct HeadlineSection: PackSection {
  let contents: PackContents

  let identifier = "brief"
  let heading = "In brief"

  func write(to page: inout HTMLWriter) {
    let sentences = Headlines(contents).sentences
    page.element("p", ["class": "lead"], sentences[0])
    if let places = contents.places, !places.hotspots.isEmpty {
      HotspotSection(places: places).summary.write(to: &page)
    }
    guard sentences.count > 1 else { return }
    page.open("ul", ["class": "headlines"])
    for sentence in sentences.dropFirst() { page.element("li", [:], sentence) }
    page.close("ul")
  }
}
