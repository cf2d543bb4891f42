/// The style sheet of the page: light and dark, wide and narrow, screen and paper.
struct PackStyle {
  /// The protective marking, printed at the top and the bottom of each sheet.
  let marking: String?

  /// The rules.
  var text: String { Self.screen + "\n" + paper }

  private static let screen = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --raised: #f5f3f0; --ink: #1f1d1b; --quiet: #57534e; --rule: #d6d1cb;
      --accent: #8a2530; --bar: #e3a15f; --lit: #fdeecb;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614; --raised: #23211e; --ink: #eeebe7; --quiet: #b5aea6; --rule: #47433e;
        --accent: #f2a68c; --bar: #9a5a24; --lit: #4a3a17;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: auto; scroll-padding-top: 25vh; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 76rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
    }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; top: .5rem; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { left: .5rem; z-index: 1; }
    .marking { margin: 0; padding: .5rem 0; text-align: center; font-weight: 700; letter-spacing: .06em; }
    header { border-bottom: 3px solid var(--accent); padding: 1rem 0 .75rem; }
    h1 { margin: .25rem 0 0; font-size: clamp(1.6rem, 4.5vw, 2.4rem); line-height: 1.15; }
    h2 { margin: 0 0 .75rem; font-size: 1.4rem; line-height: 1.25; }
    h3 { margin: 1.25rem 0 .25rem; font-size: 1.05rem; }
    .subtitle { margin: .35rem 0 .75rem; color: var(--quiet); font-size: 1.05rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
    section { margin-top: 2.25rem; }
    main, section, .card { scroll-margin-top: calc(1rem - 25vh); }
    section > p, .headlines, section > ul { max-width: 46rem; }
    .headlines { margin: 0; padding: 0; list-style: none; }
    .headlines li { padding: .4rem 0; border-bottom: 1px solid var(--rule); }
    .lead { margin: 0 0 .75rem; font-size: 1.35rem; line-height: 1.3; font-weight: 600; }
    .headlines li:last-child { border-bottom: 0; }
    figure { margin: 0; max-width: 54rem; }
    figcaption { margin: .4rem 0 1rem; color: var(--quiet); font-size: .9rem; }
    .map { overflow-x: auto; background: #ffffff; border: 1px solid var(--rule); border-radius: 4px; }
    .map svg { display: block; width: 100%; min-width: 38rem; height: auto; }
    .map .outline, .map path:target { stroke: #0b3d91; stroke-width: 1.6;
      filter: drop-shadow(0 0 1px #ffffff) drop-shadow(0 0 1px #ffffff); }
    .map .outline { fill: none; pointer-events: none; }
    .scroll { overflow-x: auto; margin: 0 0 1.25rem; max-width: max-content; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { padding: .25rem 0 .5rem; text-align: left; font-weight: 600; }
    th, td { padding: .35rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: baseline; }
    th:first-child, td:first-child { padding-left: .25rem; }
    thead th { background: var(--raised); border-bottom: 2px solid var(--quiet); vertical-align: bottom; }
    tbody th { font-weight: 400; min-width: 9rem; }
    .number { text-align: right; white-space: nowrap; }
    thead .number { white-space: normal; max-width: 9.5rem; }
    th button {
      all: unset; box-sizing: border-box; display: inline-block; cursor: pointer; min-height: 1.5rem;
    }
    th button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    th button::after { content: "\\2195"; margin-left: .3em; color: var(--quiet); }
    th[aria-sort="ascending"] button::after { content: "\\2191"; color: var(--accent); }
    th[aria-sort="descending"] button::after { content: "\\2193"; color: var(--accent); }
    tr.lit { background: var(--lit); }
    .hotspot path { pointer-events: all; }
    .switch { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; margin: 0 0 .5rem; }
    .switch select { font: inherit; color: inherit; background: var(--raised); padding: .2rem .4rem;
      border: 1px solid var(--quiet); border-radius: 4px; }
    tr.quiet { color: var(--quiet); }
    .warning { border-left: 4px solid var(--accent); padding-left: .75rem; }
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
    .choices { margin: 0; }
    .choices div { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 1.25rem;
      padding: .35rem 0; border-bottom: 1px solid var(--rule); }
    .choices dt { color: var(--quiet); overflow-wrap: anywhere; }
    .choices dd { margin: 0; overflow-wrap: anywhere; }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); }
    .data, .credit { margin: .35rem 0; color: var(--quiet); font-size: .9rem; }
    header .data { margin: -.35rem 0 .75rem; }
    .look { white-space: nowrap; font-weight: 400; font-size: .9rem; }
    @media (max-width: 40rem) {
      body { padding: 0 .9rem 2rem; }
      .map svg { min-width: 0; }
      .map:has(.folds) { overflow: hidden; }
      .map .folds { overflow: visible; min-width: 0; max-width: none;
        width: var(--fold-width); margin: var(--fold-margin); }
      .card .map .folds { max-width: none; margin: var(--fold-margin); }
      .card .folds [id$="-legend"] { display: none; }
      .card .folds [id$="-narrow"] { display: inline; }
      .folds [id$="-heading"], .folds [id$="-notes"] { display: none; }
      .folds [id$="-legend"] { transform: var(--fold-key); }
      .folds [id$="-busiest"], .folds [id$="-hotspots"] { transform: var(--fold-list); }
      .scroll { background:
        linear-gradient(90deg, var(--paper) 40%, transparent) 0 0 / 2.5rem 100% local,
        linear-gradient(270deg, var(--paper) 40%, transparent) 100% 0 / 2.5rem 100% local,
        linear-gradient(90deg, var(--rule), transparent) 0 0 / .75rem 100% scroll,
        linear-gradient(270deg, var(--rule), transparent) 100% 0 / .75rem 100% scroll;
        background-repeat: no-repeat; }
      caption { width: calc(100vw - 1.8rem); }
      thead th { background: none; }
      tbody th { min-width: 8rem; }
      .choices div { grid-template-columns: minmax(0, 1fr); }
      th, td { padding: .35rem .5rem; }
      #categories tbody th, #crime tbody th { min-width: 10rem; }
    }
    @media (prefers-contrast: more) {
      :root { --quiet: var(--ink); --rule: var(--ink); }
    }
    """

  private var paper: String {
    let margins =
      marking.map {
        """
        @top-center { content: \(Self.quoted($0)); font: 700 9pt sans-serif; letter-spacing: .06em; }
          @bottom-center { content: \(Self.quoted($0)); font: 700 9pt sans-serif; letter-spacing: .06em; }
        """
      } ?? ""
    return """
      @page {
        margin: 16mm 14mm;
        \(margins)
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
      }
      @media print {
        :root {
          color-scheme: light;
          --paper: #ffffff; --raised: #f2f0ed; --ink: #000000; --quiet: #4a4642; --rule: #c4bfb8;
          --accent: #8a2530; --bar: #e3a15f;
        }
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

  /// Returns text as a string of CSS; what is not a letter, a digit or a blank is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-": result.unicodeScalars.append(scalar)
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }
}
