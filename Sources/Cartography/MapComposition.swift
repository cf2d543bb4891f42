import Geometry
import Statistics

/// Puts the parts of a map together on its page.
struct MapComposition {
  let areas: MappedAreas
  let classes: MapClasses
  /// What is outlined, numbered and listed in place of the highest areas.
  let hotspots: HotspotMarks?
  let description: MapDescription
  private let words: MapWords
  private let extent: MapExtent
  private let layout: MapLayout
  private let transform: PageTransform
  /// The areas that the map shows, and how they are drawn.
  private let shown: [Int]
  private let outlines: SharedOutlines
  private let layers: LayerNumbers
  /// The rings of each area shown; none for those drawn as one ground.
  private let rings: [[GridLine]]
  /// Whether each area shown is drawn as one ground with others of its class.
  private let isMerged: [Bool]
  private let backdrop: BackdropDrawing
  /// The map of the whole layer, where only a part is shown.
  private let locator: LocatorInset?
  /// What else the same areas may show.
  private let views: [(words: MapWords, layout: MapLayout)]

  /// What areas may show: their values, how these are put into classes, and what is said of them.
  struct Face {
    let areas: MappedAreas
    let classes: MapClasses
    let description: MapDescription
  }

  /// The most areas that are labelled with their names; more get ranks for the busiest.
  static let namedAreas = 40

  /// The most areas of a class that are drawn one by one where they need not be, 120 bytes each, so
  /// that a page stays below a megabyte.
  static let separateAreas = 2500

  /// How many areas are drawn one by one on a figure of a web page that shows more than
  /// ``separateAreas``: those of the highest values, which people ask about.
  static let pointedAreas = 1000

  /// Lays out a map.
  ///
  /// - Parameters:
  ///   - areas: The areas.
  ///   - classes: Their classes.
  ///   - hotspots: What is outlined, numbered and listed in place of the highest areas.
  ///   - description: What the map says beside the areas.
  ///   - pages: The pages allowed.
  ///   - views: What else the same areas may show in the same frame.
  init(
    areas: MappedAreas, classes: MapClasses, hotspots: HotspotMarks? = nil,
    description: MapDescription, pages: [Page], views: [Face] = []
  ) {
    self.areas = areas
    self.classes = classes
    self.hotspots = hotspots
    self.description = description
    let extent = MapExtent(of: areas.outlines, ranked: areas.extent)
    self.extent = extent
    let isLight =
      description.isFigureOfPage
      && (0..<areas.outlines.areaCount).count {
        areas.outlines.box(ofArea: $0).intersects(extent.box)
      } > Self.separateAreas
    var words = MapWords(
      areas: areas, classes: classes, hotspots: hotspots, description: description,
      isPart: extent.isPart)
    words.pointedAreas = isLight ? Self.pointedAreas : nil
    self.words = words
    let wordsOfViews = views.map { view in
      MapWords(
        areas: view.areas, classes: view.classes, hotspots: nil, description: view.description,
        isPart: extent.isPart, isView: true)
    }
    let layouts = MapLayout.best(
      on: pages, extent: extent.box, furniture: ([words] + wordsOfViews).map(\.furniture))
    layout = layouts[0]
    self.views = zip(wordsOfViews, layouts.dropFirst()).map { ($0, $1) }
    let transform = PageTransform(extent: extent.box, frame: layout.frame)
    self.transform = transform
    let window = layout.frame.padded(by: 2)
    let shown = (0..<areas.outlines.areaCount).filter {
      transform.page(areas.outlines.box(ofArea: $0)).intersects(window)
    }
    self.shown = shown
    let (isMergeable, classOfArea) = (description.mergesLargeClasses, classes.classOfArea)
    let mergedClasses = Set(
      (classes.counts.indices.map { $0 } + [nil]).filter { (index: Int?) in
        isMergeable && shown.count { classOfArea[$0] == index } > Self.separateAreas
      })
    let pointed =
      isLight ? Set(areas.ranked.entries.prefix(Self.pointedAreas).map(\.row)) : nil
    let isMerged = shown.map { row in
      mergedClasses.contains(classOfArea[row]) || !(pointed?.contains(row) ?? true)
    }
    self.isMerged = isMerged
    let places = OutlineLayer(
      areas.outlines, areas: shown,
      grounds: zip(shown, isMerged).map { $1 ? Self.ground(classOfArea[$0]) : nil })
    // What stands out most, the land, comes first; the rest ends on its rim.
    let borders = extent.isPart ? nil : description.borders.map { OutlineLayer($0) }
    let marked = hotspots.map { OutlineLayer($0.outlines) }
    let layers = LayerNumbers(hasBorders: borders != nil)
    self.layers = layers
    outlines = SharedOutlines(
      of: [borders, places, marked].compactMap(\.self), transform: transform,
      limits: .of(description, hasBorders: borders != nil))
    rings = outlines.areas(ofLayer: layers.places)
    backdrop = BackdropDrawing(
      description.backdrop, transform: transform, frame: layout.frame,
      scale: layout.page.typeScale, byteLimit: BackdropDrawing.byteLimit(on: layout.page))
    locator =
      extent.isPart
      ? LocatorInset(
        of: areas.outlines, extent: extent.box, frame: layout.frame,
        avoiding: hotspots?.candidates(transform, limit: layout.listedRows).map(\.anchor)
          ?? areas.listed.top(layout.listedRows).compactMap {
            MapComposition.anchor(of: $0.row, areas, transform)
          }, scale: layout.page.typeScale)
      : nil
  }

