extension ExploreScript {
  /// Puts the page together.
  static let start = #"""
    // Puts the page together and answers whenever something else is asked.
    const update = () => {
      const began = performance.now();
      const now = answer();
      times.computing = performance.now() - began;
      shown = now;
      drawHours(now);
      drawCategories(now);
      drawMonths(now);
      drawStreets(now);
      drawAnswer(now);
      drawCommand();
      drawFoot(now);
      points.draw();
    };
    const legend = surface => {
      byId("legend").replaceChildren();
      if (!surface) return;
      byId("legend").append(make("strong", {}, surface.heading));
      for (const { label, colour } of surface.classes) {
        const swatch = make("i");
        swatch.style.background = colour;
        byId("legend").append(make("span", {}, swatch, label));
      }
    };
    const buildLayers = () => {
      const box = byId("layers");
      const show = position => {
        surfaces.forEach(({ group }, place) => {
          if (place === position) group.addTo(map);
          else group.remove();
        });
        legend(surfaces[position]);
      };
      const select = make("select", { id: "surface", onchange: () => show(Number(select.value)) });
      surfaces.forEach(({ name }, place) => select.add(new Option(name, place)));
      select.add(new Option("No colours", -1));
      box.append(make("label", {}, "Colours ", select));
      const toggles = [["Hotspots", hotspots, hotspotShapes.length], ["Incidents", points, 1],
        ["Borders", rims, 1], ["Backdrop", backdrops, data.backdrops.length]];
      for (const [name, layer, has] of toggles) {
        if (!has) continue;
        const input = make("input", { type: "checkbox", checked: true, onchange: () => {
          if (input.checked) layer.addTo(map);
          else layer.remove();
        } });
        box.append(make("label", {}, input, name));
        layer.addTo(map);
      }
      show(0);
    };
    const buildAreas = () => {
      const select = byId("area");
      // Sums of cells are of no area.
      select.parentElement.hidden = data.isCells;
      if (data.isCells) return;
      data.layers.forEach((layer, number) => {
        const group = make("optgroup", { label: layer.title });
        const order = layer.names.map((_, area) => area).sort(
          (a, b) => layer.names[a].localeCompare(layer.names[b], "en-GB", { numeric: true }));
        for (const area of order) {
          const { names, codes } = layer;
          group.append(new Option(
            names[area] === codes[area] ? names[area] : `${names[area]} (${codes[area]})`,
            `${number},${area}`));
        }
        select.append(group);
      });
      select.addEventListener("change", () => {
        end();
        if (!select.value) return choose(null);
        const [layer, area] = select.value.split(",").map(Number);
        chooseArea(layer, area);
        map.fitBounds(L.polygon(data.layers[layer].shapes[area]).getBounds().pad(.8));
      });
    };
    const clear = () => {
      end();
      [asked.categories, asked.months, asked.hours] = [null, null, data.kept];
      for (const row of categoryRows) row.box.checked = true;
      byId("area").value = "";
      showHoursAsked();
      if (data.months.count > 1) showMonthsAsked();
      choose(null);
      say("Everything is shown.");
    };
    byId("clear").addEventListener("click", clear);
    byId("all").addEventListener("click", () => map.fitBounds(whole));
    byId("print").addEventListener("click", () => window.print());
    byId("title").textContent = data.title;
    byId("subtitle").textContent = data.subtitle;
    byId("credit").textContent = data.credit;
    for (const marking of document.querySelectorAll(".marking")) {
      marking.textContent = data.marking ?? "";
      marking.hidden = !data.marking;
    }
    byId("foot").replaceChildren(...data.sentences.map(words => make("li", {}, words)));
    byId("cells-note").textContent = data.cellsNote ?? "";
    byId("cells-note").hidden = !data.cellsNote;
    byId("licence").textContent = byId("licence-text").textContent.trim();
    byId("hours").hidden = !hasTimes;
    byId("categories").hidden = data.categories.length < 2;
    buildAreas();
    buildHours();
    buildHourControls();
    showHoursAsked();
    buildCategories();
    buildMonths();
    buildLayers();
    update();
    // What tests ask.
    window.explore = {
      asked, answer, times, query, geoJSON, chooseRing, chooseCircle, chooseArea, setHours, setMonths,
      clear, update, map,
      setCategories: names => {
        asked.categories = names && new Set(names.map(name => data.categories.indexOf(name)));
        for (const row of categoryRows) row.box.checked = !names || asked.categories.has(row.place);
        update();
      },
    };
    """#
}
