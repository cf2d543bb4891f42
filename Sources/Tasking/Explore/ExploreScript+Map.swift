extension ExploreScript {
  /// The map and its layers.
  static let map = #"""
    // The map: a plane in metres, so that no coordinate is changed.
    const ink = { area: "#595959", hotspot: "#0b3d91", chosen: "#0b3d91", backdrop: "#878787" };
    const map = L.map("map", {
      crs: L.CRS.Simple, attributionControl: false, zoomSnap: .25, zoomDelta: .5, minZoom: -14,
      maxZoom: 4, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false,
      preferCanvas: true, doubleClickZoom: false, wheelPxPerZoomLevel: 120,
    });
    const [minX, minY, maxX, maxY] = data.box;
    const whole = L.latLngBounds([minY, minX], [maxY, maxX]);
    for (const [name, order] of [["surfaces", 300], ["backdrops", 320], ["points", 340],
      ["outlines", 360], ["drawing", 400]]) {
      map.createPane(name).style.zIndex = order;
    }
    map.fitBounds(whole);
    map.setMaxBounds(whole.pad(.5));
    // A canvas takes all clicks; those above the surfaces let them through, as drawings of paths do.
    const [surfaceCanvas, backdropCanvas] = ["surfaces", "backdrops"].map(
      pane => L.canvas({ pane, padding: .2, tolerance: 2 }));
    const [outlineCanvas, drawingCanvas] = ["outlines", "drawing"].map(
      pane => L.svg({ pane, padding: .5 }));
    map.getPane("backdrops").style.pointerEvents = "none";
    L.control.scale({ imperial: false, maxWidth: 160 }).addTo(map);
    map.zoomControl.setPosition("topright");
    // Leaflet measures scale bars along the equator; here a unit is a metre.
    map.distance = (a, b) => Math.hypot(a.lat - b.lat, a.lng - b.lng);
    const surfaces = [];
    const addSurface = (name, shapes, classes, classOf, click, heading) => {
      const group = L.layerGroup();
      shapes.forEach((shape, number) => {
        const paint = classes[classOf(number)];
        const polygon = L.polygon(shape, {
          renderer: surfaceCanvas, pane: "surfaces", color: ink.area, weight: .6, opacity: .8,
          fillColor: paint?.colour ?? "#ffffff", fillOpacity: 1,
        });
        if (click) polygon.on("click", event => click(number, event));
        group.addLayer(polygon);
      });
      surfaces.push({ name, group, classes, heading });
    };
    data.layers.forEach((layer, number) => {
      layer.shapes = decodeShapes(layer.shapes);
      addSurface(
        layer.title, layer.shapes, layer.classes, area => layer.classOf[area],
        (area, event) => { if (!drawing && !data.isCells) { L.DomEvent.stop(event); chooseArea(number, area); } },
        layer.heading);
    });
    for (const surface of data.surfaces) {
      addSurface(
        surface.title, decodeShapes(surface.shapes), surface.classes, row => surface.classOf[row],
        null, surface.heading);
    }
    // Rims of the first layer, which stay below any surface and above the backdrop.
    const rims = L.layerGroup(data.layers[0].shapes.map(shape => L.polygon(shape, {
      renderer: backdropCanvas, pane: "backdrops", color: ink.area, weight: .5, opacity: .5, fill: false,
      interactive: false,
    })));
    const backdrops = L.layerGroup();
    for (const backdrop of data.backdrops) {
      for (const [line] of decodeShapes(backdrop)) {
        for (const part of line) {
          const options = {
            renderer: backdropCanvas, pane: "backdrops", color: ink.backdrop, weight: 1, opacity: .9,
            interactive: false,
          };
          backdrops.addLayer(part.length > 1 ? L.polyline(part, options)
            : L.circleMarker(part[0], { ...options, radius: 2 }));
        }
      }
    }
    const hotspots = L.layerGroup();
    const hotspotShapes = data.hotspots ? decodeShapes(data.hotspots.shapes) : [];
    hotspotShapes.forEach((shape, place) => {
      const open = event => {
        if (drawing) return;
        L.DomEvent.stop(event);
        showCard(place);
      };
      hotspots.addLayer(L.polygon(shape, {
        renderer: outlineCanvas, pane: "outlines", color: ink.hotspot, weight: 2, fillOpacity: .02,
      }).on("click", open));
      const badge = L.marker(L.polygon(shape).getBounds().getCenter(), {
        icon: L.divIcon({ className: "badge", html: String(place + 1), iconSize: [22, 22] }),
        keyboard: true, bubblingMouseEvents: true, title: `Hotspot ${place + 1}`,
      });
      badge.on("click", open).on("keypress", event => {
        if (event.originalEvent.key === "Enter") open(event);
      });
      hotspots.addLayer(badge);
    });
    // Incidents as circles whose ground is their number: those asked for dark, the others faint.
    const Points = L.Layer.extend({
      onAdd(map) {
        this.canvas = make("canvas", { "aria-hidden": "true", class: "points" });
        map.getPane("points").append(this.canvas);
        map.on("move resize zoomend", this.draw, this);
        this.draw();
      },
      onRemove(map) {
        map.off("move resize zoomend", this.draw, this);
        this.canvas.remove();
      },
      draw() {
        if (!this._map || !shown) return;
        const began = performance.now();
        const [size, ratio] = [map.getSize(), window.devicePixelRatio || 1];
        const { canvas } = this;
        [canvas.width, canvas.height] = [size.x * ratio, size.y * ratio];
        [canvas.style.width, canvas.style.height] = [`${size.x}px`, `${size.y}px`];
        L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
        const context = canvas.getContext("2d");
        context.scale(ratio, ratio);
        const scale = map.options.crs.scale(map.getZoom());
        const corner = map.containerPointToLatLng([0, 0]);
        const unit = Math.max(.6, Math.min(3, Math.sqrt(scale) * 1.6));
        const paint = (isShown, colour) => {
          context.fillStyle = colour;
          context.beginPath();
          for (let place = 0; place < places.count; place += 1) {
            const value = shown.places[place];
            if ((value > 0) !== isShown || !(isShown || totals[place])) continue;
            const x = (places.x[place] - corner.lng) * scale;
            const y = (corner.lat - places.y[place]) * scale;
            if (x < -20 || y < -20 || x > size.x + 20 || y > size.y + 20) continue;
            const radius = Math.min(22, unit * Math.sqrt(isShown ? value : Math.min(totals[place], 4)));
            context.moveTo(x + radius, y);
            context.arc(x, y, radius, 0, 2 * Math.PI);
          }
          context.fill();
        };
        paint(false, "rgba(89,89,89,.28)");
        paint(true, "rgba(11,61,145,.62)");
        times.painting = performance.now() - began;
      },
    });
    const totals = new Float64Array(places.count);
    for (let row = 0; row < incidents.count; row += 1) {
      totals[incidents.place[row]] += incidents.weight?.[row] ?? 1;
    }
    const points = new Points();
    let shown = null;
    const times = { computing: 0, painting: 0 };
    """#
}
