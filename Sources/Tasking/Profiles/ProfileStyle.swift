/// The style of the pages of areas: that of the pack, with two columns that fit one sheet.
struct ProfileStyle {
  let marking: String?

  /// The style sheet.
  var text: String { PackStyle(marking: marking).text + "\n" + Self.own }

  private static let own = """
    main { margin-top: 1.25rem; }
    .paragraph { max-width: 62rem; font-size: 1.08rem; }
    .panels { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 0 2.5rem; }
    .panel section { margin-top: 1.25rem; }
    .panel h2 { font-size: 1.15rem; margin-bottom: .4rem; }
    .place .map svg { min-width: 0; max-height: 22rem; }
    .whiskers .above { fill: currentColor; }
    .whiskers .within { fill: var(--paper); }
    .panel tbody th { min-width: 8rem; }
    .panel .small-figure figcaption { margin: .3rem 0 0; color: var(--quiet); font-size: .85rem; font-weight: 400; }
    .panel th, .panel td { padding: .25rem .5rem; }
    .facts { margin: 0; }
    .facts div { display: flex; justify-content: space-between; gap: 1rem; padding: .25rem 0;
      border-bottom: 1px solid var(--rule); }
    .facts dt { color: var(--quiet); }
    .facts dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
    #areas tbody th { min-width: 12rem; }
    @media (max-width: 50rem) { .panels { grid-template-columns: minmax(0, 1fr); } }
    @media print {
      header { padding-bottom: 2pt; }
      h1 { font-size: 16pt; }
      .subtitle { font-size: 9pt; margin: 1pt 0 2pt; }
      main { margin-top: 4pt; }
      .paragraph { max-width: none; font-size: 9.5pt; line-height: 1.32; margin: 4pt 0; }
      .panels { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 0 8mm; }
      .panel section { margin-top: 5pt; }
      .panel h2 { font-size: 10.5pt; margin-bottom: 2pt; }
      .place .map svg { max-height: 52mm; }
      .panel caption { padding: 0 0 1pt; font-size: 8pt; }
      .panel table { font-size: 7.5pt; width: 100%; }
      .panel th, .panel td { padding: 1pt 3pt; line-height: 1.25; }
      .panel tbody th { min-width: 0; }
      .panel .bar { height: 2pt; margin-top: 1pt; }
      .panel .scroll { margin-bottom: 2pt; }
      .whiskers { max-height: 60mm; }
      .facts { font-size: 8pt; line-height: 1.3; }
      .facts div { padding: 1.2pt 0; }
      .panel .small-figure figcaption { font-size: 7.5pt; line-height: 1.25; margin: 1pt 0 0; }
      footer { margin-top: 4pt; }
      footer .data { font-size: 7pt; line-height: 1.25; margin: 1pt 0; }
      header nav { display: none; }
    }
    """
}