  /// The page as layers of marks.
  var drawing: Drawing {
    var drawing = Drawing(
      page: layout.page, identifierPrefix: description.identifierPrefix,
      title: description.title, summary: words.pictureSummary)
    drawing.folded = FoldedLayout([layout] + views.map(\.layout))
    drawing.layers = [layout.paperLayer]
    drawing.layers += backdrop.ground
    if isMerged.contains(true) { drawing.layers.append(groundLayer) }
    drawing.layers.append(areaLayer)
    drawing.layers += backdrop.lines
    drawing.layers.append(borderLayer)
    if let hotspots {
      drawing.layers.append(
        hotspots.layer(
          outlines.areas(ofLayer: layers.hotspots), scale: layout.page.typeScale, width: 1.6))
    }
    if let locator { drawing.layers.append(locator.layer) }
    drawing.layers.append(labelLayer)
    drawing.layers += layout.furnitureLayers(
      table: (name: "busiest", label: words.tableHeading), transform: transform)
    return drawing
  }

  /// What the areas show in place of all else, in the order in which the views were given.
  var drawnViews: [AreaMap.View] {
    views.enumerated().map { place, view in
      let face = MapComposition(view.words, layout: view.layout, of: self)
      let name = "view-\(place + 1)"
      return AreaMap.View(
        classOfRow: face.classes.classOfArea,
        colours: face.classes.counts.indices.map { face.classes.fill(ofClass: $0).fill },
        numberedRows: face.numberedRows, title: face.description.title,
        summary: face.words.pictureSummary, name: name,
        layers: face.furniture.map { layer in
          var layer = layer
          layer.name = "\(name)-\(layer.name)"
          return layer
        })
    }
  }

  /// The names of the layers that a view has its own of.
  var replacedLayers: [String] { views.isEmpty ? [] : furniture.map(\.name) }

  /// What tells of the values: everything but the areas themselves, their names and the scale.
  private var furniture: [Layer] {
    (words.isNumbered ? [labelLayer] : [])
      + layout.furnitureLayers(
        table: (name: "busiest", label: words.tableHeading), transform: transform
      ).filter { $0.name != "scale" }
  }

  /// Puts what areas show in a view into the frame of the map.
  private init(_ words: MapWords, layout: MapLayout, of map: MapComposition) {
    (self.words, self.layout) = (words, layout)
    (areas, classes, description) = (words.areas, words.classes, words.description)
    (hotspots, views) = (nil, [])
    (extent, transform, shown) = (map.extent, map.transform, map.shown)
    (outlines, layers, rings) = (map.outlines, map.layers, map.rings)
    (isMerged, backdrop, locator) = (map.isMerged, map.backdrop, map.locator)
  }

  /// The areas, one group for each class, the lowest first.
  private var areaLayer: Layer {
    let clip = FrameClip(frame: layout.frame)
    let groups = classIndices.map { index in
      group(ofClass: index) { positions in positions.compactMap { shape(of: $0, clip: clip) } }
    }
    return Layer(
      name: "areas", label: "Areas",
      marks: groups.filter { !$0.shapes.isEmpty }.map { .shapes($0) })
  }

  /// The classes that are drawn as one ground, below all others and deaf to the pointer.
  private var groundLayer: Layer {
    let clip = FrameClip(frame: layout.frame)
    let mergedClasses = Set(
      zip(shown, isMerged).filter(\.1).map { classes.classOfArea[$0.0] })
    let groups = classIndices.filter(mergedClasses.contains).map { index in
      group(ofClass: index) { all in
        let positions = all.filter { isMerged[$0] }
        let outline = outlines.ground(Self.ground(index), ofLayer: layers.places)
        let name = index.map { "ground-\($0)" } ?? "ground-no-data"
        let title = "\(NumberWords.grouped(positions.count)) \(description.placeNoun)"
        return [
          Shape(
            name: name, title: title, rings: outline.map(clip.ring).filter { $0.count > 0 })
        ]
      }
    }
    return Layer(
      name: "grounds", label: "Areas drawn as one", marks: groups.map { .shapes($0) },
      ignoresPointer: true)
  }

  /// Returns the number of the ground of a class.
  private static func ground(_ index: Int?) -> Int { index ?? -1 }

  private var classIndices: [Int?] { classes.counts.indices.map { $0 } + [nil] }

  /// Returns a class in its colour, with the shapes made of the positions of its areas.
  private func group(ofClass index: Int?, shapes: ([Int]) -> [Shape]) -> ShapeGroup {
    var paint = classes.fill(ofClass: index)
    (paint.stroke, paint.strokeWidth) = (Palette.paper, borderWidth)
    return ShapeGroup(
      className: index.map { "class-\($0)" } ?? "no-data",
      label: index.map { classes.labels[$0] } ?? "no data", paint: paint,
      shapes: shapes(shown.indices.filter { classes.classOfArea[shown[$0]] == index }))
  }

