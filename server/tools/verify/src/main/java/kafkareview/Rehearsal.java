package kafkareview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The move of a generated document, made between two clusters of this machine: copying, groups, producers, and back.
 * The mirrors' settings are those that were generated; left out are what a single broker cannot have (three copies) and what
 * nothing asks for here (TLS, authentication). A step bears the name of its words in the document.
 */
final class Rehearsal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = 20_000;
    private static final int ABORTED = 400;
    private static final int AFTER = 5_000;
    private static final int RETURNED = 1_000;

    private final JsonNode plan;
    private final List<String> topics;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final long began = System.currentTimeMillis();
    private final Cluster managed = new Cluster(Map.of());
    private final Cluster own = new Cluster(Map.of());
    private final Connect atManaged = new Connect(managed.bootstrap);
    private final Connect atOwn = new Connect(own.bootstrap);
    private final Admin old = managed.admin();
    private final Admin fresh = own.admin();
    private final List<String> steps = new ArrayList<>();
    private int written = 0;
    private int readOn = 0;

    private Rehearsal(JsonNode plan) throws Exception {
        this.plan = plan;
        topics = texts(plan.path("topics"), "name");
    }

    public static void main(String[] args) throws Exception {
        int status = 1;
        try (Rehearsal rehearsal = new Rehearsal(JSON.readTree(Path.of(args[0]).toFile()))) {
            rehearsal.run();
            rehearsal.figures.put("steps", rehearsal.steps);
            Files.writeString(Path.of(args[1]), Json.write(rehearsal.figures));
            status = 0;
        } catch (Exception failed) {
            failed.printStackTrace(System.out);
        }
        System.exit(status);
    }

    private void run() throws Exception {
        for (JsonNode topic : plan.path("topics")) make(old, topic);
        awaitLeaders(old);
        write(managed, FIRST);
        abort(managed);
        String early = plan.path("groups").get(0).asText();
        String late = plan.path("groups").get(1).asText();
        Set<String> seenEarly = read(managed, early, FIRST / 3);
        Set<String> seenLate = read(managed, late, Integer.MAX_VALUE);

        step("move.usersTopics", () -> {
            for (JsonNode topic : plan.path("topics")) make(fresh, topic);
            awaitLeaders(fresh);
        });
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread producer = new Thread(() -> {
            try {
                while (writing.get()) {
                    write(managed, 100);
                    Thread.sleep(200);
                }
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        producer.start();
        step("move.mirror", () -> {
            check(atManaged.run("heartbeat", settings("heartbeat", managed, managed)).equals("RUNNING [RUNNING]"), "heartbeats run");
            syncs(fresh, "managed");
            create(atOwn, "forward", managed, own);
            resume(atOwn, "forward");
            check(Cluster.waitFor(90, () -> behind(old, atOwn, "forward") < 500), "the lag falls");
            check(Cluster.waitFor(60, () -> ends(fresh, List.of("managed.heartbeats")).values().stream().anyMatch(end -> end > 0)), "heartbeats arrive");
        });
        figures.put("topicsCopied", topics.size());

        step("move.consumers", () -> {
            for (String group : List.of(early, late)) {
                boolean there = false;
                for (int round = 0; round < 6 && !there; round++) {
                    Map<TopicPartition, OffsetAndMetadata> committed = committed(old, group);
                    there = Cluster.waitFor(50, () -> committed(fresh, group).keySet().containsAll(withRecords(committed)));
                    // As the document has it: a group that stands before the point at which checkpoints started reads on at the old cluster.
                    if (!there) {
                        (group.equals(early) ? seenEarly : seenLate).addAll(read(managed, group, Integer.MAX_VALUE));
                        readOn++;
                    }
                }
                check(there, "every partition of " + group + " has an offset here");
            }
            figures.put("roundsReadOn", readOn);
            Map<TopicPartition, OffsetAndMetadata> there = committed(old, late);
            for (var entry : committed(fresh, late).entrySet()) {
                OffsetAndMetadata before = there.get(entry.getKey());
                check(before != null && entry.getValue().offset() <= before.offset(), "no offset lies behind the committed one");
            }
            figures.put("groups", 2);
            figures.put("offsets", committed(old, early).size() + committed(old, late).size());
        });
        Set<String> twice = new TreeSet<>();
        Set<String> here = read(own, early, Integer.MAX_VALUE);
        for (String id : here) if (!seenEarly.add(id)) twice.add(id);
        for (String id : read(own, late, Integer.MAX_VALUE)) if (!seenLate.add(id)) twice.add(id);

        step("move.producers", () -> {
            writing.set(false);
            producer.join();
            check(Cluster.waitFor(120, () -> behind(old, atOwn, "forward") == 0), "everything is copied");
            stop(atOwn, "forward");
        });
        Map<TopicPartition, Long> cutOver = ends(fresh, topics);
        seenEarly.addAll(read(own, early, Integer.MAX_VALUE));
        seenLate.addAll(read(own, late, Integer.MAX_VALUE));
        check(seenEarly.size() == written && seenLate.size() == written, "both groups have read all " + written + ": " + seenEarly.size() + ", " + seenLate.size());
        check(ids(own).size() == written && new HashSet<>(ids(own)).size() == written, "the new cluster has every record once, and none that was taken back");
        figures.put("recordsBefore", written);
        figures.put("readTwice", twice.size());

        write(own, AFTER);
        step("move.between", () -> {
            syncs(old, "own");
            create(atManaged, "back", own, managed);
            alter(cutOver);
            resume(atManaged, "back");
            check(Cluster.waitFor(120, () -> behind(fresh, atManaged, "back") == 0), "what is new is copied back");
        });
        List<String> atOld = ids(managed);
        check(atOld.size() == written && new HashSet<>(atOld).size() == written, "the old cluster has every record once: " + atOld.size() + " of " + written);
        seenEarly.addAll(read(own, early, Integer.MAX_VALUE));
        figures.put("recordsAfter", AFTER);

        step("move.betweenBack", () -> {
            Map<TopicPartition, OffsetAndMetadata> last = committed(fresh, early);
            check(Cluster.waitFor(90, () -> total(committed(old, early)) > total(last) * 9 / 10), "the offsets of the group are carried back");
            stop(atManaged, "back");
        });
        write(managed, RETURNED);
        Set<String> again = read(managed, early, Integer.MAX_VALUE);
        int repeated = 0;
        for (String id : again) if (!seenEarly.add(id)) repeated++;
        check(seenEarly.size() == written, "the group has read all " + written + " after its return: " + seenEarly.size());
        figures.put("recordsReturned", RETURNED);
        figures.put("readTwiceAfterReturn", repeated);
        figures.put("aborted", ABORTED);
        figures.put("lost", written - seenEarly.size());
        figures.put("seconds", (System.currentTimeMillis() - began) / 1000);
    }

    private interface Action {
        void run() throws Exception;
    }

    private void step(String name, Action action) throws Exception {
        long start = System.currentTimeMillis();
        action.run();
        steps.add(name);
        System.out.println("proven | " + name + " | " + (System.currentTimeMillis() - start) + " ms");
    }

    private static void check(boolean holds, String what) {
        if (!holds) throw new IllegalStateException("does not hold: " + what);
    }

    private void make(Admin admin, JsonNode topic) throws Exception {
        Map<String, String> config = new HashMap<>();
        topic.path("config").fields().forEachRemaining(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        // One broker has one copy. What compacts or expires would take records out of the count.
        config.keySet().removeAll(Set.of("min.insync.replicas", "cleanup.policy", "retention.ms", "max.compaction.lag.ms"));
        admin.createTopics(List.of(new NewTopic(topic.path("name").asText(), topic.path("partitions").asInt(), (short) 1).configs(config))).all().get();
    }

    /** A partition that has no leader yet takes no record: what is sent to it may expire before a producer asks again. */
    private void awaitLeaders(Admin admin) throws Exception {
        boolean led = Cluster.waitFor(60, () -> {
            try {
                return admin.describeTopics(topics).allTopicNames().get().values().stream().flatMap(topic -> topic.partitions().stream()).allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
            } catch (ExecutionException notYet) {
                return false;
            }
        });
        check(led, "each partition has a leader");
    }

    private static Map<String, Object> producer(Cluster at) {
        return new HashMap<>(Map.of("bootstrap.servers", at.bootstrap, "key.serializer", StringSerializer.class, "value.serializer", StringSerializer.class, "linger.ms", "5"));
    }

    private synchronized void write(Cluster at, int count) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(producer(at))) {
            for (int index = 0; index < count; index++, written++)
                sent.add(producer.send(new ProducerRecord<>(topics.get(written % topics.size()), "k" + written, "r" + written)));
        }
        // What has not arrived was never there to be moved: it fails here, and is not taken for lost.
        for (Future<RecordMetadata> one : sent) one.get();
    }

    private void abort(Cluster at) throws Exception {
        Map<String, Object> settings = producer(at);
        settings.put("transactional.id", "rehearsal");
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int index = 0; index < ABORTED; index++) producer.send(new ProducerRecord<>(topics.get(index % topics.size()), "a" + index, "taken-back-" + index));
            producer.flush();
            producer.abortTransaction();
        }
        // A mark of the transaction ends each partition that it touched: something has to come behind it.
        write(at, topics.size() * 200);
    }

    private static Map<String, Object> consumer(Cluster at, String group) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", at.bootstrap, "key.deserializer", StringDeserializer.class, "value.deserializer", StringDeserializer.class, "enable.auto.commit", "false", "auto.offset.reset", "earliest", "isolation.level", "read_committed", "max.poll.records", "200"));
        if (group != null) settings.put("group.id", group);
        return settings;
    }

    /** Reads as a group from where it stands to the end of the moment, commits and leaves; at least so many, where it asks for less. */
    private Set<String> read(Cluster at, String group, int most) {
        Set<String> seen = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(consumer(at, group))) {
            consumer.subscribe(topics);
            Map<TopicPartition, Long> ends = Map.of();
            while (seen.size() < most) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) seen.add(record.value());
                if (ends.isEmpty()) ends = consumer.endOffsets(consumer.assignment());
                consumer.commitSync();
                if (!ends.isEmpty() && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) break;
            }
        }
        return seen;
    }

    /** All that a cluster holds, as often as it holds it. */
    private List<String> ids(Cluster at) {
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(consumer(at, null))) {
            List<TopicPartition> all = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream()).map(info -> new TopicPartition(info.topic(), info.partition())).collect(Collectors.toList());
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) for (var record : consumer.poll(Duration.ofMillis(500))) found.add(record.value());
        }
        return found;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) throws Exception {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream().filter(entry -> entry.getValue() != null).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Partitions of which something has been read: of the others nothing is translated. */
    private static Set<TopicPartition> withRecords(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.entrySet().stream().filter(entry -> entry.getValue().offset() > 0).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static long total(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<String> names) throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        var known = admin.listTopics().names().get();
        List<String> there = names.stream().filter(known::contains).toList();
        for (var description : admin.describeTopics(there).allTopicNames().get().values())
            for (var partition : description.partitions()) asked.put(new TopicPartition(description.name(), partition.partition()), OffsetSpec.latest());
        Map<TopicPartition, Long> found = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (var entry : admin.listOffsets(asked).all().get().entrySet()) found.put(entry.getKey(), entry.getValue().offset());
        return found;
    }

    /** How many records of a cluster a mirror has not copied, by its own offsets: `drained` of the generated checks. */
    private long behind(Admin from, Connect worker, String mirror) throws Exception {
        Map<String, Long> copied = new HashMap<>();
        for (JsonNode one : worker.offsets(encoded(mirror, "source")).path("offsets"))
            copied.put(one.path("partition").path("topic").asText() + "-" + one.path("partition").path("partition").asInt(), one.path("offset").path("offset").asLong() + 1);
        long behind = 0;
        for (var entry : ends(from, topics).entrySet()) behind += entry.getValue() - copied.getOrDefault(entry.getKey().toString(), 0L);
        return behind;
    }

    private String encoded(String mirror, String part) {
        return plan.path(mirror).path(part).path("name").asText().replace(">", "%3E");
    }

    private Map<String, String> settings(String path, Cluster source, Cluster target) {
        JsonNode node = plan;
        for (String key : path.split("/")) node = node.path(key);
        Map<String, String> settings = new HashMap<>();
        node.path("config").fields().forEachRemaining(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        settings.replaceAll((key, value) -> key.endsWith("replication.factor") ? "1" : value);
        settings.put("source.cluster.bootstrap.servers", source.bootstrap);
        settings.put("target.cluster.bootstrap.servers", target.bootstrap);
        for (String converter : List.of("key", "value", "header")) settings.put(converter + ".converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        return settings;
    }

    private void create(Connect worker, String mirror, Cluster source, Cluster target) throws Exception {
        for (String part : List.of("source", "checkpoint")) worker.createStopped(plan.path(mirror).path(part).path("name").asText(), settings(mirror + "/" + part, source, target));
        for (String part : List.of("source", "checkpoint")) check(Cluster.waitFor(30, () -> worker.states(encoded(mirror, part)).startsWith("STOPPED")), part + " is stopped");
    }

    private void stop(Connect worker, String mirror) throws Exception {
        for (String part : List.of("source", "checkpoint")) worker.put("/connectors/" + encoded(mirror, part) + "/stop");
        for (String part : List.of("source", "checkpoint")) check(Cluster.waitFor(30, () -> worker.states(encoded(mirror, part)).equals("STOPPED []")), part + " is stopped");
    }

    /** Checkpoints first, and copying behind them, as the document has it. */
    private void resume(Connect worker, String mirror) throws Exception {
        for (String part : List.of("checkpoint", "source")) {
            worker.put("/connectors/" + encoded(mirror, part) + "/resume");
            check(Cluster.waitFor(60, () -> worker.states(encoded(mirror, part)).startsWith("RUNNING [RUNNING")), part + " runs");
            if (part.equals("checkpoint")) Thread.sleep(20_000);
        }
    }

    private static void syncs(Admin admin, String from) throws Exception {
        admin.createTopics(List.of(new NewTopic("mm2-offset-syncs." + from + ".internal", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")))).all().get();
    }

    /** `cut_over_offsets` of the generated checks: the mirror back begins behind what was there at the change. */
    private void alter(Map<TopicPartition, Long> ends) throws Exception {
        List<Object> offsets = new ArrayList<>();
        for (var entry : ends.entrySet())
            if (entry.getValue() > 0)
                offsets.add(Map.of("partition", Map.of("cluster", "own", "topic", entry.getKey().topic(), "partition", entry.getKey().partition()), "offset", Map.of("offset", entry.getValue() - 1)));
        atManaged.alter(encoded("back", "source"), Json.write(Map.of("offsets", offsets)));
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : list) found.add(one.path(key).asText());
        return found;
    }

    @Override
    public void close() throws Exception {
        old.close();
        fresh.close();
        atOwn.close();
        atManaged.close();
        own.close();
        managed.close();
    }
}
