package kafkareview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** What pages, fixes and the table of consequences rest on, tried. */
final class Claims {
    private final Trial trial;
    private final Cluster cluster;
    private final Admin admin;
    private final Connect connect;

    Claims(Trial trial, Cluster cluster, Admin admin, Connect connect) {
        this.trial = trial;
        this.cluster = cluster;
        this.admin = admin;
        this.connect = connect;
    }

    void all() {
        trial.attempt("claim | MaskField fails on bytes, ReplaceField takes them out", this::bytes);
        trial.attempt("claim | MaskField with a replacement takes texts and numbers only", this::replacement);
        trial.attempt("claim | MaskField empties every type that it takes", this::types);
        trial.attempt("claim | idempotence beside acks other than all: the producer does not start", this::idempotence);
        trial.attempt("claim | acks=1 alone switches idempotence off, silently", this::acksAlone);
        trial.attempt("claim | a new group starts at the end, or reads all again with earliest", this::newGroup);
        trial.attempt("claim | a lower retention.ms deletes records", this::retention);
        trial.attempt("claim | more in-sync replicas than replicas: the smaller number counts", this::inSync);
        trial.attempt("claim | a replication factor above the brokers is refused", this::factor);
        trial.attempt("claim | a topic cannot lose partitions", this::partitions);
        trial.attempt("claim | without allow.everyone.if.no.acl.found nobody without a right may do anything", () -> acl("false"));
        trial.attempt("claim | with allow.everyone.if.no.acl.found everybody may", () -> acl("true"));
        trial.attempt("claim | the setting for everybody is off where it is not written", () -> acl(null));
        trial.attempt("claim | a changed configuration restarts a connector and another group starts at the beginning", this::connector);
        trial.attempt("claim | security.protocol=SSL beside settings of SASL: constructed, and it does not authenticate", this::sslBesideSasl);
        trial.attempt("claim | empty cleanup.policy is allowed", this::emptyPolicy);
        trial.attempt("claim | a record outlives retention.ms while its segment takes newer ones, and goes when the newest is as old", this::openSegment);
        trial.attempt("claim | tiered storage is refused for a compacted topic", this::tiered);
    }

    private static Schema of(Schema field) {
        return SchemaBuilder.struct().field("f", field).field("k", Schema.STRING_SCHEMA).build();
    }

    private static Struct value(Schema schema, Object field) {
        return new Struct(schema).put("f", field).put("k", "k");
    }

