/// The style sheet of an assessment on paper.
///
/// A script lays out sheets of A4 with head, foot and number as elements of the page; the same rules serve
/// where no script runs, then with the browser's own sheets and what it can print in their margins.
struct AssessmentPaper {
  /// What stands at the head of every sheet: title and place.
  let running: String
  let period: String?
  /// The protective marking, at the head and the foot of every sheet.
  let marking: String?

  /// The sheets where no script lays them out.
  var plain: String {
    let font = "font: 8pt Helvetica, Arial, sans-serif; color: #4a4642;"
    let boxes = """
      \(PageStyle.markingBoxes(marking))
      @top-left { content: \(PageStyle.quoted(running)); \(font) }
      @top-right { content: \(PageStyle.quoted(period ?? "")); \(font) }
      @bottom-right { content: "Page " counter(page) " of " counter(pages); \(font) }
      """
    return """
      @page { size: A4; margin: 22mm 14mm 20mm; \(boxes) }
      @page wide { size: A4 landscape; }
      section.analysis, .contents, .contents + main > section:first-child, .closing:not(.closing + .closing) { break-before: page; }
      .scroll:has(.wide) { page: wide; }
      .cover { padding-top: 60mm; }
      .wide.dense { font-size: 6pt; }
      """
  }

  /// The sheets where a script lays them out: margins, head and foot are its own.
  static let paged = """
    @page { size: A4; margin: 0; }
    @page wide { size: A4 landscape; margin: 0; }
    body > :not(#book) { display: none; }
    """

  /// The rules for what stands on the sheets.
  static let rules =
    PageStyle.paperColours + "\n" + """
      html, body { background: #ffffff; }
      body { display: block; max-width: none; margin: 0; padding: 0;
        font: 9.5pt/1.45 Helvetica, Arial, "Liberation Sans", sans-serif; }
      .skip, .print { display: none; }
      a { color: inherit; text-decoration: none; }
      h1 { margin: 0; font-size: 34pt; line-height: 1.1; font-weight: 700; }
      h2 { margin: 0 0 5mm; font-size: 19pt; line-height: 1.2; }
      h3 { margin: 5mm 0 1.5mm; font-size: 10.5pt; }
      h2, h3, caption, thead, .figure-title { break-after: avoid; }
      .lead { font-size: 12.5pt; line-height: 1.4; margin-bottom: 4mm; max-width: 156mm; }
      .findings, .prose, .brief, .aside, .lede, .sources { max-width: 156mm; }
      .prose { margin: 0 0 2.5mm; }
      .findings { margin-bottom: 4mm; padding-left: 4mm; }
      .findings li { margin: 1.2mm 0; }
      .brief li { padding: 3.2mm 0; font-size: 11.5pt; line-height: 1.45; border-bottom: .5pt solid var(--rule); }
      .to { font-size: 9pt; }
      .lede { margin: 0 0 3mm; }
      .aside { font-size: 8.5pt; line-height: 1.45; }
      h3.aside { margin: 5mm 0 1mm; font-size: 9.5pt; }
      p.aside { margin: 0 0 1.2mm; }
      ul.aside { padding-left: 4mm; }
      figure { margin: 0 0 5mm; max-width: none; break-inside: avoid; }
      .figure-title { margin: 0 0 2mm; font-size: 9.5pt; }
      figcaption { margin: 1.5mm 0 0; font-size: 8.5pt; max-width: 156mm; }
      .map { overflow: visible; border: 0; border-radius: 0; }
      .map svg { min-width: 0; max-height: 212mm; }
      .scroll { overflow: visible; margin: 0 0 5mm; max-width: none; }
      table { font-size: 8.5pt; line-height: 1.35; }
      caption { padding: 0 0 1.5mm; font-size: 9.5pt; }
      .remark { font-size: 8.5pt; max-width: 156mm; }
      th, td { padding: 1.1mm 2mm; border-bottom: .5pt solid var(--rule); }
      th:first-child, td:first-child { padding-left: .5mm; }
      thead th { border-bottom: 1pt solid var(--quiet); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      thead .number { max-width: 26mm; }
      tfoot tr:first-child > * { border-top: 1pt solid var(--quiet); }
      tbody th, tfoot th { min-width: 20mm; }
      .unbroken :is(tbody, tfoot) th { white-space: nowrap; }
      .dense { font-size: 7pt; }
      .dense caption { font-size: 9.5pt; }
      .dense th, .dense td { padding: .9mm 1.2mm; }
      .dense thead .number { max-width: 20mm; }
      .dense :is(tbody, tfoot) th { min-width: 12mm; }
      th button { display: contents; }
      th button::after { content: none; }
      tr, li, .choices div { break-inside: avoid; }
      thead { display: table-header-group; }
      tbody tr:nth-child(-n+3):not(:last-child) { break-after: avoid; }
      tbody tr:nth-last-child(-n+3):not(:first-child), tfoot tr { break-before: avoid; }
      .short { break-inside: avoid; }
      .choices div { grid-template-columns: 44mm minmax(0, 1fr); gap: 0 5mm; padding: 1.2mm 0; border-bottom: .5pt solid var(--rule); }
      .closing + .closing, [data-follows] { margin-top: 11mm; }
      .cover { padding: 78mm 0 0; }
      .cover .place { font-size: 15pt; margin: 0 0 3mm; }
      .cover .subtitle { margin: 5mm 0 0; padding-top: 5mm; border-top: 2.5pt solid var(--accent); font-size: 15pt; color: var(--ink); }
      .cover .data { margin-top: 4mm; font-size: 10pt; max-width: 140mm; }
      .cover .marking, .credits .marking { display: none; }
      .credits { margin: 8mm 0 0; border: 0; }
      .credit { margin: 1mm 0; font-size: 8.5pt; }
      .toc { font-size: 11pt; }
      .toc li { display: flex; align-items: baseline; gap: 2mm; padding: 2mm 0; break-inside: avoid; }
      .toc a { display: flex; gap: 3mm; }
      .toc .no { flex: 0 0 6mm; color: var(--accent); font-weight: 700; }
      .toc .leader { flex: 1 1 10mm; border-bottom: 1pt dotted var(--rule); }
      .toc .page { min-width: 7mm; text-align: right; }
      .toc li:has(.page:empty) .leader { visibility: hidden; }
      .sheet { position: relative; width: 210mm; height: 296.5mm; overflow: hidden; break-after: page; break-inside: avoid; }
      .sheet.lying { page: wide; width: 297mm; height: 209.5mm; }
      .sheet:last-child { break-after: auto; }
      .sheet-head, .sheet-foot { position: absolute; left: 14mm; right: 14mm; display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: 4mm; align-items: baseline; font-size: 8pt; line-height: 1.3; color: var(--quiet); }
      .sheet-head { top: 9mm; padding-bottom: 1.8mm; border-bottom: .5pt solid var(--rule); }
      .sheet-foot { bottom: 8.5mm; padding-top: 1.8mm; border-top: .5pt solid var(--rule); }
      .sheet-head > *, .sheet-foot > * { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
      .sheet-head > :last-child, .sheet-foot > :last-child { text-align: right; }
      .sheet .mark { font-size: 9pt; font-weight: 700; letter-spacing: .06em; color: var(--ink); }
      .sheet-body { position: absolute; left: 14mm; right: 14mm; top: 22mm; bottom: 19mm; }
      .sheet.front .sheet-head, .sheet.front .sheet-foot { border-color: transparent; }
      .sheet.front .credits { position: absolute; left: 0; right: 0; bottom: 0; }
      """
}
