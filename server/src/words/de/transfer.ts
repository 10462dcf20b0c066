import type { transfer as english } from '../en/transfer.ts'
import type { Like } from '../message.ts'
import { dateOf } from './people.ts'

/** What is said of a destination outside: nothing covers it, a decision that covers some recipients only, or the policy is against it. */
const outside = {
  outside: ({ sending }: { sending: string }) => `${sending}: außerhalb des EWR ohne angegebene Garantie`,
  conditional: ({ sending }: { sending: string }) =>
    `${sending}: außerhalb des EWR; dass der Angemessenheitsbeschluss den Empfänger erfasst, ist nicht angegeben`,
  refused: ({ sending, country }: { sending: string; country: string }) =>
    `${sending}: die Richtlinie erlaubt das Land nicht (${country})`,
}

/** KR4xx: where data goes, and under whose law it comes there. */
export const transfer: Like<typeof english> = {
  KR401: outside,
  KR402: {
    adequate: ({ sending, until }) =>
      `${sending}: außerhalb des EWR, erfasst von einem Angemessenheitsbeschluss${until === undefined ? '' : `, gültig bis ${dateOf(until)}`}`,
    declared: ({ sending, basis }) => `${sending}: außerhalb des EWR, angegebene Garantie: ${basis}`,
    allowed: ({ sending }) => `${sending}: außerhalb des EWR, von der Richtlinie erlaubt, ohne angegebene Garantie`,
  },
  KR403: outside,
  KR404: outside,
  KR405: {
    reached: ({ sending, owner }) => `${sending}: betrieben von ${owner}, das US-Recht unterliegt`,
    possible: ({ sending, owner }) => `${sending}: betrieben von ${owner}, das möglicherweise US-Recht unterliegt`,
    elsewhere: ({ sending, owner, country }) =>
      `${sending}: betrieben von ${owner}, dessen Muttergesellschaft dem Recht dieses Staates unterliegt: ${country}`,
    unsettled: ({ sending, owner }) =>
      `${sending}: betrieben von ${owner}; zu klären ist, welchem Recht die Muttergesellschaft unterliegt`,
    denied: ({ sending, owner }) => `${sending}: betrieben von ${owner}, das die Richtlinie ausschließt`,
  },
  KR406: {
    outside: ({ sending }) => `${sending}: außerhalb des EWR`,
    foreign: ({ sending, owner }) => `${sending}: betrieben von ${owner}, das US-Recht unterliegt`,
  },
  KR407: {
    open: ({ sending }) => `${sending}: das Land lässt sich nicht bestimmen; unter destinations angeben`,
  },
  KR408: {
    outside: ({ name }) =>
      `Replikation „${name}“ überträgt jedes Topic an ein Ziel außerhalb des EWR; die Topics einzeln aufführen`,
    foreign: ({ name, owner }) =>
      `Replikation „${name}“ überträgt jedes Topic an ${owner} und damit unter ausländisches Recht; die Topics einzeln aufführen`,
    inside: ({ name }) =>
      `Replikation „${name}“ überträgt jedes Topic, auch später angelegte; die Topics einzeln aufführen`,
  },
  KR409: {
    unstated: ({ cluster }) =>
      `Cluster ${cluster} ist serverlos: in welcher Region seine Steuerungsebene läuft, ist nicht dokumentiert; eine schriftliche Auskunft des Anbieters festhalten`,
  },
  KR410: {
    synchronised: ({ name, place }) =>
      `Replikation „${name}“ synchronisiert die Offsets ihrer Gruppen nach ${place}: Metadaten darüber, wer was liest, verlassen den EWR`,
  },
  KR411: {
    none: ({ name, key }) =>
      `Konnektor „${name}“ erfasst jede Tabelle, auch später angelegte; sie in ${key} einzeln aufführen`,
    schemas: ({ name, key }) =>
      `Konnektor „${name}“ erfasst jede Tabelle aus ${key}, auch später angelegte; die Tabellen einzeln aufführen`,
    except: ({ name, key }) =>
      `Konnektor „${name}“ erfasst jede Tabelle, die ${key} nicht ausnimmt, auch später angelegte; die zu erfassenden Tabellen einzeln aufführen`,
    all: ({ name, key, value }) =>
      `Konnektor „${name}“ erfasst jede Tabelle, auf die ${key}=${value} passt, auch später angelegte; die Tabellen einzeln aufführen`,
  },
  KR412: {
    every: ({ name }) =>
      `Sink-Konnektor „${name}“ übernimmt jedes Topic, auch später angelegte; die Topics einzeln aufführen`,
  },
  KR413: {
    named: ({ cluster, level }) =>
      `Die Metriken des Clusters ${cluster} stehen mit den Namen seiner Topics in Amazon CloudWatch (enhanced_monitoring ist ${level})`,
  },
}