    private static void check(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what);
    }

    private String bytes() {
        Schema schema = of(Schema.BYTES_SCHEMA);
        Object record = value(schema, new byte[] {1});
        try {
            Trial.masked(schema, record, Map.of("fields", "f"));
            throw new IllegalStateException("MaskField took bytes");
        } catch (DataException refused) {
            var replaced = Trial.replaced(schema, record, Map.of("exclude", "f"));
            check(replaced.valueSchema().field("f") == null, "the field is still there");
            return "MaskField: " + refused.getMessage() + "; ReplaceField exclude takes the field out";
        }
    }

    private String replacement() {
        Schema text = of(Schema.STRING_SCHEMA);
        Struct masked = (Struct) Trial.masked(text, value(text, "secret"), Map.of("fields", "f", "replacement", "x")).value();
        check("x".equals(masked.getString("f")), "not replaced");
        Schema bool = of(Schema.BOOLEAN_SCHEMA);
        try {
            Trial.masked(bool, value(bool, true), Map.of("fields", "f", "replacement", "x"));
            throw new IllegalStateException("a truth value was replaced");
        } catch (DataException refused) {
            return refused.getMessage();
        }
    }

    private String types() {
        Map<Schema, Object> taken = new HashMap<>();
        taken.put(Schema.STRING_SCHEMA, "a");
        taken.put(Schema.INT32_SCHEMA, 1);
        taken.put(Schema.INT64_SCHEMA, 1L);
        taken.put(Schema.FLOAT64_SCHEMA, 1.0);
        taken.put(Schema.BOOLEAN_SCHEMA, true);
        taken.put(SchemaBuilder.array(Schema.STRING_SCHEMA).build(), List.of("a"));
        taken.put(SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build(), Map.of("a", "b"));
        taken.put(org.apache.kafka.connect.data.Timestamp.SCHEMA, new java.util.Date(1));
        taken.put(org.apache.kafka.connect.data.Decimal.schema(0), java.math.BigDecimal.ONE);
        taken.forEach((type, field) -> {
            Schema schema = of(type);
            Object masked = ((Struct) Trial.masked(schema, value(schema, field), Map.of("fields", "f")).value()).get("f");
            check(!field.equals(masked), type + " is not masked");
        });
        Schema inner = SchemaBuilder.struct().field("x", Schema.STRING_SCHEMA).build();
        Schema nested = of(inner);
        try {
            Trial.masked(nested, value(nested, new Struct(inner).put("x", "y")), Map.of("fields", "f"));
            throw new IllegalStateException("a record was masked");
        } catch (DataException refused) {
            return "texts, numbers, truth values, lists, maps, times and decimals; not records: " + refused.getMessage();
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", cluster.bootstrap, "max.block.ms", 5000, "delivery.timeout.ms", 6000, "request.timeout.ms", 3000));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private String idempotence() {
        try (var refused = producer(Map.of("acks", "1", "enable.idempotence", "true"))) {
            throw new IllegalStateException("it was constructed: " + refused);
        } catch (ConfigException refused) {
            try (var taken = producer(Map.of("acks", "all", "enable.idempotence", "true"))) {
                return refused.getMessage();
            }
        }
    }

    private String acksAlone() {
        try (var taken = producer(Map.of("acks", "1"))) {
            return "constructed without a word";
        }
    }

    private KafkaConsumer<String, String> consumer(String group, String reset) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", cluster.bootstrap, "group.id", group, "enable.auto.commit", "false"));
        if (reset != null) settings.put("auto.offset.reset", reset);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private String newGroup() throws Exception {
        String topic = trial.newTopic();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var producer = producer(Map.of())) {
            for (int index = 0; index < 5; index++) producer.send(new ProducerRecord<>(topic, "k", "v")).get();
        }
        long[] positions = new long[2];
        String[] resets = {null, "earliest"};
        for (int index = 0; index < 2; index++) {
            try (var consumer = consumer("new-" + index, resets[index])) {
                consumer.assign(List.of(partition));
                positions[index] = consumer.position(partition, Duration.ofSeconds(10));
            }
        }
        check(positions[0] == 5 && positions[1] == 0, "positions " + positions[0] + " and " + positions[1]);
        return "default: 5 of 5 records skipped; earliest: 5 of 5 read";
    }

    private String retention() throws Exception {
        String topic = "retained";
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("segment.ms", "200", "file.delete.delay.ms", "0")))).all().get();
        try (var producer = producer(Map.of())) {
            for (int index = 0; index < 3; index++) {
                producer.send(new ProducerRecord<>(topic, "k", "v")).get();
                Thread.sleep(300);
            }
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        long before = Trial.earliest(admin, partition);
        trial.alter(new ConfigResource(ConfigResource.Type.TOPIC, topic), "retention.ms", "100", false);
        boolean gone = Cluster.waitFor(40, () -> Trial.earliest(admin, partition) > before);
        check(gone, "all records are still there");
        return "the first record is now " + Trial.earliest(admin, partition) + ", was " + before;
    }

    private String inSync() throws Exception {
        String topic = trial.newTopic();
        trial.alter(new ConfigResource(ConfigResource.Type.TOPIC, topic), "min.insync.replicas", "2", false);
        try (var producer = producer(Map.of("acks", "all", "enable.idempotence", "false", "retries", "0"))) {
            producer.send(new ProducerRecord<>(topic, "k", "v")).get();
            return "1 replica, 2 asked for, acks=all: written";
        } catch (ExecutionException refused) {
            check(!(refused.getCause() instanceof NotEnoughReplicasException), "refused: " + refused.getCause().getMessage());
            throw refused;
        }
    }

    private String factor() throws Exception {
        try {
            admin.createTopics(List.of(new NewTopic("too-many", 1, (short) 3))).all().get();
            throw new IllegalStateException("made");
        } catch (ExecutionException refused) {
            check(refused.getCause() instanceof InvalidReplicationFactorException, String.valueOf(refused.getCause()));
            return refused.getCause().getMessage();
        }
    }

    private String partitions() throws Exception {
        admin.createTopics(List.of(new NewTopic("parts", 3, (short) 1))).all().get();
        try {
            admin.createPartitions(Map.of("parts", NewPartitions.increaseTo(2))).all().get();
            throw new IllegalStateException("taken");
        } catch (ExecutionException refused) {
            check(refused.getCause() instanceof InvalidPartitionsException, String.valueOf(refused.getCause()));
            return refused.getCause().getMessage();
        }
    }

    /** Another cluster, with an authorizer; brokers trust themselves, clients are somebody else. */
    String acl(String everyone) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("early.start.listeners", "CONTROLLER");
        if (everyone != null) settings.put("allow.everyone.if.no.acl.found", everyone);
        settings.put("principal.builder.class", PortPrincipal.class.getName());
        settings.put("super.users", "User:controller");
        try (Cluster closed = new Cluster(settings); Admin own = closed.admin()) {
            own.createTopics(List.of(new NewTopic("of-everybody", 1, (short) 1))).all().get();
            check("true".equals(everyone), "a topic was made");
            return "a topic is made";
        } catch (ExecutionException refused) {
            Throwable cause = refused.getCause();
            boolean denied = cause instanceof TopicAuthorizationException || cause instanceof ClusterAuthorizationException;
            check(denied && !"true".equals(everyone), String.valueOf(cause));
            return cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }
    }

    private String connector() throws Exception {
        Path file = Files.createTempFile("kafka-review", ".txt");
        String topic = trial.newTopic();
        try (var producer = producer(Map.of())) {
            producer.send(new ProducerRecord<>(topic, "k", "one")).get();
        }
        Map<String, String> settings = new HashMap<>(Map.of("connector.class", Connect.SINK, "tasks.max", "1", "topics", topic, "file", file.toString()));
        connect.run("sink", settings);
        check(Cluster.waitFor(30, () -> Files.readAllLines(file).size() == 1), "nothing was written: " + connect.states("sink"));
        // The offset has to be committed before another group can tell the difference.
        Thread.sleep(1500);
        String before = connect.status("sink").toString();
        settings.put("consumer.override.group.id", "cg-1");
        settings.put("errors.tolerance", "all");
        settings.put("errors.deadletterqueue.topic.name", "sink.dlq");
        settings.put("errors.deadletterqueue.topic.replication.factor", "1");
        connect.run("sink", settings);
        boolean again = Cluster.waitFor(30, () -> Files.readAllLines(file).size() == 2);
        connect.delete("sink");
        check(again, "the record was not written again: " + Files.readAllLines(file) + " " + before);
        return "the task ran anew and wrote the record a second time";
    }

    private String sslBesideSasl() {
        try (var taken = producer(Map.of("security.protocol", "SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"p\";"))) {
            return "constructed without a word; the protocol has no SASL";
        }
    }

    private String emptyPolicy() throws Exception {
        String topic = trial.newTopic();
        trial.alter(new ConfigResource(ConfigResource.Type.TOPIC, topic), "cleanup.policy", "", false);
        return "taken";
    }

    private String openSegment() throws Exception {
        String topic = "open";
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("retention.ms", "2000", "file.delete.delay.ms", "0")))).all().get();
        TopicPartition partition = new TopicPartition(topic, 0);
        int written = 0;
        try (var producer = producer(Map.of())) {
            for (long end = System.currentTimeMillis() + 7000; System.currentTimeMillis() < end; written++) {
                producer.send(new ProducerRecord<>(topic, "k", "v")).get();
                Thread.sleep(250);
            }
        }
        check(Trial.earliest(admin, partition) == 0, "the first record went after 7 s");
        int all = written;
        check(Cluster.waitFor(40, () -> Trial.earliest(admin, partition) == all), "records stay after the last one is old");
        return "retention 2 s: the first of " + written + " records is there after 7 s, and all are gone some seconds after the last";
    }

    private String tiered() throws Exception {
        validateTopic("delete");
        try {
            validateTopic("compact");
            throw new IllegalStateException("taken");
        } catch (java.lang.reflect.InvocationTargetException refused) {
            check(refused.getCause() instanceof ConfigException, String.valueOf(refused.getCause()));
            return refused.getCause().getMessage();
        }
    }

    /** What brokers with tiered storage check of a topic that asks for it. */
    private static void validateTopic(String policy) throws Exception {
        Map<String, String> settings = Map.of("remote.storage.enable", "true", "cleanup.policy", policy);
        Class.forName("org.apache.kafka.storage.internals.log.LogConfig")
                .getMethod("validate", Map.class, Map.class, Map.class, boolean.class)
                .invoke(null, Map.of(), settings, Map.of("compression.type", "producer"), true);
    }
}
