import Geometry
import Tables
import Testing

@Suite struct SurfaceTests {
  let surface = Surface(
    grid: SurfaceGrid(cellSize: 100, firstColumn: 2, firstRow: 3, columns: 3, rows: 2),
    values: [0, 1, .nan, 4, .nan, 9])

  @Test("zero is a value and not-a-number is none")
  func zeroIsAValue() {
    #expect(surface[0, 0] == 0)
    #expect(surface[2, 0] == nil)
    #expect(surface[2, 1] == 9)
    #expect(surface.hasValue(at: 0))
    #expect(!surface.hasValue(at: 4))
    #expect(surface.valueCount == 4)
    #expect(surface.presentValues == [0, 1, 4, 9])
    #expect(surface.range == 0...9)
  }

  @Test("the volume is density times area")
  func volume() { #expect(surface.volume == 14 * 0.01) }

  @Test("a surface without values has no range")
  func noRange() {
    let empty = Surface(
      grid: SurfaceGrid(cellSize: 1, firstColumn: 0, firstRow: 0, columns: 1, rows: 1),
      values: [.nan])
    #expect(empty.range == nil)
    #expect(empty.volume == 0)
    #expect(empty == empty)
  }

  @Test("resizing keeps every value in its place")
  func resizing() {
    let wide = surface.resized(to: surface.grid.padded(by: 1))
    #expect(wide.grid.box == Box(minX: 100, minY: 200, maxX: 600, maxY: 600))
    #expect(wide[1, 1] == 0)
    #expect(wide[3, 2] == 9)
    #expect(wide[0, 0] == nil)
    #expect(wide.resized(to: surface.grid) == surface)
  }
}
