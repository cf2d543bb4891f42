import Foundation
import FoundationXML
import Geometry
import Testing

@testable import Cartography

@Suite("Projects for QGIS")
struct QGISProjectTests {
  private static let project = QGISProject(
    title: "A & B", file: "pack.gpkg",
    layers: [
      .init(
        title: "Hotspots", table: "hotspots",
        style: QGISStyle(rules: [.init(label: "h", filter: nil, fill: Palette.paper)]),
        isShown: true),
      .init(
        title: "Incidents by ward", table: "areas-x \"y\"",
        style: QGISStyle(rules: [.init(label: "a", filter: "\"n\" > 0", fill: Palette.zero)]),
        isShown: false),
    ], system: .init(code: "EPSG:27700", definition: "PROJCS[\"x\"]"),
    extent: Box(minX: 1, minY: 2, maxX: 3, maxY: 4))

  private func values(_ path: String) throws -> [String?] {
    try XMLDocument(xmlString: Self.project.xml).nodes(forXPath: path).map(\.stringValue)
  }

  @Test("the list of layers begins with the uppermost, and only those shown are checked")
  func order() throws {
    #expect(
      try values("/qgis/layer-tree-group/layer-tree-layer/@name") == [
        "Hotspots", "Incidents by ward",
      ])
    #expect(
      try values("/qgis/layer-tree-group/layer-tree-layer/@checked") == [
        "Qt::Checked", "Qt::Unchecked",
      ])
    #expect(try values("/qgis/title") == ["A & B"])
  }

  @Test("each layer of the list is one of the project, with its file, its style and its system")
  func layers() throws {
    #expect(
      try values("//layer-tree-layer/@id") == values("/qgis/projectlayers/maplayer/id"))
    #expect(
      try values("/qgis/projectlayers/maplayer/datasource") == [
        "./pack.gpkg|layername=hotspots", "./pack.gpkg|layername=areas-x \"y\"",
      ])
    #expect(try values("//maplayer/renderer-v2/rules/rule/@filter") == ["ELSE", "\"n\" > 0"])
    #expect(
      try values("//spatialrefsys/authid") == Array(repeating: "EPSG:27700", count: 4))
    #expect(try values("//mapcanvas/extent/*") == ["1.0", "2.0", "3.0", "4.0"])
  }
}
