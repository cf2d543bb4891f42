/// The categories of incidents, spelt as data.police.uk spells them.
package enum Offence: String, CaseIterable, Sendable {
  case antiSocialBehaviour = "Anti-social behaviour"
  case bicycleTheft = "Bicycle theft"
  case burglary = "Burglary"
  case criminalDamage = "Criminal damage and arson"
  case drugs = "Drugs"
  case otherCrime = "Other crime"
  case otherTheft = "Other theft"
  case weapons = "Possession of weapons"
  case publicOrder = "Public order"
  case robbery = "Robbery"
  case shoplifting = "Shoplifting"
  case theftFromThePerson = "Theft from the person"
  case vehicleCrime = "Vehicle crime"
  case violence = "Violence and sexual offences"

  /// How many of a thousand incidents belong to the category.
  var perThousand: Int {
    switch self {
    case .antiSocialBehaviour: 80
    case .bicycleTheft: 30
    case .burglary: 40
    case .criminalDamage: 25
    case .drugs: 17
    case .otherCrime: 5
    case .otherTheft: 200
    case .weapons: 3
    case .publicOrder: 35
    case .robbery: 25
    case .shoplifting: 130
    case .theftFromThePerson: 250
    case .vehicleCrime: 50
    case .violence: 110
    }
  }

  /// Whether the incidents follow homes rather than visitors.
  var followsHomes: Bool {
    switch self {
    case .antiSocialBehaviour, .bicycleTheft, .burglary, .criminalDamage, .vehicleCrime: true
    default: false
    }
  }

  /// Whether pubs and clubs draw the incidents into the night.
  var followsNightLife: Bool {
    switch self {
    case .drugs, .otherTheft, .publicOrder, .robbery, .theftFromThePerson, .violence, .weapons: true
    default: false
    }
  }

  /// How many of a thousand incidents have a window of each kind; the rest have a time.
  var windows: (outing: Int, workingDay: Int, overnight: Int, away: Int) {
    switch self {
    case .burglary: (60, 330, 330, 160)
    case .vehicleCrime: (110, 150, 550, 90)
    case .bicycleTheft: (130, 480, 170, 100)
    case .criminalDamage: (100, 100, 370, 50)
    case .otherTheft: (400, 60, 40, 10)
    case .theftFromThePerson: (345, 0, 4, 0)
    case .shoplifting: (70, 0, 0, 0)
    case .violence: (35, 0, 5, 12)
    case .robbery: (40, 0, 0, 0)
    default: (30, 0, 0, 0)
    }
  }
}
