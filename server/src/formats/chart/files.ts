import { fileIn, folderName, parentOf, type Uri } from '../../text/uri.ts'
import { startAt } from '../cursor.ts'
import type { Cursor } from '../position.ts'

/** The file in which a chart says what it is. */
export const isChartFile = (name: string): boolean => /^Chart\.ya?ml$/.test(name)

/** What a chart says of itself; until Helm 3 it said in another file what it brings along. */
export const isOfChart = (name: string): boolean => /^(?:Chart|requirements)\.ya?ml$/.test(name)

/** The key under which the values of a chart are found. */
export const keyOf = (folder: Uri): string => `chart ${folder}`

/** The chart whose values are found under a key; undefined under any other key. */
export const folderUnder = (key: string): Uri | undefined => /^chart (.*)$/.exec(key)?.[1] as Uri | undefined

/** The chart that has another one in its folder `charts`. */
export const parentOfChart = (folder: Uri): Uri | undefined =>
  folderName(parentOf(folder)) === 'charts' ? parentOf(parentOf(folder)) : undefined

/** A chart and all that it is a part of. */
export function withThoseAbove(folder: Uri): Uri[] {
  const above = parentOfChart(folder)
  return above === undefined ? [folder] : [folder, ...withThoseAbove(above)]
}

/** Values of a chart that comes with none. */
export const nothingIn = (folder: Uri): Cursor =>
  startAt({ file: fileIn(folder, 'values.yaml'), syntax: 'yaml', source: '', start: 0 }, undefined)
