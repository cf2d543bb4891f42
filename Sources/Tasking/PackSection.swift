/// One part of the page, in a file of its own.
protocol PackSection {
  /// The identifier, to which the list of contents points.
  var identifier: String { get }
  /// The heading.
  var heading: String { get }
  /// Writes what stands below the heading.
  func write(to page: inout HTMLWriter)
}
