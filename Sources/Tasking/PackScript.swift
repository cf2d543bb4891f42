/// The script of the page, without which it still says everything: tables sort, a place lights up in
/// maps and tables together, and a switch shows one category in the maps and tables of areas.
enum PackScript {
  /// The script; it touches nothing but this page.
  static let text = [sorting, lighting, switching].joined(separator: "\n")

  /// Lets readers sort the tables that may be sorted.
  static let sorting = """
    "use strict";
    const sortKey = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    };
    const sortBody = (body, column, sign) => {
      const rows = [...body.rows].map(row => [sortKey(row, column), row]);
      rows.sort(([a], [b]) => sign * (typeof a === "number" && typeof b === "number"
        ? a - b : String(a).localeCompare(String(b), "en-GB", { numeric: true })));
      body.append(...rows.map(([, row]) => row));
    };
    for (const table of document.querySelectorAll("table.sortable")) {
      const heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        head.replaceChildren(button);
        button.addEventListener("click", () => {
          const first = head.classList.contains("number") ? "descending" : "ascending";
          const other = first === "ascending" ? "descending" : "ascending";
          const order = head.getAttribute("aria-sort") === first ? other : first;
          for (const each of heads) each.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", order);
          sortBody(table.tBodies[0], column, order === "ascending" ? 1 : -1);
        });
      });
    }
    """

  private static let lighting = """
    const listed = new Set(
      [...document.querySelectorAll("tr[data-shape]")].map(row => row.dataset.shape));
    // The same place may stand on several maps, which differ in what comes before its name.
    const alike = name => {
      const place = name.replace(/^[a-z]+(-[0-9]+)?-/, "");
      if (place.startsWith("hotspot-")) {
        return [...document.querySelectorAll(`path[id$="-${place}"]`)].map(shape => shape.id);
      }
      return place.startsWith("area-") ? [...listed].filter(each => each.endsWith("-" + place)) : [name];
    };
    let undo = [];
    const light = name => {
      for (const each of undo) each();
      undo = [];
      if (!name) return;
      for (const each of alike(name)) {
        const shape = document.getElementById(each);
        const rows = [...document.querySelectorAll(`tr[data-shape="${CSS.escape(each)}"]`)];
        for (const lit of [shape, ...rows]) {
          if (!lit) continue;
          lit.classList.add("lit");
          undo.push(() => lit.classList.remove("lit"));
        }
        if (!shape) continue;
        // Above the neighbours, whose borders would cover half of it.
        const outline = document.createElementNS(shape.namespaceURI, "use");
        outline.setAttribute("href", "#" + each);
        outline.setAttribute("class", "outline");
        shape.parentNode.parentNode.append(outline);
        undo.push(() => outline.remove());
      }
    };
    const named = target => {
      const row = target.closest?.("tr[data-shape]");
      if (row) return row.dataset.shape;
      const shape = target.closest?.("path[id]");
      return shape && listed.has(shape.id) ? shape.id : null;
    };
    for (const kind of ["mouseover", "focusin"]) {
      document.addEventListener(kind, event => light(named(event.target)));
    }
    for (const kind of ["mouseleave", "focusout"]) {
      document.documentElement.addEventListener(kind, () => light(null));
    }
    """

