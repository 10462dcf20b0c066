/** A box, by its upper left corner, in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A point, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where stations are put, and the points that a flow, by its number, passes on its way. */
export interface Placed {
  boxOf(id: string): Box
  passes(flow: number): readonly Point[]
}

/** How large the boxes of stations are, by their ids. */
export type Sizes = ReadonlyMap<string, Pick<Box, 'width' | 'height'>>
