import Geometry

/// The room for labels on a map: what is taken stays clear of what comes later.
struct LabelRoom {
  /// The frame that labels stay inside.
  let frame: Box
  /// What is taken.
  private(set) var taken: [Box] = []

  /// Creates the room of a frame.
  ///
  /// - Parameters:
  ///   - frame: The frame that labels stay inside.
  ///   - taken: What is taken from the start.
  init(frame: Box, taken: [Box] = []) {
    self.frame = frame
    self.taken = taken
  }

  /// Returns whether a rectangle lies in the frame and clear of everything taken.
  func isFree(_ box: Box) -> Bool {
    frame.contains(box) && !taken.contains { $0.intersects(box) }
  }

  /// Takes a rectangle.
  mutating func take(_ box: Box) { taken.append(box) }
}
