extension ExploreScript {
  /// Hours of the week and the windows of incidents.
  static let hours = #"""
    // Hours of the week by the local clock; windows spread over them in whole seconds.
    const WEEK = 604800;
    const clock = data.clock;
    const hasTimes = incidents.start !== null || incidents.slot !== null;
    const noTime = -2147483648;
    const periodAt = instant => {
      const { starts } = clock;
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= instant) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    // Seconds since a Monday's midnight, never below 0.
    const weekly = local => local + 3 * 86400 + WEEK * 10000;
    // Adds what each second of a window counts for to the hours it lies in; `steps` takes whole hours as
    // the differences from one hour to the next.
    const spread = (from, to, weight, hours, steps) => {
      const length = to - from;
      if (length === 0) {
        const local = weekly(from + clock.offsets[periodAt(from)]);
        hours[Math.floor(local % WEEK / 3600)] += weight;
        return;
      }
      const rate = weight / length;
      let [start, period] = [from, periodAt(from)];
      while (start < to) {
        const end = Math.min(to, clock.starts[period + 1] ?? Infinity);
        let first = weekly(start + clock.offsets[period]) % WEEK;
        let seconds = end - start;
        const weeks = Math.floor(seconds / WEEK);
        if (weeks) {
          steps[0] += weeks * 3600 * rate;
          seconds -= weeks * WEEK;
        }
        while (seconds > 0) {
          const last = Math.min(first + seconds, WEEK);
          seconds -= last - first;
          const [a, b] = [Math.floor(first / 3600), Math.floor(last / 3600)];
          if (a === b) {
            hours[a] += (last - first) * rate;
          } else {
            hours[a] += ((a + 1) * 3600 - first) * rate;
            steps[a + 1] += 3600 * rate;
            steps[b] -= 3600 * rate;
            if (last > b * 3600) hours[b] += (last - b * 3600) * rate;
          }
          first = 0;
        }
        start = end;
        period += 1;
      }
    };
    const joined = (hours, steps) => {
      const whole = new Float64Array(168);
      let level = 0;
      for (let hour = 0; hour < 168; hour += 1) {
        level += steps[hour];
        whole[hour] = hours[hour] + level;
      }
      return whole;
    };
    // The hours of days as the program's own filter has them: hours past midnight belong to the day on
    // which they begin, and with a day that starts later, those before it to the day before.
    const hoursWanted = ({ from, to, days }) => {
      const on = new Uint8Array(168);
      const length = (to - from + 24) % 24 || 24;
      for (const day of days) {
        const start = day * 24 + (from < clock.dayStart ? 24 : 0) + from;
        for (let hour = 0; hour < length; hour += 1) on[(start + hour) % 168] = 1;
      }
      return on;
    };
    // Returns the chance of a window to lie in hours, from whole seconds.
    const chanceIn = on => {
      const before = new Float64Array(169);
      for (let hour = 0; hour < 168; hour += 1) before[hour + 1] = before[hour] + 3600 * on[hour];
      const seconds = local => {
        const since = weekly(local);
        const second = since % WEEK;
        const hour = Math.floor(second / 3600);
        return (since - second) / WEEK * before[168] + before[hour]
          + (on[hour] ? second - hour * 3600 : 0);
      };
      return (from, to) => {
        let period = periodAt(from);
        if (from === to) {
          return on[Math.floor(weekly(from + clock.offsets[period]) % WEEK / 3600)];
        }
        let [overlap, start] = [0, from];
        while (start < to) {
          const end = Math.min(to, clock.starts[period + 1] ?? Infinity);
          overlap += seconds(end + clock.offsets[period]) - seconds(start + clock.offsets[period]);
          start = end;
          period += 1;
        }
        return overlap / (to - from);
      };
    };
    """#
}
