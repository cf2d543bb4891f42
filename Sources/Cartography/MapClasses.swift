import Statistics

/// The classes of a map with their colours and members.
struct MapClasses {
  let breaks: ClassBreaks
  /// How the breaks came about.
  let classification: Classification
  /// The key of classes that were known beforehand.
  let key: SignificanceKey?
  /// The class of each area; `nil` without a value.
  let classOfArea: [Int?]
  /// The number of areas in each class.
  let counts: [Int]
  /// The number of areas without a value.
  let absentCount: Int
  /// The part of the sum of all values that each class holds; `nil` unless classes are made by it.
  let shares: [Double]?
  /// How many classes lie below zero, if colours part there.
  private let lowClasses: Int?
  /// The label of each class.
  let labels: [String]

  /// Puts areas into classes.
  init(areas: MappedAreas, classification: Classification) throws(AreaMapError) {
    let breaks: ClassBreaks
    switch classification {
    case .given(let given): breaks = given
    case .fitted(let method, let classes):
      do {
        breaks =
          (areas.present.min() ?? 0) < 0
          ? try ClassBreaks(aroundZero: areas.present, method: method, classes: classes)
          : try ClassBreaks(of: areas.present, method: method, classes: classes)
      } catch {
        throw .unclassifiable(error)
      }
    }
    self.breaks = breaks
    self.classification = classification
    classOfArea = areas.values.map { $0.map(breaks.classIndex) }
    var counts = Array(repeating: 0, count: breaks.classCount)
    for index in classOfArea.compactMap({ $0 }) { counts[index] += 1 }
    self.counts = counts
    absentCount = classOfArea.count { $0 == nil }
    labels = LegendWords.labels(of: breaks, values: areas.present, isWhole: areas.isWhole)
    lowClasses = Self.lowClasses(of: breaks, values: areas.present)
    shares =
      if case .fitted(.equalShares, _) = classification {
        Self.shares(of: areas.values, classOfArea, count: breaks.classCount)
      } else { nil }
    key = nil
  }

  /// Takes classes that are known beforehand.
  ///
  /// - Parameters:
  ///   - key: The classes in words and colours.
  ///   - classOfArea: The position of each area's class in the key; `nil` if nothing was
  ///     tested.
  /// - Throws: ``AreaMapError/unclassifiable(_:)`` for a key of fewer than two classes.
  init(key: SignificanceKey, classOfArea: [Int?]) throws(AreaMapError) {
    do {
      breaks = try ClassBreaks(
        thresholds: key.labels.indices.dropFirst().map { Double($0) - 0.5 }, separatesZero: false)
    } catch {
      throw .unclassifiable(error)
    }
    classification = .given(breaks)
    self.classOfArea = classOfArea
    var counts = Array(repeating: 0, count: key.labels.count)
    for index in classOfArea.compactMap({ $0 }) { counts[index] += 1 }
    self.counts = counts
    absentCount = classOfArea.count { $0 == nil }
    labels = key.labels
    lowClasses = nil
    shares = nil
    self.key = key
  }

  /// Returns the part of the sum of all values that each class holds; `nil` where the sum is zero.
  private static func shares(
    of values: [Double?], _ classOfArea: [Int?], count: Int
  ) -> [Double]? {
    var sums = [Double](repeating: 0, count: count)
    for case (let value?, let index?) in zip(values, classOfArea) { sums[index] += value }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : nil
  }

  /// Returns how many classes lie below zero, where values do and a class ends at zero or none lies
  /// above; `nil` for classes that run from low to high.
  private static func lowClasses(of breaks: ClassBreaks, values: [Double]) -> Int? {
    guard let lowest = values.min(), let highest = values.max(), lowest < 0,
      !breaks.separatesZero
    else { return nil }
    if let zero = breaks.thresholds.firstIndex(of: 0) { return zero + 1 }
    return highest < 0 ? breaks.classCount : nil
  }

  /// How areas of a class are filled; areas without a value for no class.
  func fill(ofClass index: Int?) -> Paint {
    guard let index else { return Paint(fill: Palette.absent, hatch: .absent) }
    if let key {
      return Paint(fill: key.colours[index], hatch: .significance(key.levels[index]))
    }
    if let lowClasses {
      let isLow = index < lowClasses
      let (step, count) =
        isLow
        ? (lowClasses - index, lowClasses)
        : (index - lowClasses + 1, breaks.classCount - lowClasses)
      return Paint(
        fill: Palette.diverging(step: isLow ? -step : step, of: count),
        // On greyscale prints both sides are as dark; lines tell which is which.
        hatch: isLow ? .significance(-((step * 3 + count - 1) / count)) : nil)
    }
    if breaks.separatesZero && index == 0 { return Paint(fill: Palette.zero) }
    let first = breaks.separatesZero ? 1 : 0
    return Paint(fill: Palette.sequential(classes: breaks.classCount - first)[index - first])
  }

  /// The lines of the key: every class that has members or was given, and areas without a value.
  var legendRows: [Legend.Row] {
    let isGiven = if case .given = classification { true } else { false }
    let rim = (Palette.quietInk, 0.5)
    func paint(_ index: Int?) -> Paint {
      var paint = fill(ofClass: index)
      (paint.stroke, paint.strokeWidth) = rim
      return paint
    }
    var rows = counts.indices.filter { isGiven || counts[$0] > 0 }.map { index in
      Legend.Row(
        label: labels[index], paint: paint(index), count: counts[index],
        share: shares.map { NumberWords.percent($0[index]) })
    }
    if key != nil { rows.reverse() }
    guard absentCount > 0 else { return rows }
    let label = key != nil ? "not tested" : "no data"
    return rows + [Legend.Row(label: label, paint: paint(nil), count: absentCount)]
  }

  /// What the darkest class holds, as a sentence behind others; empty unless classes are made by it.
  private var darkest: String {
    guard let share = shares?.last, let count = counts.last, count > 0 else { return "" }
    let areas =
      count == 1 ? "The darkest area holds" : "The \(NumberWords.grouped(count)) darkest hold"
    return " \(areas) \(NumberWords.percent(share)) of the whole."
  }

  /// How the classes were made, in words.
  var note: String {
    if let key { return key.note }
    let zero =
      breaks.separatesZero
      ? ", zero by itself" : lowClasses == nil ? "" : "; below zero blue and hatched, above red"
    return switch classification {
    case .given: "Classes: as given, not fitted to the values of this map\(zero)."
    case .fitted(let method, _):
      "Classes: \(method.name), rounded where no area changes class\(zero).\(darkest)"
    }
  }
}
