extension ExploreScript {
  /// The command that repeats the answer.
  static let repeating = #"""
    // The command that repeats the answer, and the line that it reads.
    // Text as one word of a shell.
    const quoted = text => /^[A-Za-z0-9_.,:\/=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
    const monthText = index => {
      const month = data.months.first + index;
      return `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;
    };
    const geoJSON = () => JSON.stringify({
      type: "FeatureCollection",
      crs: { type: "name", properties: { name: `urn:ogc:def:crs:EPSG::${data.epsg}` } },
      features: [{
        type: "Feature", properties: {},
        geometry: { type: "Polygon", coordinates: [asked.place.ring] },
      }],
    });
    const query = () => {
      const { words } = data;
      if (!words || !asked.place || asked.place.fault) return null;
      const { place, categories, months, hours } = asked;
      if (place.ring && (!data.epsg || data.isCells)) return null;
      if (categories && [...categories].some(each => !data.categoryKeys[each])) return null;
      const parts = [...words.base];
      if (place.ring) parts.push(words.within, "polygon.geojson");
      else parts.push(...words.layers[place.layer], words.area, data.layers[place.layer].codes[place.area]);
      const [from, to] = [0, 1].map(side => months?.[side] ?? null);
      const isFirst = from === null || from === 0;
      const isLast = to === null || to === data.months.count - 1;
      if (!isFirst) parts.push(words.from, monthText(from));
      else if (words.periodFrom) parts.push(words.from, words.periodFrom);
      else if (months) parts.push(words.from, monthText(from));
      if (!isLast) parts.push(words.to, monthText(to));
      else if (words.periodTo) parts.push(words.to, words.periodTo);
      else if (months) parts.push(words.to, monthText(to));
      if (categories) {
        for (const category of [...categories].sort((a, b) => a - b)) parts.push(words.category, data.categoryKeys[category]);
      } else {
        for (const category of words.categories) parts.push(words.category, category);
      }
      if (hours && !data.kept) {
        if ((hours.to - hours.from + 24) % 24 !== 0) {
          parts.push(words.hours, `${String(hours.from).padStart(2, "0")}-${String(hours.to).padStart(2, "0")}`);
        }
        if (hours.days.length < 7 || (hours.to - hours.from + 24) % 24 === 0) {
          parts.push(words.days, hours.days.map(day => dayNames[day].toLowerCase()).join(","));
        }
        if (clock.dayStart) parts.push(words.dayStart, clockLabel(clock.dayStart));
      }
      return [...parts, ...words.count].map(quoted).join(" ");
    };
    const copy = async (text, words) => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // Files opened from a disk may not reach the clipboard that way everywhere.
        const area = make("textarea", { class: "away" });
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      say(words);
    };
    const drawCommand = () => {
      const command = query();
      byId("repeat").hidden = command === null;
      byId("command").textContent = command ?? "";
      byId("repeat-note").textContent = asked.place?.ring
        ? "Save the line as polygon.geojson beside the files of incidents, and run this there."
        : "Run this in the folder of the files.";
      byId("copy-line").hidden = !asked.place?.ring;
      byId("save-line").hidden = !asked.place?.ring;
    };
    byId("copy-line").addEventListener("click", () => copy(geoJSON(), "The line is copied as GeoJSON."));
    byId("copy-command").addEventListener("click", () => copy(query(), "The command is copied."));
    byId("save-line").addEventListener("click", () => {
      const link = make("a", {
        href: URL.createObjectURL(new Blob([geoJSON()], { type: "application/geo+json" })),
        download: "polygon.geojson",
      });
      link.click();
      URL.revokeObjectURL(link.href);
      say("The line is saved as polygon.geojson.");
    });
    """#
}
