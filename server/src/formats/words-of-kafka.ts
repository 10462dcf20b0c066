/** Whether a text can be about Kafka at all: a second look at what many files hold that are about something else, which it spares. All that a reader goes by has one of these words: a name of Kafka's or of one of its tools, a setting of its programs, a topic with its partitions. */
export const concernsKafka = (text: string): boolean => words.test(text)

const words =
  /kafka|redpanda|akhq|kafdrop|kowl|cmak|control.?center|\bmsk|broker|bootstrap|topic|partition|replication|registry|sasl|jaas|listener|connector|messaging|consumer|producer|transactional|zookeeper|debezium|ksql|jetstream|security.?protocol|config.?storage|offset.?storage|endpoint.?identification|cloud.?stream|process\.roles|log\.dirs|(?:node|group|client|application)[._-]?id\b/i
