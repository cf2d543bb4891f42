/// What a reader must know who reads nothing else.
struct HeadlineSection: PackSection {
  let contents: PackContents

  let identifier = "brief"
  let heading = "In brief"

  func write(to page: inout HTMLWriter) {
    let headlines = Headlines(contents).all
    page.open("p", ["class": "lead"])
    write(headlines[0], to: &page)
    page.close("p")
    page.open("ul", ["class": "headlines"])
    for headline in headlines.dropFirst() {
      page.open("li")
      write(headline, to: &page)
      page.close("li")
    }
    page.close("ul")
    if let places = contents.places, !places.hotspots.isEmpty {
      HotspotSection(places: places).summary.write(to: &page)
    }
  }

  /// Writes a sentence with links to its figures behind it.
  private func write(_ headline: Headlines.Headline, to page: inout HTMLWriter) {
    page.text(headline.text)
    for figure in headline.figures {
      page.text(" ")
      page.element(
        "a", ["class": "look", "href": "#\(figure.identifier)"], figure.name.capitalisedFirst)
    }
  }
}

extension String {
  /// The text with a capital first.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
