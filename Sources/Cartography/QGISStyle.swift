import Statistics
package import Tables

/// The colours of a map as a style that QGIS reads (QML), so that a layer opens as the map shows
/// it.
///
/// Each class is a rule with a filter of its own, because a rule can say what a class really holds:
/// from its threshold up to, and without, the next. Areas without a value have a rule too.
package struct QGISStyle: Sendable, Equatable {
  /// A class of the style.
  package struct Rule: Sendable, Equatable {
    /// The class in words.
    package var label: String
    /// Which features it holds, as an expression of QGIS; `nil` for those that no other rule
    /// holds.
    package var filter: String?
    /// What they are filled with.
    package var fill: Colour
    /// How they are hatched, as areas without a value are; `nil` for those that are not.
    package var hatch: Hatch?

    /// Whether they are hatched.
    package var isHatched: Bool { hatch != nil }

    /// Describes a class.
    package init(label: String, filter: String?, fill: Colour, hatch: Hatch? = nil) {
      self.label = label
      self.filter = filter
      self.fill = fill
      self.hatch = hatch
    }
  }

  /// How the features of a layer are edged.
  package enum Edge: Sendable, Equatable {
    /// By a thin quiet line.
    case thin
    /// By a line of the colour of the fill, which closes the hairlines between neighbours.
    case own
    /// By a dark line on a white one and without a fill, so that it shows over anything.
    case cased
    /// By a thin quiet line and without a fill.
    case bare
  }

  /// The classes in the order of the key.
  package var rules: [Rule]
  /// How all of them are edged.
  package var edge = Edge.thin
  /// How much of what lies below is covered, up to 1.
  package var opacity = 1.0
  /// What is written into the features; `nil` for nothing.
  package var labels: QGISLabels?
  /// What columns are called in forms and tables, where that is not their name.
  package var aliases: [Alias] = []

  /// What a column is called.
  package struct Alias: Sendable, Equatable {
    /// The column.
    package var column: String
    /// Its name for people.
    package var title: String

    /// Describes a column.
    package init(column: String, title: String) { (self.column, self.title) = (column, title) }
  }

  /// Describes a style by its classes.
  package init(rules: [Rule]) { self.rules = rules }

  /// The classes that a map of a column would have.
  ///
  /// - Parameters:
  ///   - table: Areas with the column.
  ///   - value: The column.
  ///   - classification: How areas are put into classes.
  /// - Throws: ``AreaMapError`` as for the map.
  package init(
    areasOf table: FeatureTable, value: MapValue,
    classification: Classification = .fitted(.naturalBreaks, classes: 5)
  ) throws(AreaMapError) {
    let description = MapDescription(title: "", subtitle: "", value: value)
    let classes = try MapClasses(
      areas: MappedAreas(of: table, description: description), classification: classification)
    let (breaks, name) = (classes.breaks, Self.quoted(value.column))
    rules = classes.counts.indices.map { index in
      Rule(
        label: classes.labels[index], filter: Self.filter(of: index, in: breaks, name),
        fill: classes.fill(ofClass: index).fill ?? Palette.absent)
    }
    if classes.absentCount > 0 {
      rules.append(
        Rule(label: "no data", filter: "\(name) IS NULL", fill: Palette.absent, hatch: .absent))
    }
  }

  /// The classes of a map of significance, by a column whose whole numbers are those of the key.
  ///
  /// - Parameters:
  ///   - key: The classes in words and colours, the lowest first.
  ///   - filters: Which features each class holds, as expressions of QGIS.
  package init(key: SignificanceKey, filters: [String]) {
    rules = zip(zip(key.labels, key.colours), filters).reversed().map { class_, filter in
      Rule(label: class_.0, filter: filter, fill: class_.1)
    }
    rules.append(Rule(label: "not tested", filter: nil, fill: Palette.absent, hatch: .absent))
  }

  /// The classes of bands of density, by the number of the band.
  ///
  /// - Parameters:
  ///   - column: The column with the numbers.
  ///   - numbers: The numbers, the lowest first.
  ///   - bandCount: How many bands there are with those without ground.
  ///   - labels: The bands in words.
  package init(bandsOf column: String, numbers: [Int], bandCount: Int, labels: [String]) {
    let colours = Palette.bands(bandCount)
    rules = zip(numbers, labels).map { number, label in
      Rule(label: label, filter: "\(Self.quoted(column)) = \(number)", fill: colours[number - 1])
    }
  }

  /// Returns the expression for a class of breaks.
  private static func filter(
    of index: Int, in breaks: ClassBreaks, _ name: String
  ) -> String {
    if breaks.separatesZero && index == 0 { return "\(name) = 0" }
    let place = index - (breaks.separatesZero ? 1 : 0)
    let low = place > 0 ? "\(name) >= \(breaks.thresholds[place - 1])" : nil
    let first = low ?? (breaks.separatesZero ? "\(name) > 0" : nil)
    let high = place < breaks.thresholds.count ? "\(name) < \(breaks.thresholds[place])" : nil
    let parts = [first, high].compactMap(\.self)
    return parts.isEmpty ? "\(name) IS NOT NULL" : parts.joined(separator: " AND ")
  }

  /// Returns a column's name as expressions take it.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
