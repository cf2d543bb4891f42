/// What a study reports while it works.
public enum StudyEvent: Sendable {
  /// So many bytes of the incident files have been read, before decompression; reported from any
  /// thread, some hundred times in a second at most.
  case read(bytes: Int)
}

/// What a study tells whoever runs it, on any thread.
public typealias StudyObserver = @Sendable (StudyEvent) -> Void