  private static let switching = """
    for (const data of document.querySelectorAll("div.views")) {
      const { places, codes, names, shapes, replaced, views } = JSON.parse(data.dataset.views);
      const number = data.dataset.number;
      const part = name => document.getElementById(`layer-${number}-${name}`);
      const form = document.createElement("p");
      form.className = "switch";
      const label = document.createElement("label");
      label.textContent = "Show ";
      const select = document.createElement("select");
      // A page that is loaded again begins with all incidents.
      select.autocomplete = "off";
      ["All incidents", ...views.map(view => view.name)].forEach(
        (name, value) => select.add(new Option(name, value)));
      label.append(select);
      const said = document.createElement("span");
      said.setAttribute("role", "status");
      form.append(label, " ", said);
      data.before(form);
      const tables = ["busiest", "all"].map(name => document.getElementById(`${name}-${number}`));
      const bodies = tables.map(table => table?.tBodies[0]);
      const kept = bodies.map(body => body?.innerHTML);
      const map = document.getElementById(`map-${number}`);
      const words = {
        title: part("map-title"), summary: part("map-summary"),
        figure: document.getElementById(`map-${number}-caption`),
        busiest: tables[0]?.caption, all: tables[1]?.caption,
      };
      const before = { region: map.getAttribute("aria-label") };
      for (const name in words) before[name] = words[name]?.textContent;
      const titles = shapes.map(name => name
        && document.getElementById(name)?.querySelector("title").textContent);
      const text = (value, digits) => value.toLocaleString(
        "en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
      const fill = (cell, value, words) => {
        cell.dataset.value = value;
        cell.textContent = words;
      };
      const showTables = view => {
        const shown = tables.filter(Boolean);
        bodies.forEach((body, place) => { if (body) body.innerHTML = kept[place]; });
        for (const head of shown.flatMap(table => [...table.tHead.rows[0].cells])) {
          head.removeAttribute("aria-sort");
        }
        const full = tables[1] ?? tables[0];
        if (!full) return;
        const heads = [...full.tHead.rows[0].cells].map(head => head.textContent);
        const column = name => heads.findIndex(head => head.endsWith(name));
        const others = ["Crime", "Anti-social behaviour"].map(column).filter(each => each >= 0);
        const leaveOut = table => {
          for (const row of table.rows) for (const each of others) row.cells[each].hidden = !!view;
        };
        if (view) {
          const total = view.values.reduce((sum, value) => sum + value, 0);
          const ranks = new Map();
          [...view.values].sort((a, b) => b - a).forEach((value, place) => {
            const rank = ranks.get(value);
            ranks.set(value, rank ? [rank[0], true] : [place + 1, false]);
          });
          const code = Math.max(column("Code"), 0);
          const incidents = heads.findIndex(head => /ncidents$/.test(head));
          const position = new Map(codes.map((each, area) => [each, area]));
          for (const row of full.tBodies[0].rows) {
            const area = position.get(row.cells[code].textContent);
            const value = view.values[area];
            const density = row.cells[column("Per km²")];
            const all = Number(row.cells[incidents].dataset.value);
            const perArea = all > 0 ? Number(density.dataset.value) * value / all : 0;
            const [rank, isTied] = ranks.get(value);
            if (density.textContent !== "–") fill(density, perArea, text(perArea, perArea < 10 ? 1 : 0));
            fill(row.cells[column("Rank")], rank, text(rank, 0) + (isTied ? "=" : ""));
            fill(row.cells[incidents], value, text(value, places));
            fill(row.cells[column("Share")], value / total, text(100 * value / total, 1) + "%");
          }
          // In the order of the numbers on the map; equal ones in the order of the areas.
          const numbers = new Map(view.numbered.map((area, place) => [area, place]));
          const number = area => numbers.get(area) ?? codes.length;
          const rows = [...full.tBodies[0].rows]
            .map(row => [position.get(row.cells[code].textContent), row])
            .sort(([a], [b]) =>
              number(a) - number(b) || view.values[b] - view.values[a] || a - b);
          full.tBodies[0].replaceChildren(...rows.map(([, row]) => row));
          const busiest = rows.filter(([area]) => view.values[area] > 0).slice(0, 10);
          bodies[0]?.replaceChildren(...busiest.map(([area, row]) => {
            const copy = row.cloneNode(true);
            const name = copy.cells[0].querySelector("a") ?? copy.cells[0];
            if (numbers.has(area)) name.textContent = `${numbers.get(area) + 1}. ${names[area]}`;
            return copy;
          }));
        }
        for (const table of shown) leaveOut(table);
      };
      select.addEventListener("change", () => {
        light(null);
        const view = views[Number(select.value) - 1];
        for (const name of replaced) part(name).style.display = view ? "none" : "";
        for (const each of views) part(each.group).style.display = each === view ? "inline" : "";
        for (const name in words) {
          if (words[name]) words[name].textContent = view ? view[name] : before[name];
        }
        map.setAttribute("aria-label", view ? view.region : before.region);
        said.textContent = view ? view.said : "";
        shapes.forEach((name, area) => {
          const shape = name && document.getElementById(name);
          if (!shape) return;
          shape.style.fill = view ? view.colours[area] : "";
          shape.querySelector("title").textContent = view
            ? `${names[area]}: ${text(view.values[area], places)} (${view.name})` : titles[area];
        });
        showTables(view);
      });
    }
    """
}
