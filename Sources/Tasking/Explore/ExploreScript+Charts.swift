extension ExploreScript {
  /// The charts, which also ask.
  static let charts = #"""
    // The charts. Each shows what is asked by all but itself, and asks when it is brushed.
    // Brushes from one cell of a grid to another. What is asked may move the grid on the page: until the
    // brush is lifted its cells count where they were.
    const brushing = (grid, cells, columns, ask) => {
      let [from, frame] = [null, null];
      const at = event => {
        const [column, row] = [[event.clientX, "left", "right", columns],
          [event.clientY, "top", "bottom", cells.length / columns]].map(([place, low, high, count]) => {
          const step = Math.floor((place - frame[low]) / (frame[high] - frame[low]) * count);
          return Math.max(0, Math.min(count - 1, step));
        });
        return [row, column];
      };
      grid.addEventListener("pointerdown", event => {
        const [first, last] = [cells[0], cells[cells.length - 1]].map(cell => cell.getBoundingClientRect());
        if (event.clientX < first.left || event.clientY < first.top) return;
        frame = { left: first.left, top: first.top, right: last.right, bottom: last.bottom };
        from = at(event);
        event.preventDefault();
        ask(from, from);
      });
      grid.addEventListener("pointermove", event => {
        if (from) ask(from, at(event));
      });
      window.addEventListener("pointerup", () => { from = null; });
      window.addEventListener("pointercancel", () => { from = null; });
    };
    const slotOf = (day, column) => (day * 24 + clock.dayStart + column) % 168;
    const hourCells = [];
    const buildHours = () => {
      const grid = byId("hours-grid");
      grid.append(make("span"));
      for (let column = 0; column < 24; column += 1) {
        const hour = (clock.dayStart + column) % 24;
        grid.append(make("span", { class: "hour" }, column % 3 ? "" : String(hour).padStart(2, "0")));
      }
      for (let day = 0; day < 7; day += 1) {
        grid.append(make("span", { class: "day" }, dayNames[day]));
        for (let column = 0; column < 24; column += 1) {
          const heat = make("b");
          const cell = make("i", { "data-day": day, "data-column": column }, heat);
          hourCells.push({ cell, heat, slot: slotOf(day, column) });
          grid.append(cell);
        }
      }
      if (data.kept) return;
      brushing(grid, grid.querySelectorAll("i"), 24, (first, last) => {
        const [days, columns] = [0, 1].map(axis => [first[axis], last[axis]].sort((a, b) => a - b));
        setHours({
          from: (columns[0] + clock.dayStart) % 24, to: (columns[1] + 1 + clock.dayStart) % 24,
          days: dayNames.map((_, day) => day).filter(day => day >= days[0] && day <= days[1]),
        });
      });
    };
    const setHours = hours => {
      const isAll = hours && hours.days.length === 7 && (hours.to - hours.from + 24) % 24 === 0;
      asked.hours = isAll || hours?.days.length === 0 ? null : hours;
      showHoursAsked();
      update();
    };
    const showHoursAsked = () => {
      const { hours } = asked;
      byId("hour-from").value = String(hours?.from ?? clock.dayStart);
      byId("hour-to").value = String(hours?.to ?? clock.dayStart);
      for (const box of document.querySelectorAll("[name=day]")) {
        box.checked = !hours || hours.days.includes(Number(box.value));
      }
    };
    const buildHourControls = () => {
      for (const [id, words] of [["hour-from", "from"], ["hour-to", "to"]]) {
        const select = byId(id);
        for (let hour = 0; hour < 24; hour += 1) select.add(new Option(clockLabel(hour), hour));
        select.setAttribute("aria-label", `Hours ${words}`);
      }
      const read = () => setHours({
        from: Number(byId("hour-from").value), to: Number(byId("hour-to").value),
        days: [...document.querySelectorAll("[name=day]")].filter(box => box.checked)
          .map(box => Number(box.value)),
      });
      dayNames.forEach((name, day) => byId("days").append(make(
        "label", {}, make("input", { type: "checkbox", name: "day", value: day, checked: true }), name)));
      for (const control of document.querySelectorAll("#hours select, #hours input")) {
        control.addEventListener("change", read);
        control.disabled = Boolean(data.kept);
      }
    };
    const drawHours = ({ hours }) => {
      const on = asked.hours && hoursWanted(asked.hours);
      const most = Math.max(...hours, 1e-9);
      for (const { cell, heat, slot } of hourCells) {
        heat.style.opacity = hours[slot] / most;
        cell.classList.toggle("off", Boolean(on) && !on[slot]);
        cell.title = `${hourLabel(slot)}: ${number(hours[slot], 1)}`;
      }
    };
    // Categories: a box to tick for each, its bar, its share, and how it stands against the rest.
    const categoryRows = [];
    const buildCategories = () => {
      const all = answer().categories;
      const order = data.categories.map((_, place) => place).sort((a, b) => all[b] - all[a] || a - b);
      for (const place of order) {
        const name = data.categories[place];
        const box = make("input", { type: "checkbox", value: place, checked: true, onchange: () => {
          const chosen = categoryRows.filter(row => row.box.checked).map(row => row.place);
          asked.categories = chosen.length === data.categories.length ? null : new Set(chosen);
          update();
        } });
        const [bar, value, ratio] = [make("b"), make("td", { class: "number" }), make("td", { class: "number" })];
        const only = make("button", { type: "button", class: "only", "aria-label": `Only ${name}`, onclick: () => {
          const isOnly = asked.categories?.size === 1 && asked.categories.has(place);
          for (const row of categoryRows) row.box.checked = isOnly || row.place === place;
          asked.categories = isOnly ? null : new Set([place]);
          update();
        } }, "only");
        const row = make(
          "tr", {}, make("td", {}, make("label", {}, box, name)), make("td", {}, only),
          make("td", { class: "bar" }, bar), value, ratio);
        categoryRows.push({ place, box, bar, value, ratio, row });
        byId("category-rows").append(row);
      }
    };
    const drawCategories = ({ categories, rest }) => {
      const sum = values => values.reduce((total, value) => total + value, 0);
      const [inside, outside, most] = [sum(categories), sum(rest), Math.max(...categories, 1e-9)];
      byId("category-rest").textContent = asked.place ? "× the rest" : "";
      for (const { place, bar, value, ratio, row } of categoryRows) {
        bar.style.width = `${100 * categories[place] / most}%`;
        value.textContent = `${amount(categories[place])} (${percent(categories[place] / inside)})`;
        const times = (categories[place] / inside) / (rest[place] / outside);
        ratio.textContent = asked.place && Number.isFinite(times) ? number(times, 1) : "";
        row.classList.toggle("quiet", Boolean(asked.categories) && !asked.categories.has(place));
      }
    };
    """#
}
