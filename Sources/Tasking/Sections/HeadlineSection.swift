/// What a reader must know who reads nothing else.
struct HeadlineSection: PackSection {
  let contents: PackContents

  let identifier = "brief"
  let heading = "In brief"

  func write(to page: inout HTMLWriter) {
    page.open("ul", ["class": "headlines"])
    for sentence in Headlines(contents).sentences { page.element("li", [:], sentence) }
    page.close("ul")
  }
}
