import Cartography
import GeoPackages

/// What a file says of who made it, from what, and who may see it, in the forms that GIS programs read.
struct PackMetadata {
  /// The title.
  var title: String
  /// What it is; empty if that is not said.
  var abstract = ""
  /// The protective marking.
  var marking: String?
  /// What has to be said of the sources, a sentence each.
  var credits: [String] = []

  /// The metadata of a whole file, in the terms of Dublin Core
  /// (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).
  var document: GeoPackageNotes.Document {
    let terms =
      [("title", title), ("abstract", abstract), ("accessRights", marking ?? "")]
      + credits.map { ("rights", $0) }
    let lines = terms.filter { !$1.isEmpty }.map { name, text in
      "  <dcterms:\(name)>\(XMLText.escaped(text))</dcterms:\(name)>\n"
    }
    return GeoPackageNotes.Document(
      standard: "http://purl.org/dc/terms/",
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <metadata xmlns:dcterms="http://purl.org/dc/terms/">
        \(lines.joined())</metadata>

        """)
  }

  /// The metadata of a layer as QGIS shows it.
  var qgisDocument: GeoPackageNotes.Document {
    let constraint = marking.map {
      "  <constraints type=\"Protective marking\">\(XMLText.escaped($0))</constraints>\n"
    }
    let rights = credits.map { "  <rights>\(XMLText.escaped($0))</rights>\n" }
    return GeoPackageNotes.Document(
      standard: "http://mrcc.com/qgis.dtd",
      text: """
        <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
        <qgis version="3.22.0">
          <type>dataset</type>
          <title>\(XMLText.escaped(title))</title>
          <abstract>\(XMLText.escaped(abstract))</abstract>
        \(constraint ?? "")\(rights.joined())</qgis>

        """)
  }
}
