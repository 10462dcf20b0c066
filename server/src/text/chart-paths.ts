import { baseName, type Uri } from './uri.ts'

/** A template of a chart, and the folder of the chart. */
const template = /^(.*\/)templates\/.*\.ya?ml$/

/** Whether a file is a template of a chart, by where it lies. */
export const isTemplateOfChart = (file: Uri): boolean => template.test(file)

/** The folder of the chart of a template; undefined for any other file. */
export const folderOfChart = (file: Uri): Uri | undefined => template.exec(file)?.[1] as Uri | undefined

/** Whether values are those that a chart comes with, by the name of their file. */
export const isDefault = (file: Uri): boolean => /^values\.ya?ml$/.test(baseName(file))

/** Files of values as they are called: the one that a chart comes with, and others beside it, `values-prod.yaml`, `prod.values.yaml`. */
const values = /^(?:[\w.-]{1,80}[-._])?values(?:[-._][\w.-]{1,80})?\.ya?ml$/i

/** Whether a file holds values of a chart, by the name of the file. */
export const isValuesOfChart = (file: Uri): boolean => values.test(baseName(file))
