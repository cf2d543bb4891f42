package import Geometry

/// A project of QGIS that shows the layers of a file one over the other, as a map does.
///
/// A GeoPackage can hold styles of layers, but not their order, nor names for people: QGIS takes both
/// from a project, which it can keep in the same file.
package struct QGISProject: Sendable {
  /// A layer of the project.
  package struct Layer: Sendable {
    /// The name in the list of layers.
    package var title: String
    /// The table in the file.
    package var table: String
    /// How it is drawn.
    package var style: QGISStyle
    /// Whether it is shown at first.
    package var isShown: Bool

    /// Describes a layer.
    package init(title: String, table: String, style: QGISStyle, isShown: Bool) {
      (self.title, self.table, self.style, self.isShown) = (title, table, style, isShown)
    }
  }

  /// The coordinate system of all layers.
  package struct System: Sendable {
    /// The authority and its number: `EPSG:27700`; empty for a system that none has registered.
    package var code: String
    /// Well-known text.
    package var definition: String

    /// Describes a system.
    package init(code: String, definition: String) {
      (self.code, self.definition) = (code, definition)
    }
  }

  /// The title of the window.
  package var title: String
  /// The name of the file in which the layers and the project are.
  package var file: String
  /// The layers, the uppermost first.
  package var layers: [Layer]
  /// Their coordinate system.
  package var system: System
  /// What is shown at first.
  package var extent: Box

  /// Describes a project.
  package init(
    title: String, file: String, layers: [Layer], system: System, extent: Box
  ) {
    (self.title, self.file, self.layers) = (title, file, layers)
    (self.system, self.extent) = (system, extent)
  }

  /// The project as QGIS 3 reads it.
  package var xml: String {
    let tree = layers.enumerated().map { index, layer in
      """
          <layer-tree-layer id="\(identifier(index))" name="\(XMLText.escaped(layer.title))" \
      source="\(source(layer))" providerKey="ogr" expanded="\(layer.isShown ? 1 : 0)" \
      checked="\(layer.isShown ? "Qt::Checked" : "Qt::Unchecked")"/>
      """
    }
    let maps = layers.enumerated().map { index, layer in
      """
          <maplayer type="vector" geometry="Polygon" wkbType="MultiPolygon" \
      labelsEnabled="\(layer.style.labels == nil ? 0 : 1)" hasScaleBasedVisibilityFlag="0">
            <id>\(identifier(index))</id>
            <datasource>\(source(layer))</datasource>
            <layername>\(XMLText.escaped(layer.title))</layername>
            <srs>\(systemXML)</srs>
            <provider encoding="UTF-8">ogr</provider>
      \(layer.style.drawing)    </maplayer>
      """
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" projectname="\(XMLText.escaped(title))">
        <homePath path=""/>
        <title>\(XMLText.escaped(title))</title>
        <projectCrs>\(systemXML)</projectCrs>
        <layer-tree-group>
      \(tree.joined(separator: "\n"))
        </layer-tree-group>
        <mapcanvas name="theMapCanvas" annotationsVisible="1">
          <units>meters</units>
          <extent>
            <xmin>\(extent.minX)</xmin>
            <ymin>\(extent.minY)</ymin>
            <xmax>\(extent.maxX)</xmax>
            <ymax>\(extent.maxY)</ymax>
          </extent>
          <rotation>0</rotation>
          <destinationsrs>\(systemXML)</destinationsrs>
        </mapcanvas>
        <projectlayers>
      \(maps.joined(separator: "\n"))
        </projectlayers>
        <properties>
          <SpatialRefSys>
            <ProjectionsEnabled type="int">1</ProjectionsEnabled>
          </SpatialRefSys>
          <Paths>
            <Absolute type="bool">false</Absolute>
          </Paths>
        </properties>
      </qgis>

      """
  }

  private func identifier(_ index: Int) -> String {
    "layer_\(index + 1)_\(XMLText.identifier(layers[index].table))"
  }

  private func source(_ layer: Layer) -> String {
    XMLText.escaped("./\(file)|layername=\(layer.table)")
  }

  private var systemXML: String {
    // Well-known text comes on many lines; the ends of lines mean nothing in it.
    let definition = system.definition.split(whereSeparator: \.isNewline).joined()
    return """
      <spatialrefsys><wkt>\(XMLText.escaped(definition))</wkt><authid>\
      \(XMLText.escaped(system.code))</authid></spatialrefsys>
      """
  }
}
