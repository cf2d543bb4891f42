extension FiledIncidents {
  /// Returns the incidents of each level of units, the smallest unit first; all of them as they are where
  /// they share one, as incidents without weights do.
  ///
  /// - Throws: ``KernelDensityError/beyondRange`` if a kernel is too high for any level.
  /// - Complexity: O(*n*) for *n* incidents and each level.
  func levels(
    kernel: DensityKernel, _ units: DensityUnits
  ) throws(KernelDensityError) -> [(level: Int, incidents: FiledIncidents)] {
    var (lowest, highest) = (Double.infinity, 0.0)
    for row in rows {
      for incident in row.numbers.indices {
        let top = row.top(of: incident, kernel: kernel)
        guard DensityUnits.covers(top: top) else { throw .beyondRange }
        // The correction takes the factor of those that it cannot place.
        if top > 0 { (lowest, highest) = (min(lowest, top), max(highest, top)) }
      }
    }
    guard highest > 0 else { return [] }
    let levels = units.level(ofTop: lowest)...units.level(ofTop: highest)
    if levels.count == 1 { return [(levels.lowerBound, self)] }
    return levels.compactMap { level in
      var part = self
      part.rows = rows.map { row in
        row.keeping { incident in
          let top = row.top(of: incident, kernel: kernel)
          return top > 0 && units.level(ofTop: top) == level
        }
      }
      return part.count > 0 ? (level, part) : nil
    }
  }
}

extension FiledIncidents.Row {
  /// The highest density that the kernel of an incident can give.
  func top(of incident: Int, kernel: DensityKernel) -> Double {
    factor[incident] * kernel.height(bandwidth: bandwidth[incident])
  }

  /// Returns the row with some of its incidents.
  fileprivate func keeping(_ isKept: (Int) -> Bool) -> FiledIncidents.Row {
    var kept = FiledIncidents.Row()
    for cell in columns.indices {
      for incident in starts[cell]..<starts[cell + 1] where isKept(incident) {
        kept.numbers.append(numbers[incident])
        kept.factor.append(factor[incident])
        kept.bandwidth.append(bandwidth[incident])
      }
      guard kept.numbers.count > kept.starts[kept.starts.count - 1] else { continue }
      kept.columns.append(columns[cell])
      kept.starts.append(kept.numbers.count)
    }
    return kept
  }
}
