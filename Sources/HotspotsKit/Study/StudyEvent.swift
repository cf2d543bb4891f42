/// An event that a study reports while it runs.
public enum StudyEvent: Sendable {
  /// The number of bytes of the incident files read so far, before decompression; reported from any
  /// thread, at most a few hundred times a second.
  case read(bytes: Int)
  /// A method is about to take memory for its work.
  case planned(WorkAhead)
  /// A stage of the run has ended, such as `density`; so that its time can be measured.
  case finished(stage: String)
}

/// A closure that receives the events of a study, on any thread.
public typealias StudyObserver = @Sendable (StudyEvent) -> Void
