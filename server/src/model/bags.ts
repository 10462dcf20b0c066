import type { Entity } from './entities.ts'
import type { Settings } from './settings.ts'

/** Every bag of settings that an entity holds. */
export function bagsOf(entity: Entity): Settings[] {
  switch (entity.kind) {
    case 'flow':
      return there(entity.copying, entity.checkpoints, entity.heartbeats, entity.source.settings)
    case 'connect-cluster':
      return there(entity.settings, entity.environment, entity.kafka.settings, entity.build)
    case 'cluster':
      return there(entity.settings, entity.beside, entity.tieredStorage)
    case 'client':
      return there(entity.settings, entity.kafka.settings)
    case 'connector':
    case 'topic':
      return [entity.settings]
    default:
      return []
  }
}

/** Parts of a file of properties share their keys: a bag that says the same once more is left out. */
const there = (...bags: readonly (Settings | undefined)[]): Settings[] =>
  bags.filter((bag, i): bag is Settings => bag !== undefined && bags.indexOf(bag) === i)
