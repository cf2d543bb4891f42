extension QGISStyle {
  /// The style as QGIS 3 reads it.
  package var qml: String {
    """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22.0" styleCategories="Symbology|Labeling|Rendering|Fields" \
    labelsEnabled="\(labels == nil ? 0 : 1)" hasScaleBasedVisibilityFlag="0">
    \(drawing)</qgis>

    """
  }

  /// What styles and projects have in common: the classes, the labels and the opacity.
  var drawing: String {
    var text = """
        <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
          <rules key="{hotspots}">

      """
    for (index, rule) in rules.enumerated() {
      let filter = XMLText.escaped(rule.filter ?? "ELSE")
      text += """
              <rule key="{hotspots-\(index)}" symbol="\(index)" filter="\(filter)" \
        label="\(XMLText.escaped(rule.label))"/>

        """
    }
    text += "    </rules>\n    <symbols>\n"
    for (index, rule) in rules.enumerated() {
      text += """
              <symbol type="fill" name="\(index)" alpha="1" clip_to_extent="1" force_rhr="0">
        \(layers(of: rule).joined(separator: "\n"))
              </symbol>

        """
    }
    return text + "    </symbols>\n  </renderer-v2>\n" + (labels?.xml ?? "")
      + "  <blendMode>0</blendMode>\n  <featureBlendMode>0</featureBlendMode>\n"
      + "  <layerOpacity>\(opacity)</layerOpacity>\n" + aliasLines
  }

  /// What columns are called; QGIS finds them by their names, and the positions are its own matter.
  private var aliasLines: String {
    if aliases.isEmpty { return "" }
    let lines = aliases.enumerated().map { index, alias in
      "    <alias index=\"\(index + 1)\" field=\"\(XMLText.escaped(alias.column))\" "
        + "name=\"\(XMLText.escaped(alias.title))\"/>\n"
    }
    return "  <aliases>\n\(lines.joined())  </aliases>\n"
  }

  /// Returns the drawing of a class: a fill with a line around it, and the hatch.
  private func layers(of rule: Rule) -> [String] {
    let ink = Palette.quietInk
    let hatch = [rule.hatch].compactMap(\.self).map { hatch in
      QGISSymbol.fill(hatch.ink, pattern: Self.pattern(of: hatch.kind), edge: ink, millimetres: 0.1)
    }
    return switch edge {
    case .thin: [QGISSymbol.fill(rule.fill, edge: ink, millimetres: 0.1)] + hatch
    case .own: [QGISSymbol.fill(rule.fill, edge: rule.fill, millimetres: 0.1)] + hatch
    case .cased:
      [
        QGISSymbol.fill(nil, edge: Palette.paper, millimetres: 1.1),
        QGISSymbol.fill(nil, edge: Palette.ink, millimetres: 0.5),
      ]
    case .bare: [QGISSymbol.fill(nil, edge: ink, millimetres: 0.3)]
    }
  }

  /// Returns what QGIS calls a hatch.
  private static func pattern(of kind: Hatch.Kind) -> String {
    switch kind {
    case .rising: "b_diagonal"
    case .falling: "f_diagonal"
    case .dots: "dense6"
    }
  }
}
