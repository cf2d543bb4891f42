/// The style sheet of a map to explore: light and dark, wide and narrow, screen and paper.
enum ExploreStyle {
  /// The text, as it stands in the page.
  static let text = #"""
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --raised: #f5f3f0; --ink: #1f1d1b; --quiet: #57534e; --rule: #d6d1cb;
      --accent: #8a2530; --bar: #e3a15f; --heat: #b7311b; --chosen: #0b3d91;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614; --raised: #23211e; --ink: #eeebe7; --quiet: #b5aea6; --rule: #47433e;
        --accent: #f2a68c; --bar: #9a5a24; --heat: #f0824a; --chosen: #8fb4ff;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    body {
      margin: 0 auto; padding: 0 1rem 2rem; max-width: 96rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
    }
    .marking { margin: 0; padding: .35rem 0; text-align: center; font-weight: 700; letter-spacing: .06em; }
    header { border-bottom: 3px solid var(--accent); padding: .5rem 0; margin-bottom: .75rem; }
    h1 { margin: 0; font-size: clamp(1.3rem, 3.5vw, 1.9rem); line-height: 1.15; }
    h2 { margin: 0 0 .35rem; font-size: 1.1rem; }
    #subtitle { margin: .2rem 0 0; color: var(--quiet); }
    main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr); gap: 1.5rem; }
    .left { position: sticky; top: .5rem; align-self: start; }
    .tools, .below, .row, #layers { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: center; }
    .below { justify-content: space-between; margin: .4rem 0; }
    button, select, input[type=number] {
      font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--quiet);
      border-radius: 4px; padding: .25rem .6rem; min-height: 2.1rem; max-width: 100%;
    }
    button { cursor: pointer; }
    #draw { background: var(--chosen); border-color: var(--chosen); color: var(--paper); }
    input[type=number] { width: 5.5rem; }
    select { max-width: 12rem; }
    label { display: inline-flex; gap: .3rem; align-items: center; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    #status { margin: .4rem 0; color: var(--quiet); min-height: 2.9em; font-size: .95rem; }
    .over { position: absolute; left: .6rem; top: .6rem; z-index: 600; }
    .frame { position: relative; border: 1px solid var(--rule); border-radius: 4px; overflow: hidden; }
    #map { height: min(58vh, 46rem); background: #ffffff; color: #262626; font: inherit; }
    .points { position: absolute; pointer-events: none; }
    #map.drawing { cursor: crosshair; }
    #map.drawing .leaflet-interactive { cursor: crosshair; }
    .cross { display: none; }
    #map.drawing + .cross {
      display: block; position: absolute; left: 50%; top: 50%; width: 28px; height: 28px; z-index: 500;
      transform: translate(-50%, -50%); pointer-events: none;
      background: linear-gradient(#0b3d91, #0b3d91) center/2px 100% no-repeat,
        linear-gradient(#0b3d91, #0b3d91) center/100% 2px no-repeat;
    }
    .badge, .handle { border: 2px solid #ffffff; border-radius: 50%; background: #0b3d91; color: #ffffff; }
    .badge { font: 700 .8rem/18px system-ui, sans-serif; text-align: center; }
    .handle { background: #ffffff; border-color: #0b3d91; }
    #legend { display: flex; flex-wrap: wrap; gap: .15rem .9rem; font-size: .9rem; }
    #legend span { display: inline-flex; gap: .35rem; align-items: center; }
    #legend i { width: 1rem; height: 1rem; border: 1px solid var(--quiet); print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    #card { margin-top: .75rem; padding: .75rem; background: var(--raised); border-radius: 4px; }
    .right section { padding: .75rem 0; border-top: 1px solid var(--rule); }
    .right section:first-child { border-top: 0; padding-top: 0; }
    #which { margin: 0; color: var(--quiet); }
    .lead { margin: .35rem 0; font-size: 1.05rem; }
    .lead strong { display: block; font-size: 2.4rem; line-height: 1; }
    #answer { min-height: 16.5rem; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 0; }
    dt { color: var(--quiet); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .hint { margin: 0 0 .4rem; color: var(--quiet); font-size: .9rem; }
    .warning { border-left: 4px solid var(--accent); padding-left: .75rem; }
    #hours-grid { display: grid; grid-template-columns: 2.3rem repeat(24, minmax(0, 1fr)); gap: 1px;
      margin-bottom: .5rem; touch-action: none; user-select: none; font-size: .72rem; color: var(--quiet); }
    #hours-grid i { height: 1.15rem; outline: 1px solid var(--raised); cursor: cell; }
    #hours-grid i.off { opacity: .25; }
    #hours-grid b { display: block; height: 100%; background: var(--heat); print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    #hours-grid .hour { overflow: visible; white-space: nowrap; }
    #month-bars { display: flex; gap: 2px; height: 5.5rem; margin-bottom: .5rem; touch-action: none; user-select: none; }
    #month-bars i { flex: 1 1 0; display: flex; flex-direction: column; justify-content: flex-end; cursor: cell;
      font-style: normal; }
    #month-bars b { background: var(--bar); min-height: 1px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    #month-bars span { text-align: center; font-size: .72rem; color: var(--quiet); }
    #month-bars .off b { opacity: .3; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .1rem .35rem .1rem 0; text-align: left; font-weight: 400; }
    thead th { color: var(--quiet); }
    .number { text-align: right; white-space: nowrap; }
    td.bar { width: 20%; }
    #categories td:first-child { min-width: 11rem; }
    #categories td.bar { width: 14%; }
    td.bar b { display: block; height: .6rem; background: var(--bar); min-width: 1px; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    tr.quiet { opacity: .5; }
    .only { min-height: 0; padding: 0 .4rem; font-size: .8rem; }
    pre { overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); padding: .6rem;
      font-size: .82rem; max-height: 16rem; }
    .away { position: fixed; left: -100vw; }
    footer { margin-top: 1.5rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }
    footer .marking { color: var(--ink); font-size: 1rem; }
    @media (max-width: 60rem) {
      main { grid-template-columns: minmax(0, 1fr); }
      .left { position: static; }
      #map { height: 58vh; }
    }
    @media (max-width: 40rem) {
      #categories td.bar { display: none; }
      #categories th:nth-child(3) { display: none; }
      #categories td:first-child { min-width: 0; }
      .only, #categories th:nth-child(2), #categories td:nth-child(2) { display: none; }
      th { white-space: normal; }
      dl { grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); }
    }
    @page { margin: 14mm 12mm; }
    @media print {
      :root { color-scheme: light; --paper: #ffffff; --raised: #f2f0ed; --ink: #000000; --quiet: #4a4642;
        --rule: #c4bfb8; --accent: #8a2530; --bar: #e3a15f; --heat: #b7311b; }
      body { font-size: 9pt; padding: 0; max-width: none; }
      header .marking, footer .marking, .tools, .below, #status, .hint, .row, .only, #repeat, details, .leaflet-control-zoom, #card button { display: none; }
      main { display: block; }
      .left { position: static; }
      section, .frame { break-inside: avoid; }
      .handle { display: none; }
    }
    """#
}