  private func shape(of position: Int, clip: FrameClip) -> Shape? {
    let rings = self.rings[position].map(clip.ring).filter { $0.count > 0 }
    let row = shown[position]
    return rings.isEmpty
      ? nil
      : Shape(
        name: areas.identifier(of: row),
        title: areas.title(of: row, label: description.value.shortLabel), rings: rings)
  }

  /// Thin enough that borders do not bleach small areas.
  private var borderWidth: Double {
    let sizes = rings.filter { !$0.isEmpty }.map { rings in
      Double(abs(rings.reduce(0) { $0 + $1.doubledArea })) / 2
        / (GridLine.unitsPerPoint * GridLine.unitsPerPoint)
    }.sorted()
    let typical = sizes.isEmpty ? 0 : sizes[sizes.count / 2].squareRoot()
    return min(max(0.02 * typical, 0.12), 0.8) * layout.page.typeScale
  }

  /// The borders of other areas that help to find the places; else the outer border of all places.
  private var borderLayer: Layer {
    guard layers.hasBorders else { return rimLayer }
    return IsoplethMap.areaLayer(
      outlines, scale: layout.page.typeScale, isFigureOfPage: description.isFigureOfPage)
  }

  /// The outer border of all areas, and the frame where the map shows only part of them.
  private var rimLayer: Layer {
    let clip = FrameClip(frame: layout.frame)
    let scale = layout.page.typeScale
    let paint = Paint(stroke: Palette.quietInk, strokeWidth: max(0.4, borderWidth))
    var marks: [Mark] = [.strokes(outlines.rim(ofLayer: layers.places).flatMap(clip.lines), paint)]
    if extent.isPart || !backdrop.lines.isEmpty {
      marks.append(BackdropDrawing.frameMark(layout.frame, scale: scale))
    }
    return Layer(name: "outline", label: "Outline", marks: marks, ignoresPointer: true)
  }

  /// The rows of the areas that the map numbers, in the order of the numbers; none where hotspots
  /// are numbered or areas named.
  var numberedRows: [Int] {
    words.isNumbered && hotspots == nil ? areas.listed.top(layout.listedRows).map(\.row) : []
  }

  /// The numbers of the hotspots, or of the highest of many areas.
  private var numbers: NumberLabelling {
    NumberLabelling(
      hotspots?.candidates(transform, limit: layout.listedRows) ?? areaCandidates,
      frame: layout.frame, avoiding: taken, scale: layout.page.typeScale)
  }

  /// The numbers, and where there are few areas their names.
  private var labelLayer: Layer {
    let numbers = numbers
    let names = isNamed ? nameMarks(avoiding: taken + numbers.labels.map(\.box)) : []
    return Layer(
      name: "labels", label: "Labels",
      marks: names + numbers.marks + numbers.remarks(in: layout.strip), ignoresPointer: true)
  }

  /// What labels stay clear of.
  private var taken: [Box] { [locator?.box].compactMap(\.self) }

  private var isNamed: Bool { areas.values.count <= MapComposition.namedAreas }

  private func nameMarks(avoiding taken: [Box]) -> [Mark] {
    let ranks = areas.ranked.entries.map(\.row)
    let order = ranks + areas.values.indices.filter { areas.values[$0] == nil }
    let positions = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
    let candidates = order.compactMap { row -> NameLabels.Candidate? in
      guard let position = positions[row],
        let anchor = MapComposition.anchor(of: row, areas, transform)
      else { return nil }
      return NameLabels.Candidate(
        name: areas.names[row], anchor: anchor, rings: rings[position])
    }
    return NameLabels(scale: layout.page.typeScale).placed(
      candidates, in: layout.frame, avoiding: taken
    ).joined()
      .map { .text($0) }
  }

  private var areaCandidates: [NumberLabels.Candidate] {
    let positions = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
    return numberedRows.enumerated().compactMap { place, row in
      guard let anchor = MapComposition.anchor(of: row, areas, transform) else { return nil }
      let distances = positions[row].map { rings[$0].map { $0.distance(to: anchor) } }
      return NumberLabels.Candidate(
        number: place + 1, anchor: anchor, clearance: distances?.min() ?? 0)
    }
  }

  /// Returns the inner point of an area on the page.
  private static func anchor(
    of row: Int, _ areas: MappedAreas, _ transform: PageTransform
  ) -> Point? {
    areas.outlines.innerPoint(ofArea: row)
      .map { transform.page(x: $0.x, y: $0.y) }
  }
}

/// Where the layers of a map stand among its outlines.
private struct LayerNumbers {
  /// Whether the borders of other areas come first.
  let hasBorders: Bool
  /// The places.
  var places: Int { hasBorders ? 1 : 0 }
  /// The hotspots, where there are some.
  var hotspots: Int { places + 1 }
}
