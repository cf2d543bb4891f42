import Foundation
import TestSupport
import Testing

/// A real browser shows and prints the pack of the made-up borough.
@Suite(
  "The pack in a browser", .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: Browser.isPresent, "\(Browser.absence)"), .serialized)
struct PackBrowserTests {
  private let home = TemporaryFolder()

  private static let pack = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--marking", "OFFICIAL")
  }

  /// The pack whose hotspots stand on two maps.
  private static let significant = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--hotspots-from", "clusters")
  }

  /// Opens the page of a pack.
  private func open(
    _ pack: Task<MadePack, any Error> = Self.pack, runsScripts: Bool = true
  ) async throws -> Browser {
    let browser = try await Browser(runsScripts: runsScripts)
    let page = try await pack.value.files["index.html"] ?? []
    try home.write(page, to: "index.html")
    try await browser.open(home.path("index.html"))
    return browser
  }

  /// Runs a script that returns texts; each is one thing that is wrong.
  private func faults(_ script: String, in browser: Browser) async throws -> [String] {
    try #require(try await browser.evaluate(script) as? [String])
  }

  @Test(
    "nothing is fetched, nothing is said on the console, and every figure has its size and words")
  func shown() async throws {
    let browser = try await open()
    #expect(try await browser.consoleMessages() == [])
    let fetched = try await browser.evaluate(
      "return performance.getEntriesByType('resource').map(entry => entry.name)")
    #expect(fetched as? [String] == [])
    // The browser would refuse to fetch, even if the page asked for it.
    _ = try await browser.evaluate("new Image().src = 'http://127.0.0.1:1/x.png'")
    let refusals = try await browser.consoleMessages()
    #expect(refusals.contains { $0.contains("Content Security Policy") }, "\(refusals)")
    let figures = try await browser.evaluate(
      """
      return [...document.querySelectorAll("figure:not(.small-figure)")].map(figure => {
        const box = figure.querySelector("svg").getBoundingClientRect();
        return Math.min(box.width, box.height);
      })
      """)
    let sizes = try #require(figures as? [Double])
    // Density, two cards, months of all and by area, areas, significance, hours and those of the
    // busiest areas.
    #expect(sizes.count == 9)
    #expect(sizes.allSatisfy { $0 > 300 }, "\(sizes)")
    #expect(
      try await faults(
        """
        const faults = [];
        for (const svg of document.querySelectorAll("svg")) {
          const words = id => document.getElementById(svg.getAttribute(id))?.textContent ?? "";
          if (svg.getAttribute("role") !== "img") faults.push("no role: " + svg.id);
          if ((svg.getAttribute("aria-label") ?? "").length > 20) continue;
          if (words("aria-labelledby").length < 5) faults.push("no title: " + svg.id);
          if (words("aria-describedby").length < 20) faults.push("no description: " + svg.id);
        }
        const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
        for (const id of new Set(ids))
          if (ids.filter(other => other === id).length > 1) faults.push("twice: " + id);
        for (const region of document.querySelectorAll("[tabindex='0']"))
          if (!region.getAttribute("aria-label") && !region.getAttribute("aria-labelledby"))
            faults.push("no label: " + region.className);
        return faults
        """, in: browser) == [])
    try await browser.close()
  }

  @Test("headings come in order, the page says its language, and links lead somewhere")
  func structure() async throws {
    let browser = try await open()
    #expect(
      try await faults(
        """
        const faults = [];
        let level = 0;
        for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
          const next = Number(heading.tagName[1]);
          if (next > level + 1) faults.push(heading.textContent);
          level = next;
        }
        if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
        if (!document.documentElement.lang.startsWith("en")) faults.push("no language");
        for (const link of document.querySelectorAll("a[href^='#']"))
          if (!document.getElementById(decodeURIComponent(link.hash.slice(1))))
            faults.push("leads nowhere: " + link.hash);
        for (const table of document.querySelectorAll("table"))
          if (!table.caption || table.querySelectorAll("thead th").length === 0)
            faults.push("no caption or heads: " + table.id);
        if (document.documentElement.scrollWidth > window.innerWidth) faults.push("scrolls sideways");
        return faults
        """, in: browser) == [])
    try await browser.close()
  }

  @Test("text has a contrast of at least 4.5, in light and in dark", arguments: [false, true])
  func contrast(isDark: Bool) async throws {
    let browser = try await open()
    try await browser.prefer(dark: isDark)
    // After WCAG 2.2, success criterion 1.4.3; large text may have 3.
    let faults = try await faults(
      """
      const parts = colour => colour.match(/[\\d.]+/g).map(Number);
      const luminance = colour => parts(colour).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
      const ground = element => {
        for (let each = element; each; each = each.parentElement) {
          const colour = getComputedStyle(each).backgroundColor;
          if (parts(colour)[3] !== 0) return colour;
        }
        return "rgb(255, 255, 255)";
      };
      const faults = new Set();
      for (const element of document.querySelectorAll("body *:not(svg *):not(script)")) {
        const hasText = [...element.childNodes].some(node =>
          node.nodeType === Node.TEXT_NODE && node.textContent.trim());
        if (!hasText || element.getClientRects().length === 0) continue;
        const style = getComputedStyle(element);
        const [low, high] = [luminance(style.color), luminance(ground(element))].sort((a, b) => a - b);
        const ratio = (high + 0.05) / (low + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
        if (ratio < (isLarge ? 3 : 4.5))
          faults.add(element.tagName + "." + element.className + " " + ratio.toFixed(2));
      }
      faults.delete("");
      return [...faults]
      """, in: browser)
    #expect(faults == [])
    let ground = try await browser.evaluate(
      "return getComputedStyle(document.body).backgroundColor")
    #expect((ground as? String == "rgb(255, 255, 255)") == !isDark)
    try await browser.close()
  }

  @Test("a click sorts a table by its numbers, and another turns it round")
  func sorts() async throws {
    let browser = try await open()
    let column =
      "return [...document.querySelectorAll('#busiest-1 tbody tr')]"
      + ".map(row => Number(row.querySelector('td[data-value]').dataset.value))"
    let before = try #require(try await browser.evaluate(column) as? [Double])
    let button = "#busiest-1 thead th.number button"
    for isAscending in [false, true] {
      try await browser.click(button)
      let values = try #require(try await browser.evaluate(column) as? [Double])
      #expect(values == before.sorted(by: isAscending ? { $0 < $1 } : { $0 > $1 }))
      let state = try await browser.evaluate(
        "return document.querySelector('#busiest-1 thead th.number').getAttribute('aria-sort')")
      #expect(state as? String == (isAscending ? "ascending" : "descending"))
    }
    #expect(try await browser.consoleMessages() == [])
    try await browser.close()
  }

  @Test(
    "pointing at a row lights its shape, and pointing at a shape its rows",
    arguments: ["areas", "hotspots", "significant hotspots"])
  func lights(kind: String) async throws {
    let isOnTwoMaps = kind == "significant hotspots"
    let browser = try await open(isOnTwoMaps ? Self.significant : Self.pack)
    let table = kind == "areas" ? "#busiest-1" : "#hotspot-list"
    let name = try #require(
      try await browser.evaluate(
        "return document.querySelector('\(table) tbody tr[data-shape]').dataset.shape") as? String)
    let lit =
      "return [...document.querySelectorAll('.lit')].map(each => each.dataset.shape || each.id)"
    #expect(try await browser.evaluate(lit) as? [String] == [])
    let row = "\(table) tr[data-shape='\(name)'] th"
    try await browser.point(at: row)
    let byRow = try #require(try await browser.evaluate(lit) as? [String])
    // A place lights up on every map that shows it.
    let place = kind == "areas" ? String(name.split(separator: "-").last ?? "") : "hotspot-1"
    #expect(!isOnTwoMaps || byRow.contains("significance-hotspot-1"), "\(byRow)")
    #expect(
      byRow.count >= 2 && byRow.contains(name) && byRow.allSatisfy { $0.hasSuffix(place) },
      "\(byRow)")
    try await browser.point(at: "h1")
    #expect(try await browser.evaluate(lit) as? [String] == [])
    // The middle of a crooked shape may lie outside of it, so the shape is told by a script.
    for (element, count) in [("getElementById('\(name)')", byRow.count), ("body", 0)] {
      _ = try await browser.evaluate(
        "document.\(element).dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))")
      let byShape = try #require(try await browser.evaluate(lit) as? [String])
      #expect(byShape.count == count, "\(byShape)")
    }
    try await browser.close()
  }

  @Test("a category chosen shows its own counts, ranks and colours, and all incidents come back")
  func switches() async throws {
    let browser = try await open()
    let csv = try await Self.pack.value.files["areas.csv"] ?? []
    let lines = String(decoding: csv, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    func choose(_ view: Int) async throws -> [String: Any] {
      try #require(
        try await browser.evaluate(
          """
          const select = document.querySelector(".switch select");
          select.value = \(view);
          select.dispatchEvent(new Event("change"));
          const table = document.getElementById("all-1") ?? document.getElementById("busiest-1");
          const heads = [...table.tHead.rows[0].cells].map(head => head.textContent);
          const place = name => heads.findIndex(head => head.startsWith(name));
          const cell = (row, name) => row.cells[place(name)];
          const colour = text => {
            const mark = document.createElement("i");
            mark.style.color = text;
            return mark.style.color;
          };
          const parts = name => document.getElementById("layer-1-" + name);
          const group = parts("view-" + select.value);
          const key = group ? parts(group.id.slice(8) + "-legend") : parts("legend");
          const legend = [...key.querySelectorAll("rect")].map(swatch =>
            colour(swatch.getAttribute("fill")));
          const seen = element => getComputedStyle(element).display !== "none";
          const words = [...document.querySelectorAll("#where-1 svg text")]
            .filter(text => text.getClientRects().length > 0).map(text => text.textContent);
          const markers = [...(group ? parts(group.id.slice(8) + "-labels") : parts("labels"))
            .querySelectorAll("text")].filter(text => text.getAttribute("text-anchor") === "middle")
            .map(text => text.textContent);
          const busiest = [...document.querySelectorAll("#busiest-1 tbody th")]
            .map(cell => cell.textContent);
          const fills = [...document.querySelectorAll("#layer-1-areas path[id]")]
            .map(shape => shape.style.fill).filter(Boolean).map(colour);
          return {
            names: [...select.options].map(option => option.text),
            said: document.querySelector(".switch [role=status]").textContent,
            codes: [...table.tBodies[0].rows].map(row => cell(row, "Code").textContent),
            counts: [...table.tBodies[0].rows].map(row => Number(cell(row, "Incidents").dataset.value)),
            ranks: [...table.tBodies[0].rows].map(row => Number(cell(row, "Rank").dataset.value)),
            colours: legend.length,
            strangers: fills.filter(fill => !legend.includes(fill)).length,
            filled: fills.length,
            shown: [...document.querySelectorAll("#where-1 svg g[id^='layer-1-view-']")]
              .filter(each => /view-[0-9]+$/.test(each.id) && seen(each)).map(each => each.id),
            hidden: ["heading", "legend", "busiest", "labels", "notes"]
              .filter(name => !seen(parts(name))),
            words, markers, busiest,
            caption: document.querySelector("#busiest-1 caption").textContent,
            figure: document.querySelector("#where-1 figcaption").textContent,
            title: document.getElementById("layer-1-map-title").textContent,
            columns: [...document.querySelectorAll("#where-1 thead th")].filter(seen)
              .map(head => head.textContent),
          }
          """) as? [String: Any])
    }
    let before = try await choose(0)
    let names = try #require(before["names"] as? [String])
    // All, recorded crime, and fourteen categories.
    #expect(names.count == 16)
    for (view, name) in names.enumerated() {
      let shown = try await choose(view)
      let key = "incidents_\(name.lowercased().replacing(" ", with: "_").replacing("-", with: "_"))"
      let columns = lines[0].indices.filter { column in
        switch name {
        case "All incidents": lines[0][column].hasPrefix("incidents_")
        case "Crime":
          lines[0][column].hasPrefix("incidents_")
            && lines[0][column] != "incidents_anti_social_behaviour"
        default: lines[0][column] == key
        }
      }
      #expect(!columns.isEmpty, "\(key)")
      let counts = Dictionary(
        uniqueKeysWithValues: lines.dropFirst().map { line in
          (line[0], columns.reduce(0) { $0 + (Int(line[$1]) ?? -1) })
        })
      let codes = try #require(shown["codes"] as? [String])
      let found = try #require(shown["counts"] as? [Int])
      #expect(codes.count == counts.count, "\(name)")
      #expect(codes.map { counts[$0] } == found, "\(name)")
      #expect(
        shown["ranks"] as? [Int] == found.map { value in 1 + found.count { $0 > value } }, "\(name)"
      )
      // Each marker is a row of the list, once.
      let markers = try #require(shown["markers"] as? [String])
      let busiest = try #require(shown["busiest"] as? [String])
      #expect(Set(markers).count == markers.count && !markers.isEmpty)
      #expect(
        markers.allSatisfy { marker in busiest.contains { $0.hasPrefix("\(marker). ") } }, "\(name)"
      )
      let heads = try #require(shown["columns"] as? [String])
      #expect(heads.contains("Crime") == (view == 0))
      guard view > 0 else { continue }
      #expect(shown["shown"] as? [String] == ["layer-1-view-\(view)"])
      #expect(
        shown["hidden"] as? [String] == ["heading", "legend", "busiest", "labels", "notes"])
      let words = try #require(shown["words"] as? [String])
      #expect(words.contains { $0.hasSuffix(": \(name)") }, "\(name)")
      #expect(!words.contains { $0.contains("all categories") })
      for part in ["caption", "figure", "title"] {
        #expect((shown[part] as? String)?.contains(": \(name)") == true, "\(part) of \(name)")
      }
      #expect(found == found.sorted(by: >), "\(name)")
      #expect((shown["said"] as? String)?.hasPrefix("\(name): ") == true)
      #expect((shown["colours"] as? Int ?? 0) >= 2, "\(name)")
      #expect(shown["strangers"] as? Int == 0, "\(name)")
      #expect(shown["filled"] as? Int == counts.count, "\(name)")
    }
    let after = try await choose(0)
    #expect(after["codes"] as? [String] == before["codes"] as? [String])
    #expect(after["filled"] as? Int == 0)
    for part in ["shown", "hidden", "words", "busiest", "columns"] {
      #expect(after[part] as? [String] == before[part] as? [String], "\(part)")
    }
    for part in ["caption", "figure", "title", "said"] {
      #expect(after[part] as? String == before[part] as? String, "\(part)")
    }
    #expect(try await browser.consoleMessages() == [])
    try await browser.close()
  }

  @Test("without scripts the page says the same, and has no buttons that do nothing")
  func withoutScripts() async throws {
    let words =
      "return [document.querySelectorAll('tbody tr').length, "
      + "document.querySelectorAll('figure svg').length, document.querySelectorAll('h2').length]"
    let plain = try await open(runsScripts: false)
    let buttons = try await plain.evaluate("return document.querySelectorAll('button').length")
    #expect(buttons as? Int == 0)
    let without = try await plain.evaluate(words) as? [Int]
    try await plain.close()
    let browser = try await open()
    let with = try await browser.evaluate(words) as? [Int]
    #expect(without == with && with != nil)
    try await browser.close()
  }

  @Test(
    "prints on a few sheets, the marking at the top and the bottom of each",
    .enabled(if: Interop.has("pdftotext"), "needs pdftotext: scripts/test --interop installs it"),
    arguments: [false, true])
  func prints(isLandscape: Bool) async throws {
    let browser = try await open()
    try home.write(try await browser.pdf(isLandscape: isLandscape), to: "pack.pdf")
    try await browser.close()
    let outcome = try Interop.run("pdftotext", ["-layout", home.path("pack.pdf"), "-"])
    #expect(outcome.status == 0)
    let sheets = outcome.output.split(separator: "\u{C}").map(String.init)
    #expect((5...(isLandscape ? 34 : 22)).contains(sheets.count), "\(sheets.count) sheets")
    for (index, sheet) in sheets.enumerated() {
      let lines = sheet.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(lines.first == "OFFICIAL", "sheet \(index + 1) begins with \(lines.first ?? "")")
      #expect(lines.suffix(2).contains { $0.contains("OFFICIAL") }, "sheet \(index + 1)")
      let number = "\(index + 1)/\(sheets.count)"
      #expect(sheet.replacing(" ", with: "").contains(number), "sheet \(index + 1)")
    }
    // What only a screen can use stays on the screen.
    #expect(!outcome.output.contains("Skip to the content"))
  }
}
