import Cartography
import Geometry
import GeoPackages
import Interchange
import Tables

/// Writes the layers of a pack as one GeoPackage, each with its style, and a project of QGIS that stacks
/// them.
struct PackGeoPackage {
  let layers: [PackLayers.Layer]
  /// What a column is called and holds.
  let columnWords: (String, FeatureTable) -> ColumnWords?
  /// The title of the project.
  let title: String
  /// The protective marking.
  let marking: String?
  /// What has to be said of the sources.
  let credits: [String]

  /// Collects the layers of a pack.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  init(_ writer: PackWriter) throws {
    let all = PackLayers(writer)
    (layers, columnWords) = (try all.all(), all.words(for:in:))
    let (result, pack) = (writer.result, writer.result.pack)
    title = pack.heading(period: result.areas.period.words).text
    (marking, credits) = (pack.marking, pack.credits)
  }

  /// Writes the file.
  ///
  /// - Parameter path: The file, which appears when it is complete.
  /// - Throws: ``OutputError``, ``ProjectionError``, ``GeoPackageError``.
  func write(to path: String) throws {
    let file = try OutputFile(path: path)
    let location = try file.requireLocation(for: "a GeoPackage")
    let reference = try SpatialReference(crs: layers.first?.table.crs ?? "")
    var writer: GeoPackageWriter?
    for layer in layers {
      let described = describe(layer, reference)
      if let writer {
        try writer.begin(described)
      } else {
        writer = try GeoPackageWriter(path: location, layer: described)
      }
      try writer?.append(layer.table)
    }
    var notes = GeoPackageNotes()
    notes.documents = [PackMetadata(title: title, marking: marking, credits: credits).document]
    notes.project = GeoPackageNotes.Project(
      name: Self.projectName, xml: project(reference, file: PackGeoPackage.name(of: path)).xml)
    try writer?.finish(notes)
    try file.commit()
  }

  /// The name of the project in the file.
  static let projectName = "Briefing pack"

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func describe(
    _ layer: PackLayers.Layer, _ reference: SpatialReference
  ) -> GeoPackageLayer {
    var described = GeoPackageLayer(of: layer.table, reference: reference)
    (described.title, described.description) = (layer.title, layer.description)
    described.styles = layer.styles.map { .init(name: $0.name, qml: $0.style.qml) }
    for (index, column) in described.columns.enumerated() {
      guard let words = columnWords(column.name, layer.table) else { continue }
      described.columns[index].title = words.title
      described.columns[index].description = words.sentence
    }
    described.documents = [
      PackMetadata(
        title: layer.title, abstract: layer.description, marking: marking, credits: credits
      )
      .qgisDocument
    ]
    return described
  }

  /// The project: the layers with what they are called, and the borders of the largest areas over all.
  private func project(_ reference: SpatialReference, file: String) -> QGISProject {
    var shown = layers.map {
      QGISProject.Layer(
        title: $0.title, table: $0.table.name, style: $0.styles[0].style, isShown: $0.isShown)
    }
    // The layer of the fewest areas tells people where they are.
    let areas = layers.filter { $0.table.name.hasPrefix("areas") }
    if let frame = areas.min(by: { $0.table.rowCount < $1.table.rowCount }),
      let style = frame.styles.first(where: { $0.name == PackLayers.borders })?.style
    {
      let place = shown.firstIndex { $0.table != "hotspots" } ?? 0
      shown.insert(
        QGISProject.Layer(
          title: "Borders and names", table: frame.table.name, style: style, isShown: true),
        at: place)
    }
    let code = reference.organization == "NONE" ? "" : "\(reference.organization):\(reference.code)"
    return QGISProject(
      title: title, file: file, layers: shown,
      system: .init(code: code, definition: reference.definition), extent: extent)
  }

  private var extent: Box {
    layers.reduce(into: .empty) { box, layer in
      if case .areas(let outlines) = layer.table.geometry { box.formUnion(outlines.box) }
    }
  }
}
