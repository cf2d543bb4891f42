/// What stands around the pages of areas: head, heading, foot.
struct ProfileFrame {
  let setting: ProfileSetting
  /// The heading of the page.
  let title: String
  let subtitle: String

  /// Writes a page, which is HTML and well-formed XML, in UTF-8.
  ///
  /// - Parameters:
  ///   - links: The pages that it leads to: file and words.
  ///   - content: Writes what stands between heading and foot.
  /// - Returns: The page.
  func html(
    links: [(file: String, words: String)], _ content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var page = HTMLWriter()
    page.markup("<!DOCTYPE html>\n")
    page.open("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en-GB"])
    page.open("head")
    page.void("meta", ["charset": "utf-8"])
    page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.void("meta", ["name": "color-scheme", "content": "light dark"])
    page.void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      ])
    page.element("title", [:], "\(title), \(setting.subtitle)")
    page.verbatim("style", ProfileStyle(marking: setting.marking).text)
    page.close("head")
    page.open("body")
    page.element("a", ["class": "skip", "href": "#content"], "Skip to the content")
    page.open("header")
    if let marking = setting.marking { page.element("p", ["class": "marking"], marking) }
    page.element("h1", [:], title)
    page.element("p", ["class": "subtitle"], subtitle)
    if !links.isEmpty {
      page.open("nav", ["aria-label": "Pages"])
      page.open("ul")
      for link in links {
        page.open("li")
        page.element("a", ["href": link.file], link.words)
        page.close("li")
      }
      page.close("ul")
      page.close("nav")
    }
    page.close("header")
    page.open("main", ["id": "content"])
    content(&page)
    page.close("main")
    page.open("footer")
    page.element("p", ["class": "data"], "\(setting.data).")
    for line in setting.reconciliation {
      page.element("p", ["class": "data"], "Rows: \(line).")
    }
    page.element(
      "p", ["class": "data"], "Method: " + setting.method.map { "\($0)." }.joined(separator: " "))
    if let marking = setting.marking { page.element("p", ["class": "marking"], marking) }
    page.close("footer")
    page.close("body")
    page.close("html")
    return page.bytes
  }
}
