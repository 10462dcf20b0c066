import { aliases, mirrorNames } from './mirrors.ts'
import type { Plan } from './plan.ts'
import { literally, shellQuoted } from './shell.ts'

/** The names of the connectors of a mirror, as Strimzi makes them. */
export const connectorNames = (source: string, target: string): Readonly<Record<'copies' | 'offsets', string>> => ({
  copies: `${source}->${target}.MirrorSourceConnector`,
  offsets: `${source}->${target}.MirrorCheckpointConnector`,
})

/** Functions of a shell for the checks of the document: what is copied, what is written, which offsets there are. Language has no part in it. */
export function checksScript({ inventory, target }: Plan): string {
  const names = mirrorNames(target.name)
  const forward = connectorNames(aliases.source, aliases.target)
  const back = connectorNames(aliases.target, aliases.source)
  const topics = inventory.topics.map(({ name }) => literally(name)).join('|')
  return `# . ./checks.sh
export LC_ALL=C
MANAGED_CLIENT="--bootstrap-server $MANAGED_BOOTSTRAP --command-config managed.properties"
OWN_CLIENT="--bootstrap-server $OWN_BOOTSTRAP --command-config own.properties"
TOPICS=${shellQuoted(topics)}

# ends managed|own [earliest]: topic:partition:offset, without empty partitions at 0
ends() {
  case "$1" in managed) client=$MANAGED_CLIENT ;; own) client=$OWN_CLIENT ;; esac
  kafka-get-offsets.sh $client --topic "$TOPICS" --time "\${2:-latest}" | sort
}

# copied FORWARD_OR_BACK_RESOURCE CONNECTOR: topic:partition:offset behind the last copied record
copied() {
  kubectl exec -n "$NAMESPACE" "$1-mirrormaker2-0" -- curl -s "localhost:8083/connectors/$(printf %s "$2" | sed 's/->/-%3E/')/offsets" |
    jq -r '.offsets[] | "\\(.partition.topic):\\(.partition.partition):\\(.offset.offset + 1)"' | sort
}

# not_copied CLUSTER RESOURCE CONNECTOR: partitions with records that are not copied to their end
not_copied() {
  ends "$1" earliest > earliest.txt
  ends "$1" latest > latest.txt
  copied "$2" "$3" > copied.txt
  comm -13 earliest.txt latest.txt | comm -23 - copied.txt
}
drained() { not_copied managed ${names.forward} '${forward.copies}'; }
drained_back() { not_copied own ${names.back} '${back.copies}'; }

# counts CLUSTER: topic, and how many offsets its partitions hold
counts() {
  ends "$1" earliest > earliest.txt
  ends "$1" latest | paste -d: earliest.txt - | awk -F: '{ n[$1] += $6 - $3 } END { for (t in n) print t, n[t] }' | sort
}

# groups CLUSTER: group topic partition, where an offset is committed
groups() {
  case "$1" in managed) client=$MANAGED_CLIENT ;; own) client=$OWN_CLIENT ;; esac
  kafka-consumer-groups.sh $client --describe --all-groups 2>/dev/null |
    awk '$1 != "GROUP" && $4 ~ /^[0-9]+$/ { print $1, $2, $3 }' | sort
}
groups_missing() {
  groups managed > managed-groups.txt
  groups own | comm -23 managed-groups.txt -
}

# cut_over_offsets: the ConfigMap from which the mirror back starts
cut_over_offsets() {
  ends own | awk -F: '$3 > 0' |
    jq -R 'split(":") | { partition: { cluster: "${aliases.target}", partition: (.[1] | tonumber), topic: .[0] }, offset: { offset: ((.[2] | tonumber) - 1) } }' |
    jq -s '{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "${names.back}-offsets" }, data: { "${back.copies.replace('->', '--')}.json": ({ offsets: . } | tojson) } }'
}
`
}
