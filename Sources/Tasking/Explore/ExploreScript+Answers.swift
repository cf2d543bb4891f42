extension ExploreScript {
  /// What is asked, and the counts that answer it.
  static let answers = #"""
    // What is asked. Everything that is null asks for all.
    const asked = { place: null, categories: null, months: null, hours: data.kept };
    const isOfStudy = place => places.areas[0][place] !== 0;
    // Which places are asked for: those of the study area, an area, or a ring whatever lies around it.
    const placesAsked = () => {
      const { place } = asked;
      if (place?.ring) return placesIn(place.ring);
      const held = new Uint8Array(places.count);
      const areas = places.areas[place?.layer ?? 0];
      for (let number = 0; number < places.count; number += 1) {
        held[number] = Number(place ? areas[number] === place.area + 1 : isOfStudy(number));
      }
      return held;
    };
    // Found when they are first needed after another place is asked for.
    let heldPlaces = null;
    // Counts one set of incidents under what is asked.
    const count = (set, months) => {
      const { categories, hours } = asked;
      const wanted = categories && Uint8Array.from(
        data.categories, (_, number) => Number(categories.has(number)));
      const on = hours && hoursWanted(hours);
      const chance = on && incidents.start && chanceIn(on);
      const result = {
        incidents: 0, expected: 0, ofStudy: 0, base: 0, outside: 0, timed: 0, untimed: 0,
        categories: new Float64Array(data.categories.length),
        rest: new Float64Array(data.categories.length),
        months: new Float64Array(data.months.count), streets: new Map(),
        places: new Float64Array(places.count), hours: null,
        // Where the others went: each is left out by the first of these that does.
        left: { place: 0, category: 0, month: 0, hours: 0 },
      };
      const [ofHours, steps] = [new Float64Array(169), new Float64Array(169)];
      for (let row = 0; row < set.count; row += 1) {
        const place = set.place[row];
        const [category, month] = [set.category?.[row] ?? 0, (set.month?.[row] ?? 0) - 1];
        const start = set.start?.[row] ?? noTime;
        const count = set.weight?.[row] ?? 1;
        const isPlace = heldPlaces[place] === 1;
        const isCategory = !wanted || wanted[category] === 1;
        const isMonth = !months || (month >= months[0] && month <= months[1]);
        let weight = count;
        if (on) {
          if (set.slot) {
            weight = set.slot[row] < 168 && on[set.slot[row]] ? count : 0;
          } else {
            weight = start === noTime ? 0
              : chance(start + clock.epoch, start + clock.epoch + set.length[row]);
          }
        }
        const isStudy = places.areas[0][place] !== 0;
        if (isMonth && weight > 0) {
          if (isPlace) result.categories[category] += weight;
          else if (isStudy) result.rest[category] += weight;
        }
        if (!isPlace) result.left.place += count;
        else if (!isCategory) result.left.category += count;
        else if (!isMonth) result.left.month += count;
        if (!isCategory) continue;
        if (weight > 0 && isPlace && month >= 0 && month < result.months.length) result.months[month] += weight;
        if (!isMonth) continue;
        if (isPlace) {
          if (set.slot) {
            if (set.slot[row] < 168) {
              ofHours[set.slot[row]] += count;
              result.timed += count;
            } else {
              result.untimed += count;
            }
          } else if (start !== noTime) {
            spread(
              start + clock.epoch, start + clock.epoch + set.length[row], 1, ofHours, steps);
            result.timed += 1;
          } else {
            result.untimed += 1;
          }
        }
        if (isPlace && (set.slot || weight <= 0)) result.left.hours += count - (set.slot ? weight : 0);
        if (weight <= 0) continue;
        if (isStudy) result.base += weight;
        if (!isPlace) continue;
        result.incidents += count;
        result.expected += weight;
        result.places[place] += weight;
        if (isStudy) result.ofStudy += weight;
        else result.outside += count;
        const street = set.street?.[row] ?? 0;
        if (street !== 0) result.streets.set(street, (result.streets.get(street) ?? 0) + weight);
      }
      result.hours = joined(ofHours, steps);
      return result;
    };
    // The busiest hours in a row, of those asked for; of equal ones the first that begins busy.
    const busiestShift = hours => {
      const on = asked.hours && hoursWanted(asked.hours);
      const value = hour => on && !on[hour % 168] ? 0 : hours[hour % 168];
      let best = null;
      for (let start = 0; start < 168; start += 1) {
        let sum = 0;
        for (let hour = start; hour < start + 4; hour += 1) sum += value(hour);
        if (value(start) > 0 && (!best || sum > best.sum + 1e-9)) best = { start, sum };
      }
      return best;
    };
    // The months of the earlier period that stand for those asked for: the same of the calendar, and none
    // where the earlier period is of others.
    const canCompare = () => earlier !== null
      && (!asked.months || data.earlier.monthsBefore % 12 === 0);
    const earlierMonths = () => {
      const shift = data.months.first - data.earlier.monthsBefore - data.earlier.first;
      return asked.months && asked.months.map(month => month + shift);
    };
    const answer = () => {
      heldPlaces ??= placesAsked();
      const now = count(incidents, asked.months);
      const before = canCompare() ? count(earlier, earlierMonths()) : null;
      const all = asked.place?.ring ? ringArea(asked.place.ring) / 1e6
        : asked.place ? data.layers[asked.place.layer].squareKilometres[asked.place.area]
          : data.squareKilometres;
      return { ...now, before, squareKilometres: all, shift: busiestShift(now.hours) };
    };
    """#
}
