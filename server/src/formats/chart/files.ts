import { fileIn, folderName, parentOf, baseName, type Uri } from '../../text/uri.ts'
import { startAt } from '../cursor.ts'
import type { Cursor } from '../position.ts'

/** A template of a chart, and the folder of the chart. */
const template = /^(.*\/)templates\/.*\.ya?ml$/

/** Whether a file is a template of a chart, by where it lies. */
export const isTemplateOfChart = (file: Uri): boolean => template.test(file)

/** Whether values are those that a chart comes with, by the name of their file. */
export const isDefault = (file: Uri): boolean => /^values\.ya?ml$/.test(baseName(file))

/** The file in which a chart says what it is. */
export const isChartFile = (name: string): boolean => /^Chart\.ya?ml$/.test(name)

/** What a chart says of itself; until Helm 3 it said in another file what it brings along. */
export const isOfChart = (name: string): boolean => /^(?:Chart|requirements)\.ya?ml$/.test(name)

/** The key under which the values of a chart are found. */
export const keyOf = (folder: Uri): string => `chart ${folder}`

/** The chart whose values are found under a key; undefined under any other key. */
export const folderUnder = (key: string): Uri | undefined => /^chart (.*)$/.exec(key)?.[1] as Uri | undefined

/** The folder of the chart of a template; undefined for any other file. */
export const folderOfChart = (file: Uri): Uri | undefined => template.exec(file)?.[1] as Uri | undefined

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
