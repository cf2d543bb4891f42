/// What QGIS writes into the features of a layer.
package struct QGISLabels: Sendable, Equatable {
  /// How labels look.
  package enum Look: Sendable, Equatable {
    /// Names with a halo, on several lines, dropped where they would overlap.
    case names
    /// Numbers in small discs, all of them.
    case badges
  }

  /// The column that is written.
  package var column: String
  /// How it looks.
  package var look: Look

  /// Describes labels.
  package init(column: String, look: Look) { (self.column, self.look) = (column, look) }

  /// The labels as QGIS 3 reads them.
  var xml: String {
    let isBadge = look == .badges
    let paper = Palette.paper.components
    let background =
      isBadge
      ? """
            <background shapeDraw="1" shapeType="3" shapeSizeType="0" shapeSizeX="0.5" \
      shapeSizeY="0.5" shapeSizeUnit="MM" shapeOpacity="1" shapeFillColor="\(paper),255" \
      shapeBorderColor="\(Palette.ink.components),255" shapeBorderWidth="0.3" \
      shapeBorderWidthUnit="MM" shapeRotationType="0" shapeRotation="0" shapeJoinStyle="64">
              <symbol type="fill" name="fillSymbol" alpha="1" clip_to_extent="1" force_rhr="0">
      \(QGISSymbol.fill(Palette.paper, edge: Palette.ink, millimetres: 0.3))
              </symbol>
            </background>

      """ : ""
    // Over an inner point of the whole feature, or level wherever there is room.
    let placement =
      isBadge
      ? "placement=\"1\" quadOffset=\"4\" centroidInside=\"1\" centroidWhole=\"1\""
      : "placement=\"4\" polygonPlacementFlags=\"2\" priority=\"5\""
    return """
        <labeling type="simple">
          <settings calloutType="simple">
            <text-style fieldName="\(XMLText.escaped(column))" isExpression="0" \
      fontFamily="\(QGISLabels.family)" fontSize="\(isBadge ? 8 : 9)" fontSizeUnit="Point" \
      fontWeight="\(isBadge ? 75 : 50)" namedStyle="\(isBadge ? "Bold" : "")" \
      textColor="\(Palette.ink.components),255" textOpacity="1" textOrientation="horizontal" \
      multilineHeight="1">
              <text-buffer bufferDraw="\(isBadge ? 0 : 1)" bufferSize="0.8" bufferSizeUnits="MM" \
      bufferColor="\(paper),255" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128"/>
      \(background)      </text-style>
            <text-format wrapChar="" autoWrapLength="\(isBadge ? 0 : 14)" \
      useMaxLineLengthForAutoWrap="1" multilineAlign="1" formatNumbers="0"/>
            <placement \(placement) dist="0" labelOffsetMapUnitScale="3x:0,0,0,0,0,0"/>
            <rendering drawLabels="1" displayAll="\(isBadge ? 1 : 0)" obstacle="\(isBadge ? 1 : 0)" \
      obstacleType="1" labelPerPart="0" maxNumLabels="2000" scaleVisibility="0"/>
          </settings>
        </labeling>

      """
  }

  /// The typeface of maps; QGIS takes its own where the computer has none of them.
  static let family = "Arial"
}
