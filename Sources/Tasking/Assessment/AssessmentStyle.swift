/// The style sheet of an assessment on screens: light and dark, wide and narrow.
enum AssessmentStyle {
  /// The rules for every medium.
  static let common =
    PageStyle.common + "\n" + """
      h2 .no { color: var(--accent); margin-right: .35em; font-variant-numeric: tabular-nums; }
      .lead { margin: 0 0 1rem; font-size: 1.3rem; line-height: 1.35; font-weight: 600; text-wrap: pretty; }
      .findings, .sources, .brief, .aside { line-height: 1.5; }
      .findings { margin: 0 0 1rem; padding-left: 1.15rem; }
      .findings li { margin: .4rem 0; }
      .prose { margin: 0 0 .8rem; line-height: 1.55; }
      .brief { margin: 0; padding: 0; list-style: none; }
      .brief li { padding: .7rem 0; border-bottom: 1px solid var(--rule); font-size: 1.08rem; text-wrap: pretty; }
      .brief li:last-child { border-bottom: 0; }
      .to { display: block; margin-top: .15rem; font-size: .9rem; color: var(--quiet); }
      .figure-title { margin: 0 0 .5rem; font-weight: 600; line-height: 1.35; }
      .figure-title .no, caption .no { color: var(--accent); margin-right: .35em; }
      .remark { display: block; margin-top: .15rem; max-width: 46rem; color: var(--quiet); font-weight: 400; font-size: .9rem; }
      .unit { color: var(--quiet); font-weight: 400; white-space: nowrap; }
      .total th, .total td { font-weight: 700; }
      tfoot tr:first-child > * { border-top: 2px solid var(--quiet); }
      tfoot th { min-width: 9rem; }
      .aside { color: var(--quiet); font-size: .92rem; }
      h3.aside { margin: 1.5rem 0 .3rem; color: var(--ink); font-size: 1rem; }
      p.aside { margin: .3rem 0; }
      ul.aside { margin: .3rem 0 0; padding-left: 1.15rem; }
      .toc { margin: 0; padding: 0; list-style: none; }
      .toc a { color: var(--ink); text-decoration: none; }
      .cover .place { margin: 0; color: var(--accent); font-weight: 600; font-size: 1.1rem; }
      .cover h1 { letter-spacing: -.01em; text-wrap: balance; }
      .credit, .data, .choices dd, .choices dt, .sources li { overflow-wrap: anywhere; }
      [data-page-of] { font-variant-numeric: tabular-nums; }
      """

  /// The rules for screens.
  static let screen =
    PageStyle.narrow + "\n" + """
      html { scroll-padding-top: 1.5rem; }
      body { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); column-gap: 3.5rem;
        max-width: 82rem; padding: 0 2rem 4rem; }
      .cover { grid-column: 1 / -1; margin-bottom: 1.25rem; padding: 2.25rem 0 1.25rem; border-bottom: 3px solid var(--accent); }
      .cover .marking { padding: 0 0 1.5rem; }
      .cover h1 { margin: .2rem 0 .35rem; font-size: clamp(1.9rem, 5vw, 3rem); line-height: 1.1; }
      .cover .subtitle { margin: 0 0 .4rem; font-size: 1.15rem; }
      .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto;
        padding: 1.25rem 0 1.5rem; font-size: .93rem; line-height: 1.35; }
      .contents h2 { margin: 0 0 .5rem; padding-left: .7rem; font-size: .93rem; color: var(--quiet); }
      .toc a { display: flex; gap: .5rem; padding: .32rem .5rem .32rem .55rem; border-left: 3px solid var(--rule); }
      .toc a:hover .name { text-decoration: underline; }
      .toc a[aria-current] { border-left-color: var(--accent); font-weight: 600; background: var(--raised); }
      .toc .no { flex: 0 0 1.35rem; color: var(--quiet); font-variant-numeric: tabular-nums; text-align: right; }
      .toc .leader, .toc .page { display: none; }
      .print { margin: 1rem 0 0 .7rem; padding: .35rem .7rem; font: inherit; color: var(--ink); cursor: pointer;
        background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; }
      .print:hover { background: var(--raised); }
      main { max-width: 58rem; padding-top: 1.25rem; }
      section { margin-top: 4rem; }
      section:first-child { margin-top: 0; }
      h2 { font-size: 1.65rem; }
      .lead, .findings, .prose, .brief, .aside, .lede, .sources { max-width: 43rem; }
      figure { margin: 1.75rem 0 2rem; }
      figcaption { max-width: 46rem; margin-bottom: 0; }
      .scroll { margin: 1.75rem 0 2rem; }
      .closing h3 { margin-top: 1.75rem; }
      .credits { grid-column: 2; max-width: 58rem; padding-top: .75rem; }
      @media (min-width: 62.01rem) {
        th, td { padding-left: .6rem; padding-right: .6rem; }
      }
      @media (max-width: 62rem) {
        body { display: block; max-width: 60rem; }
        .contents { position: static; max-height: none; padding: 0 0 1rem; border-bottom: 1px solid var(--rule); }
        .toc { columns: 2; column-gap: 2rem; }
        .toc li { break-inside: avoid; }
        main { padding-top: 2rem; }
      }
      @media (max-width: 40rem) {
        body { padding: 0 .9rem 2rem; }
        .cover { padding-top: 1rem; }
        .toc { columns: 1; }
        .toc a { padding-top: .5rem; padding-bottom: .5rem; }
        section { margin-top: 3rem; }
        .lead { font-size: 1.15rem; }
        tfoot th { min-width: 8rem; }
      }
      """
}
