import Statistics

/// Invented street names, each given once.
struct StreetNames {
  private var isGiven: Set<String> = []

  /// Names with accents, commas and quotation marks, as every real gazetteer has some.
  private var unusual = [
    "Beaupré Row", "Noël's Yard", "Café Passage", "Ropewalk, north end",
    "The \"Old Wherry\" Steps", "Spindlegate Wharf, upper level", "Zoë's Buildings",
    "Candle Stairs, lower landing",
  ]

  private static let beginnings = [
    "Tallow", "Quill", "Thimble", "Sparrow", "Moss", "Cinder", "Hollow", "Lark", "Wherry", "Ember",
    "Dunnock", "Bramble", "Copper", "Pewter", "Marl", "Osier", "Teasel", "Fennel", "Rook", "Plover",
    "Curlew", "Otter", "Barley", "Candle", "Spindle", "Bobbin", "Shuttle", "Anvil", "Trestle",
    "Mallow", "Thistle", "Lantern",
  ]

  private static let endings = [
    "mere", "combe", "wick", "holt", "shaw", "thorn", "stead", "garth", "thwaite", "fold", "slade",
    "hanger",
  ]

  private static let kinds = [
    "Street", "Street", "Street", "Road", "Road", "Lane", "Row", "Place", "Terrace", "Gardens",
    "Mews", "Square", "Walk", "Close", "Court", "Passage",
  ]

  /// Returns a name that was not given before; every fortieth is an unusual one while they last.
  mutating func next(with generator: inout SplitMix64) -> String {
    if isGiven.count % 40 == 20, let name = unusual.popLast() {
      isGiven.insert(name)
      return name
    }
    while true {
      let beginning = Self.beginnings[generator.below(Self.beginnings.count)]
      let ending = Self.endings[generator.below(Self.endings.count)]
      let kind = Self.kinds[generator.below(Self.kinds.count)]
      let name = "\(beginning)\(ending) \(kind)"
      if isGiven.insert(name).inserted { return name }
    }
  }
}
