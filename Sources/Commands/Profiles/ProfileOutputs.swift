import CommandLineKit
import HotspotsKit

/// What `profile` writes beside its table.
struct ProfileOutputs {
  private static let long = Option<String?>(
    "long", valueName: "FILE",
    help: """
      Write a row for each category in each area here: incidents, share of the area, location quotient \
      with its 95% interval, place among all areas
      """,
    section: "Output", role: .writes(["csv", "json", "xlsx", "txt"]))
  private static let nights = Option<String?>(
    "nights", valueName: "FILE",
    help: """
      Write here which area's nights hold which part of which category: incidents expected in the \
      night, their share of the category and of the area's night
      """,
    section: "Output", role: .writes(["csv", "json", "xlsx", "txt"]))
  private static let pages = Option<String?>(
    "pages", valueName: "FOLDER",
    help: """
      Make a folder of pages here, a list and one sheet for each area: its paragraph, where it lies, \
      categories, quotients, hours and change. Earlier pages in its place are replaced
      """,
    section: "Output", role: .writesFolder)

  /// The options that are read here.
  static let specs = [
    long.spec, nights.spec, pages.spec,
    BriefingPack.markingOption.spec.adding(.needs("--pages")),
  ]

  private let long: String?
  private let nights: String?
  /// The folder of pages; `nil` for none.
  let pages: String?
  private let marking: String?

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    long = try arguments.value(of: Self.long)
    nights = try arguments.value(of: Self.nights)
    pages = try arguments.value(of: Self.pages)
    marking = try arguments.value(of: BriefingPack.markingOption)
  }

  /// Makes the folder of pages, before anything is read: one that must not be replaced is known at once.
  func makeFolder() throws(PackFolderError) -> PackFolder? {
    guard let pages else { return nil }
    return try PackFolder(path: pages)
  }

  /// Adds what is asked for to the content of the table.
  ///
  /// - Parameters:
  ///   - result: The profiles.
  ///   - folder: The folder of pages; `nil` for none.
  ///   - content: The content.
  func add(
    _ result: AreaProfiles.Result, folder: PackFolder?, to content: inout TableOutput.Content
  ) {
    if let long { content.others.append((result.longTable, long)) }
    if let nights { content.others.append((result.nightTable, nights)) }
    guard let folder else { return }
    content.folder = { [marking] record in
      let names = try ProfilePages(result, marking: marking).write(to: folder, record)
      try folder.commit()
      return names.map(folder.final)
    }
  }
}
