import Testing

@testable import Tasking

@Suite("Pictures in the middle of a page")
struct InlinePictureTests {
  private static func renamed(_ svg: String, title: String = "") -> String {
    String(
      decoding: InlinePicture(Array(svg.utf8), prefix: "p", title: title).markup, as: UTF8.self)
  }

  @Test("identifiers and all that refers to them get the prefix, text and colours stay")
  func renaming() {
    let svg = """
      <?xml version="1.0"?>
      <svg id="map" aria-labelledby="map-title map-note" aria-describedby="d"><title id="map-title">url(#a) id="x"</title>
      <style>#map .a{fill:#abc123}#b path:hover{stroke:#000;fill:url(#c)}</style>
      <use href="#b"/><a xlink:href="#b">#b</a><path id="b" fill="url(#c)" data-id="b"/></svg>
      """
    #expect(
      Self.renamed(svg) == """
        <svg id="p-map" aria-labelledby="p-map-title p-map-note" aria-describedby="p-d"><title id="p-map-title">url(#a) id="x"</title>
        <style>#p-map .a{fill:#abc123}#p-b path:hover{stroke:#000;fill:url(#p-c)}</style>
        <use href="#p-b"/><a xlink:href="#p-b">#b</a><path id="p-b" fill="url(#p-c)" data-id="b"/></svg>
        """)
  }

  @Test("an empty title of the picture becomes that of the figure, others stay empty")
  func titles() {
    let svg = #"<svg><title id="x-map-title"></title><g><title></title></g></svg>"#
    #expect(
      Self.renamed(svg, title: "A & B")
        == #"<svg><title id="p-x-map-title">A &amp; B</title><g><title></title></g></svg>"#)
  }
}
