extension ExploreScript {
  /// Months and streets.
  static let lists = #"""
    // Months, which are brushed too, and the leading streets.
    const monthBars = [];
    const buildMonths = () => {
      const { months } = data;
      if (months.count < 2) {
        byId("months").hidden = true;
        return;
      }
      const read = () => {
        const ends = ["month-from", "month-to"].map(id => Number(byId(id).value));
        setMonths(ends[0] <= ends[1] ? ends : [ends[0], ends[0]]);
      };
      for (let month = 0; month < months.count; month += 1) {
        const bar = make("b");
        const column = make(
          "i", { "data-month": month, title: monthLabel(month) }, bar,
          make("span", {}, monthLabel(month).slice(0, 1)));
        monthBars.push({ bar, column });
        byId("month-bars").append(column);
        for (const id of ["month-from", "month-to"]) byId(id).add(new Option(monthLabel(month), month));
      }
      for (const id of ["month-from", "month-to"]) byId(id).addEventListener("change", read);
      const bars = byId("month-bars");
      brushing(bars, bars.children, months.count, ([, first], [, last]) => {
        setMonths([Math.min(first, last), Math.max(first, last)]);
      });
      showMonthsAsked();
    };
    const setMonths = months => {
      const isAll = !months || (months[0] === 0 && months[1] === data.months.count - 1);
      asked.months = isAll ? null : months;
      showMonthsAsked();
      update();
    };
    const showMonthsAsked = () => {
      const [from, to] = asked.months ?? [0, data.months.count - 1];
      byId("month-from").value = String(from);
      byId("month-to").value = String(to);
    };
    const drawMonths = ({ months }) => {
      const most = Math.max(...months, 1e-9);
      monthBars.forEach(({ bar, column }, month) => {
        bar.style.height = `calc(${months[month] / most} * (100% - 1.2rem))`;
        column.title = `${monthLabel(month)}: ${amount(months[month])}`;
        column.classList.toggle(
          "off", Boolean(asked.months) && (month < asked.months[0] || month > asked.months[1]));
      });
    };
    const drawStreets = ({ streets, expected }) => {
      const list = byId("street-rows");
      const rank = ([a, x], [b, y]) => data.kinds[a - 1] - data.kinds[b - 1] || y - x
        || data.streets[a - 1].localeCompare(data.streets[b - 1], "en-GB");
      const leading = [...streets].sort(rank).slice(0, 8);
      const most = Math.max(...leading.map(([, value]) => value), 1e-9);
      list.replaceChildren(...leading.map(([street, value]) => {
        const bar = make("b");
        bar.style.width = `${100 * value / most}%`;
        return make(
          "tr", {}, make("td", {}, data.streets[street - 1]), make("td", { class: "bar" }, bar),
          make("td", { class: "number" }, `${amount(value)} (${percent(value / expected)})`));
      }));
      byId("streets").hidden = data.streets.length === 0;
      byId("no-street").hidden = leading.length > 0;
    };
    """#
}
