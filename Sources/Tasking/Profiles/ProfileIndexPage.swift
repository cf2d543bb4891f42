/// The list of the areas with pages.
package struct ProfileIndexPage {
  private let areas: [ProfileContents]
  private let setting: ProfileSetting

  /// Creates the list.
  ///
  /// - Parameters:
  ///   - areas: The areas in the order in which they stand.
  ///   - setting: What all pages say alike.
  package init(_ areas: [ProfileContents], setting: ProfileSetting) {
    (self.areas, self.setting) = (areas, setting)
  }

  /// Returns the page, which is HTML and well-formed XML, in UTF-8.
  package func html() -> [UInt8] {
    ProfileFrame(setting: setting, title: setting.title, subtitle: setting.subtitle)
      .html(links: []) { page in
        page.open("ul", ["class": "headlines"])
        for sentence in setting.sentences { page.element("li", [:], "\(sentence).") }
        page.close("ul")
        page.open("section", ["aria-labelledby": "areas-h"])
        page.element("h2", ["id": "areas-h"], "The \(setting.noun.plural)")
        page.open("div", ["class": "scroll"])
        page.open("table", ["id": "areas"])
        page.open("thead")
        page.open("tr")
        for (heading, isNumber) in [
          (setting.noun.heading, false), ("Incidents", true), ("Share", true),
          ("Leading category", false),
        ] {
          page.element("th", ["scope": "col", "class": isNumber ? "number" : "words"], heading)
        }
        page.close("tr")
        page.close("thead")
        page.open("tbody")
        for area in areas {
          page.open("tr")
          page.open("th", ["scope": "row", "class": "words"])
          page.element("a", ["href": area.file], area.name)
          page.close("th")
          page.element("td", ["class": "number"], area.incidents)
          page.element("td", ["class": "number"], area.share)
          page.element("td", ["class": "words"], area.leading)
          page.close("tr")
        }
        page.close("tbody")
        page.close("table")
        page.close("div")
        page.close("section")
      }
  }
}
