import Foundation
import TestSupport
import Testing

/// The page of a pack on paper and on a telephone, as a real browser sets it.
@Suite(
  "The pack on paper and on a telephone", .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: Browser.isPresent, "\(Browser.absence)"), .serialized)
struct PackPaperTests {
  private let home = TemporaryFolder()

  private func open() async throws -> Browser {
    let page = try await MadePack.borough.value.files["index.html"] ?? []
    try home.write(page, to: "index.html")
    let browser = try await Browser()
    try await browser.open(home.path("index.html"))
    return browser
  }

  @Test(
    "the map of the density is on the first sheet, and printed type has at least 7 points",
    .enabled(if: Interop.has("pdftotext"), "needs pdftotext: scripts/test --interop installs it"))
  func paper() async throws {
    let browser = try await open()
    try home.write(try await browser.pdf(), to: "pack.pdf")
    try await browser.close()
    let pages = try Interop.run("pdfinfo", [home.path("pack.pdf")])
    let count = pages.output.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) }
    #expect((5...22).contains(count ?? 0), "\(pages.output)")
    let text = try Interop.run(
      "pdftotext", ["-f", "1", "-l", "1", home.path("pack.pdf"), "-"])
    #expect(text.output.contains("Density of incidents"))
    // The height of a line of type is that of its font, about 1.15 times its size.
    let boxes = try Interop.run("pdftotext", ["-bbox", home.path("pack.pdf"), "-"]).output
    let heights = boxes.matches(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">/).map {
      (Double($0.2) ?? 0) - (Double($0.1) ?? 0)
    }
    #expect(heights.count > 500)
    #expect((heights.min() ?? 0) >= 7, "\(heights.min() ?? 0)")
  }

  @Test("at 390 pixels nothing scrolls the page sideways, and maps are whole with the key below")
  func telephone() async throws {
    let browser = try await open()
    try await browser.resize(width: 390, height: 844)
    let faults = try await browser.evaluate(
      """
      const faults = [];
      if (document.documentElement.scrollWidth > 390) faults.push("scrolls sideways");
      const maps = [...document.querySelectorAll("svg.folds")];
      if (maps.length < 3) faults.push("maps: " + maps.length);
      for (const svg of maps) {
        const room = svg.closest(".map").getBoundingClientRect();
        const part = name => svg.querySelector(`:scope > g[id$="-${name}"]`);
        // A close-up has a frame around its map, which covers what runs over it and a little more, a key of
        // its own for narrow pages, and no list.
        const box = (part("areas") ?? part("frame")).getBoundingClientRect();
        if (box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom
          || box.width < 200) faults.push("not whole: " + svg.id);
        const legend = part("narrow") ?? part("legend");
        const key = legend.getBoundingClientRect();
        const list = (part("busiest") ?? part("hotspots") ?? legend).getBoundingClientRect();
        if (key.top < box.bottom) faults.push("key beside the map: " + svg.id);
        if (!part("narrow") && list.height > 0 && list.top < key.bottom) faults.push("list over the key: " + svg.id);
        for (const each of [key, list])
          if (each.right > room.right + 1 || each.bottom > room.bottom + 1) faults.push("cut: " + svg.id);
        for (const text of legend.querySelectorAll("text"))
          if (text.getBoundingClientRect().height < 10) faults.push("small: " + text.textContent);
      }
      return faults
      """)
    #expect(faults as? [String] == [])
    // A link to a place on the map leaves it in view, not under the edge of the window.
    let top = try await browser.evaluate(
      """
      const link = document.querySelector("#busiest-1 tbody a");
      location.hash = link.hash;
      const box = document.querySelector(link.hash).getBoundingClientRect();
      return [box.top, box.bottom]
      """)
    let edges = try #require(top as? [Double])
    #expect(edges[0] > 20 && edges[1] < 844, "\(edges)")
    try await browser.close()
  }
}
