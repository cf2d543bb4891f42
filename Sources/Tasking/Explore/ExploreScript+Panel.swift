extension ExploreScript {
  /// The answer in words.
  static let panel = #"""
    // The answer in words, the command that repeats it, and where every incident went.
    const placeWords = () => {
      const { place } = asked;
      if (!place) return "In the study area";
      if (place.centre) return `Within ${number(place.metres)} m of ${place.centre.map(value => number(value)).join(", ")}`;
      if (place.ring) return "Inside the line";
      const { names, codes } = data.layers[place.layer];
      const [name, code] = [names[place.area], codes[place.area]];
      return name === code ? `In ${name}` : `In ${name} (${code})`;
    };
    const filterWords = () => {
      const { categories, months, hours } = asked;
      const words = [];
      if (categories) {
        const names = [...categories].sort((a, b) => a - b).map(place => data.categories[place]);
        words.push(names.length > 3 ? `${names.length} of ${data.categories.length} categories`
          : names.join(", ") || "no category");
      }
      if (months) {
        const [from, to] = months.map(monthLabel);
        words.push(from === to ? from : `${from} to ${to}`);
      }
      if (hours) {
        const days = hours.days.length === 7 ? "every day" : hours.days.map(day => dayNames[day]).join(", ");
        const all = (hours.to - hours.from + 24) % 24 === 0;
        words.push(all ? days : `${days} ${clockLabel(hours.from)} to ${clockLabel(hours.to)}`);
      }
      return words.join("; ") || "all incidents";
    };
    const changeWords = now => {
      if (!data.earlier && !data.noEarlier) return null;
      if (!data.earlier) return data.noEarlier;
      if (!now.before) return `not known for these months: ${data.earlier.name} has others`;
      const [before, after] = [now.before.expected, now.expected];
      const change = before > 0 ? ` (${after >= before ? "+" : "−"}${percent(Math.abs(after - before) / before)})` : "";
      return `${amount(before)} in ${data.earlier.name} (${asked.months ? "the same months" : data.earlier.period})${change}`;
    };
    const drawAnswer = now => {
      byId("where").textContent = placeWords();
      byId("which").textContent = filterWords();
      const fault = asked.place?.fault ?? null;
      byId("fault").textContent = fault ?? "";
      byId("fault").hidden = !fault;
      // A line that crosses itself has no answer.
      if (fault) {
        byId("big").textContent = "–";
        byId("big-noun").textContent = "";
        byId("facts").replaceChildren();
        return;
      }
      byId("big").textContent = amount(now.expected);
      byId("big-noun").textContent = asked.hours && !data.isCells
        ? `expected, of ${number(now.incidents)} incidents that could have happened then`
        : `${plural(now.incidents, "incident")}${asked.hours ? " expected" : ""}`;
      const shift = now.shift;
      const rows = [
        ["Share of all", `${percent(now.ofStudy / now.base)} of ${amount(now.base)}`],
        ["Ground", now.squareKilometres ? `${number(now.squareKilometres, now.squareKilometres < 10 ? 3 : 1)} km²` : "–"],
        ["Density", now.squareKilometres ? `${number(now.expected / now.squareKilometres, 1)} per km²` : "–"],
        ["Busiest four hours", !hasTimes ? "the incidents have no time of day"
          : shift ? `${hourLabel(shift.start)} to ${hourLabel(shift.start + 4)}, ${number(shift.sum, 1)} expected (${percent(shift.sum / (asked.hours ? now.expected : now.timed))})` : "–"],
        ["Before", changeWords(now)],
        ["Outside the study area", now.outside ? `${number(now.outside)} of these` : null],
      ].filter(([, words]) => words !== null);
      byId("facts").replaceChildren(...rows.flatMap(([name, words]) => [make("dt", {}, name), make("dd", {}, words)]));
    };
    // A hotspot tells what its card on the page tells.
    const showCard = place => {
      const card = data.hotspots.cards[place];
      byId("card").hidden = false;
      byId("card-name").textContent = `${place + 1}. ${card.name}`;
      byId("card-facts").replaceChildren(...card.facts.flatMap(
        ([name, words]) => [make("dt", {}, name), make("dd", {}, words)]));
      byId("card").dataset.place = place;
      say(`Hotspot ${place + 1}: ${card.name}`);
      byId("card").scrollIntoView({ block: "nearest" });
    };
    byId("card-close").addEventListener("click", () => { byId("card").hidden = true; });
    byId("card-zoom").addEventListener("click", () => {
      map.fitBounds(L.polygon(hotspotShapes[byId("card").dataset.place]).getBounds().pad(.6));
    });
    // Every incident of the file is in the view, or something leaves it out.
    const drawFoot = now => {
      const whole = value => number(Math.round(value));
      const left = [["elsewhere", now.left.place], ["of other categories", now.left.category],
        ["in other months", now.left.month], ["in other hours or without a time", now.left.hours]]
        .filter(([, value]) => value > .5).map(([words, value]) => `${whole(value)} ${words}`);
      const sum = now.incidents + Object.values(now.left).reduce((total, value) => total + value, 0);
      byId("view-count").textContent = `The file holds ${whole(sum)} incidents: ${whole(now.incidents)} in this view`
        + (left.length ? `; left out are ${left.join(", ")}` : "") + ".";
    };
    """#
}
