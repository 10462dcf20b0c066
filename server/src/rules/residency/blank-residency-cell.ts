import { isCluster } from '../../assess/platform.ts'
import { clusterName } from '../../assess/residency-contradictions.ts'
import { blanksOf, type Blank } from '../../assess/residency-gaps.ts'
import { pathsOf } from '../../assess/residency-paths.ts'
import { configurationFor } from '../../assess/declared.ts'
import { isForDevelopment } from '../../assess/stage.ts'
import { placeOf } from '../../model/fact.ts'
import { say, type Message } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './blank-residency-cell.md'

/** Clusters of which nobody has told where something lies, who answers for it or when it was tested; only where somebody has begun to declare it. */
export const blankResidencyCell = defineRule({
  code: 'KR451',
  name: 'blank-residency-cell',
  family: 'residency',
  level: 'information',
  law: ['gdpr-32', 'gdpr-5-2'],
  page,
  mends: 'choice',
  visits: ['cluster'],
  check(cluster, { db, report }) {
    const residency = configurationFor(db, cluster.file)?.residency
    if (!residency || !isCluster(cluster) || isForDevelopment(db, cluster)) return
    const { items, declared } = pathsOf(db, cluster)
    const blanks = items.map(item => ({ item: item.item, blank: blanksOf(item) }))
    const having = (wanted: Blank): Message[] =>
      blanks.flatMap(({ item, blank }) => (blank.includes(wanted) ? [say(`item.${item}`)] : []))
    const [entries, places, owners, tests] = [having('item'), having('place'), having('owner'), having('test')]
    if (blanks.every(({ blank }) => blank.length === 0)) return
    report('blank', {
      at: placeOf(cluster.name),
      data: {
        cluster: clusterName(cluster),
        entries: entries.length,
        places: places.length,
        owners: owners.length,
        tests: tests.length,
      },
      certainty: 'derived',
      because: kinds.flatMap(kind => {
        const missing = having(kind)
        return missing.length > 0 ? [say(`blank.${kind}`, { items: missing })] : []
      }),
      related: [{ at: declared?.at ?? residency.at, message: say('related.residency') }],
    })
  },
})

const kinds: readonly Blank[] = ['item', 'place', 'owner', 'test']
