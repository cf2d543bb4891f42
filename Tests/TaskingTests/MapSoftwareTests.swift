import Foundation
import TestSupport
import Testing

@testable import Tasking

@Suite("The script that moves maps")
struct MapSoftwareTests {
  private let home = TemporaryFolder()

  private func install() throws {
    for (folder, name, text) in [
      (
        "javascript/leaflet", "leaflet.min.js",
        "a('</b>');\n//# sourceMappingURL=leaflet.min.js.map"
      ),
      (
        "javascript/leaflet", "leaflet.css",
        "a { background: url(images/layers.png); } b { behavior: url(#default#VML); }"
      ),
      ("doc/libjs-leaflet", "copyright", "Copyright: somebody"),
    ] {
      try FileManager.default.createDirectory(
        atPath: home.path(folder), withIntermediateDirectories: true)
      _ = try home.file("\(folder)/\(name)", text)
    }
  }

  @Test("nothing of it is fetched later, and nothing ends its element")
  func plain() throws {
    try install()
    let software = try MapSoftware(folder: home.path("").trimmed)
    #expect(software.style == "a { background: none; } b { behavior: none; }")
    #expect(software.script == "a('<\\/b>');")
    #expect(software.licence == "Copyright: somebody")
  }

  @Test("without it the package is named")
  func missing() throws {
    let folder = home.path("").trimmed
    let error = #expect(throws: MissingMapSoftware.self) { try MapSoftware(folder: folder) }
    #expect(error?.description.contains("'libjs-leaflet'") == true)
    #expect(error?.path == "\(folder)/javascript/leaflet/leaflet.min.js")
  }

  @Test("a name cannot end the data, nor a title the head")
  func escaped() throws {
    try install()
    let page = ExplorePage(
      title: "<b>&", data: Array(#"{"a": "</script><script>alert(1)</script>"}"#.utf8),
      software: try MapSoftware(folder: home.path("").trimmed), marking: "A \"B\"")
    let text = String(decoding: page.html(), as: UTF8.self)
    #expect(text.contains("<title>&lt;b&gt;&amp;</title>"))
    #expect(text.contains(#"{"a": "\u003c/script>\u003cscript>alert(1)\u003c/script>"}"#))
    #expect(text.contains("default-src 'none'"))
    #expect(text.contains(#"@top-center { content: "A \22 B\22 ";"#))
  }
}

extension String {
  /// The path without the slash at its end.
  fileprivate var trimmed: String { hasSuffix("/") ? String(dropLast()) : self }
}
