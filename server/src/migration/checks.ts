import { aliases, mirrorNames } from './mirrors.ts'
import type { Plan } from './plan.ts'
import { literally, shellQuoted } from '../text/shell.ts'

/** The names of the connectors of a mirror, as Strimzi makes them. */
export const connectorNames = (source: string, target: string): Readonly<Record<'copies' | 'offsets', string>> => ({
  copies: `${source}->${target}.MirrorSourceConnector`,
  offsets: `${source}->${target}.MirrorCheckpointConnector`,
})

/** Functions of a shell for the checks of the document: what is copied, what is written, which offsets there are. What cannot be read fails aloud: an empty answer means that nothing is missing. Language has no part in it. */
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

# ends managed|own [earliest]: topic:partition:offset, without empty partitions at 0; fails where nothing can be read
ends() {
  case "$1" in managed) client=$MANAGED_CLIENT ;; own) client=$OWN_CLIENT ;; esac
  kafka-get-offsets.sh $client --topic "$TOPICS" --time "\${2:-latest}" > ends.txt && [ -s ends.txt ] ||
    { echo "FAILED: no offsets can be read from $1" >&2; return 1; }
  sort ends.txt
}

# copied FORWARD_OR_BACK_RESOURCE CONNECTOR: topic:partition:offset behind the last copied record
copied() {
  kubectl exec -n "$NAMESPACE" "$1-mirrormaker2-0" -- curl -s "localhost:8083/connectors/$(printf %s "$2" | sed 's/->/-%3E/')/offsets" |
    jq -r '.offsets[] | "\\(.partition.topic):\\(.partition.partition):\\(.offset.offset + 1)"' | sort
}

# not_copied CLUSTER RESOURCE CONNECTOR: partitions with records that are not copied to their end
not_copied() {
  { ends "$1" earliest > earliest.txt && ends "$1" latest > latest.txt; } || { echo FAILED; return 1; }
  copied "$2" "$3" > copied.txt
  comm -13 earliest.txt latest.txt | comm -23 - copied.txt
}
drained() { not_copied managed ${names.forward} '${forward.copies}'; }
drained_back() { not_copied own ${names.back} '${back.copies}'; }

# counts CLUSTER: topic, and how many offsets its partitions hold
counts() {
  { ends "$1" earliest > earliest.txt && ends "$1" latest > latest.txt; } || return 1
  paste -d: earliest.txt latest.txt | awk -F: '{ n[$1] += $6 - $3 } END { for (t in n) print t, n[t] }' | sort
}

# groups CLUSTER: group topic partition, where a group has read something and committed it
groups() {
  case "$1" in managed) client=$MANAGED_CLIENT ;; own) client=$OWN_CLIENT ;; esac
  kafka-consumer-groups.sh $client --describe --all-groups > described.txt 2> errors.txt && ! grep '^Error' described.txt >&2 ||
    { cat errors.txt >&2; return 1; }
  awk '$1 != "GROUP" && $4 ~ /^[1-9][0-9]*$/ { print $1, $2, $3 }' described.txt | sort
}
groups_missing() {
  { groups managed > managed-groups.txt && groups own > own-groups.txt; } || { echo FAILED; return 1; }
  comm -23 managed-groups.txt own-groups.txt
}

# ready GROUP: succeeds where no partition of a group is missing on the new cluster, else prints those that are
ready() {
  groups_missing > missing.txt || return 1
  GROUP_ASKED=$1 awk '$1 == ENVIRON["GROUP_ASKED"] { print; found = 1 } END { exit found }' missing.txt
}

# begun GROUP: succeeds where a group has offsets on the new cluster, whatever it was called before
begun() {
  groups own > own-groups.txt || { echo FAILED; return 1; }
  GROUP_ASKED=$1 awk '$1 == ENVIRON["GROUP_ASKED"] { found = 1 } END { if (!found) print ENVIRON["GROUP_ASKED"] " has no offsets"; exit !found }' own-groups.txt
}

# unread GROUP: lets a group begin at the beginning of partitions of which it has read nothing; it has to be stopped
unread() {
  kafka-consumer-groups.sh $MANAGED_CLIENT --describe --group "$1" 2> errors.txt | awk '$4 ~ /^0$/ { print $2 ":" $3 }' |
    while read -r partition; do
      kafka-consumer-groups.sh $OWN_CLIENT --group "$1" --topic "$partition" --reset-offsets --to-earliest --execute < /dev/null
    done
}

# cut_over_offsets: the ConfigMap from which the mirror back starts
cut_over_offsets() {
  ends own > cut-over.txt || return 1
  awk -F: '$3 > 0' cut-over.txt |
    jq -R 'split(":") | { partition: { cluster: "${aliases.target}", partition: (.[1] | tonumber), topic: .[0] }, offset: { offset: ((.[2] | tonumber) - 1) } }' |
    jq -s '{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "${names.back}-offsets" }, data: { "${back.copies.replace('->', '--')}.json": ({ offsets: . } | tojson) } }'
}
`
}
