/// The rules that the pages of packs and assessments share: colours, type, tables, figures, lists.
enum PageStyle {
  /// What a page may load, for the browser to see to: nothing at all.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"

  /// The rules for every medium and width; colours follow the reader's choice of light or dark.
  static let common = """
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
    h1 { margin: .25rem 0 0; font-size: clamp(1.6rem, 4.5vw, 2.4rem); line-height: 1.15; }
    h2 { margin: 0 0 .75rem; font-size: 1.4rem; line-height: 1.25; }
    h3 { margin: 1.25rem 0 .25rem; font-size: 1.05rem; }
    .subtitle { margin: .35rem 0 .75rem; color: var(--quiet); font-size: 1.05rem; }
    figure { margin: 0; max-width: 54rem; }
    figcaption { margin: .4rem 0 1rem; color: var(--quiet); font-size: .9rem; }
    .map { overflow-x: auto; background: #ffffff; border: 1px solid var(--rule); border-radius: 4px; }
    .map svg { display: block; width: 100%; min-width: 38rem; height: auto; }
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
    tr.quiet { color: var(--quiet); }
    .warning { border-left: 4px solid var(--accent); padding-left: .75rem; }
    .choices { margin: 0; }
    .choices div { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 1.25rem;
      padding: .35rem 0; border-bottom: 1px solid var(--rule); }
    .choices dt { color: var(--quiet); overflow-wrap: anywhere; }
    .choices dd { margin: 0; overflow-wrap: anywhere; }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); }
    .data, .credit { margin: .35rem 0; color: var(--quiet); font-size: .9rem; }
    """

  /// The rules for narrow windows: maps fold, wide tables show that they go on.
  static let narrow = """
    @media (max-width: 40rem) {
      body { padding: 0 .9rem 2rem; }
      .map svg { min-width: 0; }
      .map:has(.folds) { overflow: hidden; }
      .map .folds { overflow: visible; min-width: 0; max-width: none;
        width: var(--fold-width); margin: var(--fold-margin); }
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
    }
    @media (prefers-contrast: more) {
      :root { --quiet: var(--ink); --rule: var(--ink); }
    }
    """

  /// The colours of paper.
  static let paperColours = """
    :root {
      color-scheme: light;
      --paper: #ffffff; --raised: #f2f0ed; --ink: #000000; --quiet: #4a4642; --rule: #c4bfb8;
      --accent: #8a2530; --bar: #e3a15f;
    }
    """

  /// Returns the boxes in the margins of a sheet that hold its marking; empty without one.
  static func markingBoxes(_ marking: String?) -> String {
    ["top", "bottom"].compactMap { edge in
      marking.map {
        "@\(edge)-center { content: \(quoted($0)); font: 700 9pt sans-serif; letter-spacing: .06em; white-space: nowrap; }"
      }
    }.joined(separator: "\n")
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
