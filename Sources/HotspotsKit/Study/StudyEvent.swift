/// An event that a study reports while it runs.
public enum StudyEvent: Sendable {
  /// The number of bytes of the incident files read so far, before decompression; reported from any
  /// thread, at most a few hundred times a second.
  case read(bytes: Int)
}

/// A closure that receives the events of a study, on any thread.
public typealias StudyObserver = @Sendable (StudyEvent) -> Void
