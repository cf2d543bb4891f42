/// The script of the page, without which it still says everything: tables sort, and an area lights
/// up in the map and in the tables together.
enum PackScript {
  /// The script; it touches nothing but this page.
  static let text = """
    "use strict";
    for (const table of document.querySelectorAll("table.sortable")) {
      const heads = [...table.tHead.rows[0].cells];
      const body = table.tBodies[0];
      const key = (row, column) => {
        const cell = row.cells[column];
        return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
      };
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        head.replaceChildren(button);
        button.addEventListener("click", () => {
          const first = head.classList.contains("number") ? "descending" : "ascending";
          const other = first === "ascending" ? "descending" : "ascending";
          const order = head.getAttribute("aria-sort") === first ? other : first;
          const sign = order === "ascending" ? 1 : -1;
          for (const each of heads) each.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", order);
          const rows = [...body.rows].map(row => [key(row, column), row]);
          rows.sort(([a], [b]) => sign * (typeof a === "number"
            ? a - b : a.localeCompare(b, "en-GB", { numeric: true })));
          body.append(...rows.map(([, row]) => row));
        });
      });
    }
    const rows = new Map();
    for (const row of document.querySelectorAll("tr[data-shape]")) {
      const name = row.dataset.shape;
      if (!rows.has(name)) rows.set(name, []);
      rows.get(name).push(row);
    }
    for (const [name, group] of rows) {
      const shape = document.getElementById(name);
      if (!shape) continue;
      const outline = document.createElementNS(shape.namespaceURI, "use");
      outline.setAttribute("href", "#" + name);
      outline.setAttribute("class", "outline");
      const all = [shape, ...group];
      const light = isLit => () => {
        for (const each of all) each.classList.toggle("lit", isLit);
        // Above the neighbours, whose borders would cover half of it.
        if (isLit) shape.parentNode.parentNode.append(outline); else outline.remove();
      };
      for (const each of all) {
        each.addEventListener("mouseenter", light(true));
        each.addEventListener("mouseleave", light(false));
        each.addEventListener("focusin", light(true));
        each.addEventListener("focusout", light(false));
      }
    }
    """
}
