/// The page of a pack: one file that needs no other, for screens, printers and screen readers.
package struct PackPage {
  private let contents: PackContents

  /// Creates the page of a pack.
  package init(_ contents: PackContents) { self.contents = contents }

  /// The parts of the page from the top down; a new one is one line here.
  var sections: [any PackSection] {
    var sections: [any PackSection] = [HeadlineSection(contents: contents)]
    if let places = contents.places {
      let clusters = contents.clusters.flatMap { $0.showsHotspots ? $0 : nil }
      sections.append(HotspotSection(places: places, cautions: clusters?.warnings ?? []))
    }
    let words = FigureSentences(contents)
    if !contents.changes.isEmpty || contents.months != nil {
      sections.append(ChangeSection(contents: contents))
    }
    for index in contents.layers.indices {
      sections.append(
        AreaSection(
          layer: contents.layers[index], number: index + 1,
          sentences: words.areas(ofLayer: index)))
      if index == 0, let rates = contents.rates { sections.append(RateSection(rates: rates)) }
      if index < contents.weights.count {
        sections.append(WeightSection(weights: contents.weights[index], number: index + 1))
      }
    }
    if let clusters = contents.clusters {
      sections.append(
        ClusterSection(
          clusters: clusters, layer: contents.layers[0], sentence: words.clusters))
    }
    if let hours = contents.hours {
      sections.append(
        HourSection(hours: hours, noun: contents.layers[0].noun, nightSentence: words.night))
    }
    // Of one category there is nothing to say but 100 %.
    if contents.layers[0].categories.count > 1 {
      sections.append(CategorySection(layer: contents.layers[0], sentences: words.categories))
    }
    sections.append(QualitySection(contents: contents))
    sections.append(MethodSection(contents: contents))
    sections.append(FileSection(contents: contents))
    return sections
  }

  /// Returns the page, which is HTML and well-formed XML, in UTF-8.
  package func html() -> [UInt8] {
    var page = HTMLWriter()
    page.markup("<!DOCTYPE html>\n")
    page.open("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en-GB"])
    writeHead(to: &page)
    page.open("body")
    page.element("a", ["class": "skip", "href": "#content"], "Skip to the content")
    writeHeader(to: &page)
    page.open("main", ["id": "content"])
    for section in sections {
      page.open(
        "section", ["id": section.identifier, "aria-labelledby": "\(section.identifier)-h"])
      page.element("h2", ["id": "\(section.identifier)-h"], section.heading)
      section.write(to: &page)
      page.close("section")
    }
    page.close("main")
    writeFooter(to: &page)
    page.verbatim("script", PackScript.text)
    page.close("body")
    page.close("html")
    return page.bytes
  }

  private func writeHead(to page: inout HTMLWriter) {
    page.open("head")
    page.void("meta", ["charset": "utf-8"])
    page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.void("meta", ["name": "color-scheme", "content": "light dark"])
    // The browser itself sees to it that nothing is fetched.
    page.void("meta", ["http-equiv": "Content-Security-Policy", "content": PageStyle.policy])
    page.element(
      "title", [:], [contents.title, contents.period].compactMap(\.self).joined(separator: ", "))
    page.verbatim("style", PackStyle(marking: contents.marking).text)
    page.close("head")
  }

  /// Writes the credits, which are printed, and the marking, which each sheet has anyway.
  private func writeFooter(to page: inout HTMLWriter) {
    guard contents.marking != nil || !contents.credits.isEmpty else { return }
    page.open("footer")
    for credit in contents.credits { page.element("p", ["class": "credit"], credit) }
    if let marking = contents.marking { page.element("p", ["class": "marking"], marking) }
    page.close("footer")
  }

  private func writeHeader(to page: inout HTMLWriter) {
    page.open("header")
    if let marking = contents.marking { page.element("p", ["class": "marking"], marking) }
    page.element("h1", [:], contents.title)
    page.element(
      "p", ["class": "subtitle"],
      [contents.place, contents.period, contents.selection].compactMap(\.self)
        .joined(separator: "; "))
    if let data = contents.data { page.element("p", ["class": "data"], "\(data).") }
    page.open("nav", ["aria-label": "Contents"])
    page.open("ul")
    for section in sections {
      page.open("li")
      page.element("a", ["href": "#\(section.identifier)"], section.heading)
      page.close("li")
    }
    page.close("ul")
    page.close("nav")
    page.close("header")
  }
}
