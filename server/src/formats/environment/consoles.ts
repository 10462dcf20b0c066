import { knownValue } from '../../model/fact.ts'
import type { Settings } from '../../model/settings.ts'
import { down, isThere, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { text } from '../values.ts'
import { readVariables } from './variables.ts'

/** Images of consoles for Kafka that let in everybody by default, by the last part of their names (their documentation, 2026-11). */
export const consoleImage =
  /(?:^|\/)(?:kafka-ui|kafbat-ui|akhq|kafdrop|kowl|redpandadata\/console|kafka-manager|cmak|kafka-topics-ui|kafka-connect-ui|schema-registry-ui|cp-enterprise-control-center)(?:[:@]|$)/

/** Kafdrop has no login of its own, whatever it is given: https://github.com/obsidiandynamics/kafdrop, README, 2026-11-23. */
const asksNobody = /(?:^|\/)kafdrop(?:[:@]|$)/

/** Finds a ConfigMap by what refers to it. */
export type MapAt = (ref: Cursor) => Settings | undefined

/** Whether a console may ask for a login: by a variable of its own, by a file or variables that nobody has, or by a proxy beside it in its pod. */
export const mayAskForLogin = (container: Cursor, pod: Cursor, { all }: Settings, mapAt: MapAt): boolean =>
  items(down(pod, 'containers')).length > 1 ||
  mayHoldMore(down(container, 'envFrom'), mapAt) ||
  mayHoldSome(down(container, 'args')) ||
  (mayHoldSome(down(container, 'volumeMounts')) &&
    !asksNobody.test(knownValue(text(down(container, 'image'))) ?? '')) ||
  all.some(({ key, value }) => asksBy(key, knownValue(value)))

/** Whether variables may come from somewhere else than ConfigMaps that are known as a whole. */
const mayHoldMore = (from: Cursor, mapAt: MapAt): boolean =>
  isThere(from) &&
  (from.tree?.kind !== 'list' ||
    items(from).some(source => {
      const map = mapAt(down(source, 'configMapRef'))
      return !map || map.open !== undefined
    }))

/** Whether a list has items, or may get some from a template. */
const mayHoldSome = (list: Cursor): boolean => isThere(list) && (list.tree?.kind !== 'list' || items(list).length > 0)

/** Whether a variable may make a console ask for a login; one that switches it off does not. */
const asksBy = (name: string, value: string | undefined): boolean =>
  asksForLogin.test(name) && !/^(?:disabled|false|none)$/i.test(value ?? '')

/** Variables by which a console asks who somebody is, or takes a configuration that may. */
const asksForLogin =
  /^(?!KAFKA_CLUSTERS_).*(?:AUTH|LOGIN|SPRING_SECURITY|MICRONAUT_SECURITY|AKHQ_SECURITY|AKHQ_CONFIGURATION|CONFIG_FILE|LDAP|OAUTH)/

/** Whether a service of Compose may make its console ask for a login: by a variable, or by what stands in a file or behind its name. */
export const mayAskBesides = (service: Cursor): boolean =>
  ['env_file', 'volumes', 'configs', 'secrets', 'command', 'entrypoint', 'labels'].some(key =>
    isThere(down(service, key)),
  ) || readVariables(down(service, 'environment')).all.some(({ key, value }) => asksBy(key, knownValue(value)))
