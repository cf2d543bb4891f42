/// The names of categories, as people and as columns know them.
package enum CategoryName {
  /// Returns the one name of a category that is written in several ways.
  ///
  /// data.police.uk's files say `Anti-social behaviour`, its interface says `anti-social-behaviour`.
  /// `NULL`, `N/A`, `Unknown`, a dash and the other words of ``AbsentText`` are no name at all, like an
  /// empty field; but people go missing, and that is a category.
  package static func canonical(_ name: String) -> String {
    if let known = policeSlugs[name] { return known }
    return AbsentText.isAbsent(name) && !meaningful.contains(name.lowercased()) ? "" : name
  }

  /// Words for nothing that are categories in lists of calls.
  private static let meaningful: Set<String> = ["missing", "pending"]

  /// Returns the end of a column's name: `Theft from the person` gives `theft_from_the_person`.
  ///
  /// Lower case; each run of characters other than letters and digits becomes one underscore; a
  /// blank name is `not_recorded`.
  package static func columnKey(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      let isPart =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      if isPart {
        key.unicodeScalars.append(scalar)
      } else if !key.isEmpty && key.last != "_" {
        key.append("_")
      }
    }
    while key.last == "_" { key.removeLast() }
    return key.isEmpty ? "not_recorded" : key
  }

  private static let policeSlugs: [String: String] = [
    "anti-social-behaviour": "Anti-social behaviour",
    "bicycle-theft": "Bicycle theft",
    "burglary": "Burglary",
    "criminal-damage-arson": "Criminal damage and arson",
    "drugs": "Drugs",
    "other-crime": "Other crime",
    "other-theft": "Other theft",
    "possession-of-weapons": "Possession of weapons",
    "public-order": "Public order",
    "robbery": "Robbery",
    "shoplifting": "Shoplifting",
    "theft-from-the-person": "Theft from the person",
    "vehicle-crime": "Vehicle crime",
    "violent-crime": "Violence and sexual offences",
  ]
}
