/// The names of properties that were met too late to have a column, the first few of a file,
/// whatever the order in which its blocks are read.
struct UnlistedNames: Sendable {
  private var first: [(name: String, block: Int, place: Int)] = []

  /// Takes the first names of a block, in their order.
  mutating func note(_ names: [String], ofBlock block: Int) {
    for (place, name) in names.enumerated() {
      if let known = first.firstIndex(where: { $0.name == name }) {
        if (first[known].block, first[known].place) <= (block, place) { continue }
        first.remove(at: known)
      }
      first.append((name, block, place))
    }
    first.sort { ($0.block, $0.place) < ($1.block, $1.place) }
    // What is beyond the first few now cannot come among them again.
    first.removeLast(max(0, first.count - FeatureWriter.unlistedLimit))
  }

  /// The names, in the order of the file.
  var names: [String] { first.map(\.name) }
}
