import { baseName, type Uri } from './uri.ts'

/** A template of a chart, and the folder of the chart. */
const template = /^(.*\/)templates\/.*\.ya?ml$/

/** Whether a file is a template of a chart, by where it lies. */
export const isTemplateOfChart = (file: Uri): boolean => template.test(file)

/** The folder of the chart of a template; undefined for any other file. */
export const folderOfChart = (file: Uri): Uri | undefined => template.exec(file)?.[1] as Uri | undefined

/** Whether values are those that a chart comes with, by the name of their file. */
export const isDefault = (file: Uri): boolean => /^values\.ya?ml$/.test(baseName(file))
