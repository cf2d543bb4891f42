/// A made-up table of what each category of incidents counts for, in days.
enum WeightsFile {
  /// The name of the file in `samples/`.
  static let name = "weights.csv"

  /// The text of the file: a row for each category but anti-social behaviour, which has no value.
  static var text: String {
    "category,value\n"
      + Offence.allCases.compactMap { offence in
        offence.days.map { "\(offence.rawValue),\($0)\n" }
      }.joined()
  }
}

extension Offence {
  /// The days that an incident counts for in the sample; `nil` for none.
  fileprivate var days: Int? {
    switch self {
    case .antiSocialBehaviour: nil
    case .bicycleTheft: 2
    case .burglary: 20
    case .criminalDamage: 4
    case .drugs: 3
    case .otherCrime: 5
    case .otherTheft: 2
    case .weapons: 60
    case .publicOrder: 6
    case .robbery: 300
    case .shoplifting: 1
    case .theftFromThePerson: 3
    case .vehicleCrime: 5
    case .violence: 90
    }
  }
}
