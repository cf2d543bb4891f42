/// An area as people speak of it: `Westminster 013E, West End, by Oxford Street`.
package struct KnownArea: Sendable, Equatable {
  /// Its own name; its code where it has none.
  package let name: String
  /// The name of the larger area in which most of its incidents lie, else most of its ground; `nil` if
  /// nothing tells.
  package let surrounding: String?
  /// Its commonest street, as people say it; `nil` if none holds a tenth of its incidents.
  package let street: String?

  /// Describes an area.
  ///
  /// A surrounding that the name begins with already, as `Candlemarket 001A` does with `Candlemarket`, is
  /// left out.
  package init(name: String, surrounding: String? = nil, street: String? = nil) {
    self.name = name
    let repeats = surrounding.map { name.lowercased().hasPrefix($0.lowercased()) } ?? false
    self.surrounding = repeats ? nil : surrounding
    self.street = street
  }

  /// All that is known, in words.
  package var words: String {
    [name, surrounding, street.map { "by \($0)" }].compactMap(\.self).joined(separator: ", ")
  }

  /// The area in words, the longest first, for where there is little room: the street tells more than the
  /// larger area, which the map shows.
  package var forms: [String] {
    var forms = [words]
    if let street, let surrounding {
      forms += ["\(name), by \(street)", "\(name), \(surrounding)"]
    }
    if forms.last != name { forms.append(name) }
    return forms
  }
}
