import type { Secrets } from '../text/secrets.ts'

/** Plain data with secrets struck out of all its texts; its keys stay. */
export function struckData<T>(data: T, secrets: Secrets): T {
  if (secrets.longest === 0) return data
  if (typeof data === 'string') return secrets.struckFrom(data) as T
  if (Array.isArray(data)) return data.map(item => struckData<unknown>(item, secrets)) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, struckData<unknown>(value, secrets)])) as T
}
