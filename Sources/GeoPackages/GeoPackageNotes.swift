/// What a GeoPackage says beside its layers.
package struct GeoPackageNotes: Sendable, Equatable {
  /// A text of metadata.
  package struct Document: Sendable, Equatable {
    /// The standard that the text follows, as a URI.
    package var standard: String
    /// What the text is, such as `text/xml`.
    package var mimeType: String
    /// The text.
    package var text: String

    /// Describes a text.
    package init(standard: String, mimeType: String = "text/xml", text: String) {
      (self.standard, self.mimeType, self.text) = (standard, mimeType, text)
    }
  }

  /// A project of QGIS, as it keeps them in GeoPackages: which layers there are, in which order.
  package struct Project: Sendable, Equatable {
    /// The name by which people open it.
    package var name: String
    /// The project as QGIS writes it, uncompressed.
    package var xml: String

    /// Describes a project.
    package init(name: String, xml: String) { (self.name, self.xml) = (name, xml) }
  }

  /// What holds for the whole file.
  package var documents: [Document] = []
  /// A project that shows the layers; `nil` for none.
  package var project: Project?

  /// Says nothing.
  package init() {}
}
