package import Boundaries
import Interchange
package import Tables

/// The fields of boundary files that results of areas keep, as columns of each layer.
package struct KeptAreaFields: Sendable {
  /// The columns of each layer, with the names and in the order of the file; no layers where none are
  /// kept.
  private let layers: [(name: String, columns: [Column])]

  /// Keeps nothing.
  package init() { layers = [] }

  /// Reads the fields that are kept, and no others.
  ///
  /// - Parameters:
  ///   - kept: Which they are.
  ///   - layers: The layers of areas.
  /// - Throws: ``BoundaryError/noKeptField(field:paths:fields:)`` for a field that no layer has,
  ///   ``BoundaryError/shapefile(_:)`` for one of a kind that is not read.
  package init(_ kept: KeptFields, of layers: [BoundaryLayer]) throws(BoundaryError) {
    var names: Set<String>?
    switch kept {
    case .none:
      self.layers = []
      return
    case .all: break
    case .named(let wanted):
      let known = Set(layers.flatMap(\.fieldNames).map { $0.lowercased() })
      if let missing = wanted.first(where: { !known.contains($0.lowercased()) }) {
        var met: Set<String> = []
        throw .noKeptField(
          field: missing, paths: layers.map(\.path),
          fields: layers.flatMap(\.fieldNames).filter { met.insert($0).inserted })
      }
      names = Set(wanted.map { $0.lowercased() })
    }
    var read: [(name: String, columns: [Column])] = []
    for layer in layers {
      var columns: [Column] = []
      for field in layer.fields where names?.contains(field.name.lowercased()) ?? true {
        guard let column = try BoundaryColumns.column(field, of: layer) else { continue }
        columns.append(column)
      }
      read.append((layer.name, columns))
    }
    self.layers = read
  }

  /// Returns the columns of a layer for a table, each of another name than the table's in any letter
  /// case: `share_2` for a field `share`.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - taken: The columns of the table.
  /// - Returns: The columns in the order of the file.
  package func columns(ofLayer index: Int, beside taken: [Column]) -> [Column] {
    guard !layers.isEmpty else { return [] }
    // Packs add the last column.
    var names = Set(taken.map { $0.name.lowercased() } + ["known_as"])
    return layers[index].columns.map { column in
      var (name, number) = (column.name, 1)
      while !names.insert(name.lowercased()).inserted {
        number += 1
        name = "\(column.name)_\(number)"
      }
      return Column(name, column.values)
    }
  }

  /// What is kept, and under which names where they were taken; `nil` if nothing was asked for.
  ///
  /// - Parameter taken: Returns the columns of the table of a layer.
  /// - Returns: A choice with a sentence for each layer.
  package func choice(beside taken: (Int) -> [Column]) -> Choice? {
    guard !layers.isEmpty else { return nil }
    let kept = layers.indices.map { index in
      zip(layers[index].columns, columns(ofLayer: index, beside: taken(index))).map {
        (field: $0.name, column: $1.name)
      }
    }
    return Choice(
      "kept_fields",
      .array(
        zip(layers, kept).map { layer, pairs in
          .object([
            .init("layer", .text(layer.name)),
            .init(
              "fields",
              .array(
                pairs.map {
                  .object([.init("field", .text($0.field)), .init("column", .text($0.column))])
                })),
          ])
        }),
      sentences: zip(layers, kept).map { layer, pairs in
        let words = pairs.map { $0.field == $0.column ? $0.field : "\($0.field) as \($0.column)" }
        return "fields kept of '\(layer.name)': "
          + (words.isEmpty ? "none" : words.joined(separator: ", "))
      })
  }
}
