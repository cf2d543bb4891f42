/// The drawing of a symbol as QGIS 3 reads it.
enum QGISSymbol {
  /// Returns a fill with a line around it.
  ///
  /// - Parameters:
  ///   - colour: The colour; `nil` for the line alone.
  ///   - pattern: How it is filled: `solid`, `b_diagonal`, `f_diagonal`, `dense6`.
  ///   - edge: The colour of the line.
  ///   - millimetres: How wide the line is.
  /// - Returns: A layer of a symbol.
  static func fill(
    _ colour: Colour?, pattern: String = "solid", edge: Colour, millimetres: Double
  ) -> String {
    let options = [
      ("color", "\((colour ?? Palette.paper).components),255"),
      ("style", colour == nil ? "no" : pattern),
      ("outline_color", "\(edge.components),255"), ("outline_style", "solid"),
      ("outline_width", "\(millimetres)"), ("outline_width_unit", "MM"), ("joinstyle", "round"),
    ]
    let lines = options.map { name, value in
      // QGIS up to 3.24 reads the first form, later ones the second.
      """
                <prop k="\(name)" v="\(value)"/>
      """
    }
    let map = options.map { name, value in
      """
                  <Option type="QString" name="\(name)" value="\(value)"/>
      """
    }
    return """
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
      \(map.joined(separator: "\n"))
                  </Option>
      \(lines.joined(separator: "\n"))
                </layer>
      """
  }
}

extension Colour {
  /// The parts as QGIS writes them: `178,24,43`.
  var components: String { "\(red),\(green),\(blue)" }
}
