/// The style sheet of the page: light and dark, wide and narrow, screen and paper.
struct PackStyle {
  /// The protective marking, printed at the top and the bottom of each sheet.
  let marking: String?

  /// The rules.
  var text: String {
    [PageStyle.common, Self.own, PageStyle.narrow, Self.narrow, paper].joined(separator: "\n")
  }

  private static let own = """
    header { border-bottom: 3px solid var(--accent); padding: 1rem 0 .75rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
    section { margin-top: 2.25rem; }
    main, section, .card { scroll-margin-top: calc(1rem - 25vh); }
    section > p, .headlines, section > ul { max-width: 46rem; }
    .headlines { margin: 0; padding: 0; list-style: none; }
    .headlines li { padding: .4rem 0; border-bottom: 1px solid var(--rule); }
    .lead { margin: 0 0 .75rem; font-size: 1.35rem; line-height: 1.3; font-weight: 600; }
    .headlines li:last-child { border-bottom: 0; }
    .map .outline, .map path:target { stroke: #0b3d91; stroke-width: 1.6;
      filter: drop-shadow(0 0 1px #ffffff) drop-shadow(0 0 1px #ffffff); }
    .map .outline { fill: none; pointer-events: none; }
    tr.lit { background: var(--lit); }
    .hotspot path { pointer-events: all; }
    .switch { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; margin: 0 0 .5rem; }
    .switch select { font: inherit; color: inherit; background: var(--raised); padding: .2rem .4rem;
      border: 1px solid var(--quiet); border-radius: 4px; }
    .bar { display: block; height: .4rem; min-width: 1px; margin-top: .2rem; background: var(--bar);
      print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    #categories tbody th, #crime tbody th { min-width: 16rem; }
    .pair { display: flex; flex-wrap: wrap; gap: 0 3rem; align-items: flex-start; }
    .card { margin-top: 2.5rem; padding-top: .25rem; border-top: 3px solid var(--rule); }
    .card h3 { font-size: 1.2rem; }
    .card .where, .small { color: var(--quiet); font-size: .9rem; margin: .25rem 0 .75rem; max-width: 60rem; }
    .card .findings { padding-left: 1.1rem; max-width: 60rem; }
    .card .map svg { min-width: 0; max-width: 46rem; margin: 0 auto; }
    .card tbody th { min-width: 6rem; }
    .card .pair > * { flex: 1 1 20rem; min-width: 0; max-width: 34rem; }
    .small-figure { margin-bottom: 1rem; }
    .small-figure figcaption { margin: 0 0 .4rem; color: var(--ink); font-size: 1rem; font-weight: 600; }
    .small-figure svg { display: block; width: 100%; height: auto; color: var(--ink); }
    .small-figure text { fill: var(--ink); font: 9px system-ui, sans-serif; }
    details { margin-bottom: 1.25rem; }
    summary { cursor: pointer; font-weight: 600; padding: .35rem 0; color: var(--accent); }
    header .data { margin: -.35rem 0 .75rem; }
    .look { white-space: nowrap; font-weight: 400; font-size: .9rem; }
    """

  private static let narrow = """
    @media (max-width: 40rem) {
      .card .map .folds { max-width: none; margin: var(--fold-margin); }
      .card .folds [id$="-legend"] { display: none; }
      .card .folds [id$="-narrow"] { display: inline; }
      #categories tbody th, #crime tbody th { min-width: 10rem; }
    }
    """

  private var paper: String {
    """
    @page {
      margin: 16mm 14mm;
      \(PageStyle.markingBoxes(marking))
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
    }
    @media print {
      \(PageStyle.paperColours)
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
      .skip, nav, details, header .marking, footer .marking, .switch label { display: none; }
      header { padding-top: 0; }
      header { padding-bottom: 3pt; }
      section { margin-top: 10pt; }
      h1 { font-size: 18pt; }
      h2 { font-size: 14pt; margin-bottom: 4pt; }
      .subtitle { margin: 2pt 0 5pt; }
      .lead { font-size: 12pt; margin-bottom: 4pt; }
      .look, .data, .credit { font-size: 8.5pt; }
      .look::before { content: "("; }
      .look::after { content: ")"; }
      .switch { break-after: avoid; }
      .scroll:has(#hotspots-in-brief) { display: none; }
      .headlines li { padding: 1.5pt 0; }
      .map { break-inside: avoid; }
      h2, h3, caption, thead { break-after: avoid; }
      p:has(+ .scroll), p:has(+ figure), ul:has(+ figure) { break-after: avoid; }
      figure, tr, .short, ul:has(+ figure), #what, #files, .headlines li, .choices div { break-inside: avoid; }
      tbody tr:nth-child(-n+3):not(:last-child) { break-after: avoid; }
      tbody tr:nth-last-child(-n+3):not(:first-child) { break-before: avoid; }
      figcaption { break-before: avoid; font-size: 8.5pt; }
      /* The first map ends the first sheet, if need be without its caption. */
      #hotspots > figure { break-inside: auto; }
      #hotspots > figure figcaption { break-before: auto; }
      .choices div { grid-template-columns: 11rem minmax(0, 1fr); padding: 2pt 0; }
      .scroll, .map { overflow: visible; }
      .map { border: 0; }
      figure { max-width: none; }
      .map svg { min-width: 0; max-height: 240mm; }
      .map path:target { stroke: inherit; stroke-width: inherit; filter: none; }
      .map .outline { display: none; }
      .card { break-before: page; break-after: page; break-inside: avoid; border-top: 0; margin-top: 0; }
      .card .map svg { max-height: 104mm; }
      .card .findings { margin: 4pt 0; }
      .card .pair { flex-wrap: nowrap; gap: 0 8mm; }
      .card .scroll { margin-bottom: 4pt; }
      .card .where, .small { font-size: 8.5pt; margin: 2pt 0 4pt; }
      .card .sheet { display: none; }
      .small-figure { margin-bottom: 0; }
      .small-figure figcaption { font-size: 9pt; }
      th button { display: contents; }
      th button::after { content: none; }
      thead { display: table-header-group; }
      table { font-size: 9pt; }
      th, td { padding: 2pt 6pt; }
      a { color: inherit; text-decoration: none; }
    }
    """
  }
}
