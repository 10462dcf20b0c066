/** The cluster, and its namespace where that is written, of a Strimzi bootstrap address: `<cluster>-kafka-bootstrap`, `<cluster>-kafka-<listener>-bootstrap`; the cluster may be called `x-kafka` itself. */
export function readBootstrap(address: string): { readonly cluster: string; readonly namespace?: string } | undefined {
  const [, cluster, namespace] =
    /^(?:[a-z_]+:\/\/)?([a-z0-9.-]+)-kafka-(?:[a-z0-9]+-)?(?:bootstrap|brokers)(?:\.([a-z0-9-]+))?(?:\.svc[a-z.]*)?(?::\d+)?$/i.exec(
      address,
    ) ?? []
  return cluster === undefined ? undefined : { cluster, ...(namespace === undefined ? {} : { namespace }) }
}
