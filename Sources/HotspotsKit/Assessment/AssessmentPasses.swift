import HotspotAnalysis

/// The passes over the files of an assessment, to which its sections add their methods.
///
/// All methods that count the same rows share one pass.
struct AssessmentPasses {
  /// The incidents by area of each layer in the period, which several sections show.
  let areas: MethodPass<AreaCounts>
  private let list: Box

  private final class Box {
    var passes: [(rows: AssessmentRows, methods: [any StudyPass])] = []
  }

  /// Begins with a pass over the period that counts incidents by area.
  init(_ areas: AreaCounts) {
    list = Box()
    self.areas = MethodPass(areas)
    list.passes = [(.of(.period), [self.areas])]
  }

  /// Adds a method to the pass over some rows.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - rows: The rows.
  /// - Returns: Its run, which has the result once the passes have run.
  func add<Method: StudyMethod>(_ method: Method, to rows: AssessmentRows) -> MethodPass<Method> {
    let pass = MethodPass(method)
    if let place = list.passes.firstIndex(where: { $0.rows == rows }) {
      list.passes[place].methods.append(pass)
    } else {
      list.passes.append((rows, [pass]))
    }
    return pass
  }

  /// Runs all of them, one after the other; each uses all threads.
  ///
  /// - Parameters:
  ///   - plan: Says which rows are meant.
  ///   - study: The study of the period.
  /// - Throws: The errors of ``Study/run(_:)``.
  func run(_ plan: AssessmentPlan, _ study: Study) async throws {
    for (rows, methods) in list.passes {
      try await plan.study(of: rows, study).run(methods)
    }
  }
}
