/// The script of the page, without which it still says everything: tables sort, a place lights up in
/// maps and tables together, and a switch shows one category in the maps and tables of areas.
enum PackScript {
  /// The script; it touches nothing but this page.
  static let text = [sorting, lighting, switching].joined(separator: "\n")

  private static let sorting = """
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
      const { places, codes, shapes, views } = JSON.parse(data.dataset.views);
      const number = data.dataset.number;
      const form = document.createElement("p");
      form.className = "switch";
      const label = document.createElement("label");
      label.textContent = "Show ";
      const select = document.createElement("select");
      ["All incidents", ...views.map(view => view.name)].forEach(
        (name, value) => select.add(new Option(name, value)));
      label.append(select);
      const said = document.createElement("span");
      said.setAttribute("role", "status");
      form.append(label, " ", said);
      const legend = document.createElement("ul");
      legend.className = "legend";
      data.before(form, legend);
      const inMap = ["heading", "legend", "busiest", "labels"].map(
        name => document.getElementById(`layer-${number}-${name}`));
      const bodies = ["busiest", "all"].map(
        name => document.getElementById(`${name}-${number}`)?.tBodies[0]).filter(Boolean);
      const kept = bodies.map(body => body.innerHTML);
      const titles = new Map();
      const text = (value, digits) => value.toLocaleString(
        "en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
      const fill = (cell, value, words) => {
        cell.dataset.value = value;
        cell.textContent = words;
      };
      select.addEventListener("change", () => {
        light(null);
        const view = views[Number(select.value) - 1];
        bodies.forEach((body, place) => { body.innerHTML = kept[place]; });
        for (const head of bodies.flatMap(body => [...body.parentNode.tHead.rows[0].cells])) {
          head.removeAttribute("aria-sort");
        }
        for (const part of inMap) if (part) part.style.display = view ? "none" : "";
        legend.replaceChildren();
        said.textContent = "";
        shapes.forEach((name, area) => {
          const shape = name && document.getElementById(name);
          if (!shape) return;
          const title = shape.querySelector("title");
          if (!titles.has(name)) titles.set(name, title.textContent);
          shape.style.fill = view ? view.legend[view.classes[area]][0] : "";
          title.textContent = view
            ? titles.get(name).replace(/: [^:]*$/, `: ${text(view.values[area], places)} ${view.name}`)
            : titles.get(name);
        });
        if (!view) return;
        const total = view.values.reduce((sum, value) => sum + value, 0);
        said.textContent = `${view.name}: ${text(total, places)} in all`;
        for (const [colour, words] of view.legend) {
          const item = document.createElement("li");
          const swatch = document.createElement("span");
          swatch.style.background = colour;
          item.append(swatch, words);
          legend.append(item);
        }
        const values = new Map(codes.map((code, area) => [code, view.values[area]]));
        const full = bodies[bodies.length - 1];
        const heads = [...full.parentNode.tHead.rows[0].cells].map(head => head.textContent);
        const column = name => heads.findIndex(head => head.endsWith(name));
        const code = Math.max(column("Code"), 0);
        const incidents = heads.findIndex(head => /ncidents$/.test(head));
        for (const row of full.rows) {
          const value = values.get(row.cells[code].textContent);
          const density = row.cells[column("Per km²")];
          const before = Number(row.cells[incidents].dataset.value);
          const perArea = before > 0 ? Number(density.dataset.value) * value / before : 0;
          const rank = 1 + view.values.filter(each => each > value).length;
          fill(density, perArea, text(perArea, perArea < 10 ? 1 : 0));
          fill(row.cells[column("Rank")], rank, text(rank, 0));
          fill(row.cells[incidents], value, text(value, places));
          fill(row.cells[column("Share")], value / total, text(100 * value / total, 1) + "%");
        }
        sortBody(full, incidents, -1);
        if (bodies.length > 1) {
          const rows = [...full.rows].slice(0, bodies[0].rows.length);
          bodies[0].replaceChildren(...rows.map(row => row.cloneNode(true)));
        }
      });
    }
    """
}
