package kafkareview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.mirror.MirrorMakerConfig;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.MaskField;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Makes the changes that our fixes write on a real Kafka, and tries the claims on which they rest.
 *
 * <p>Usage: {@code Trial FIXES OUT}. Each kind of edit, by rule, place and setting, ends as proven, contradicted or not tried, with what was seen.
 */
public final class Trial {
    private final Map<String, Map<String, String>> results = new TreeMap<>();
    private Cluster cluster;
    private Admin admin;
    private Connect connect;
    /** Kinds of change that a broker with an authorizer shows, of its own start. */
    private final List<String> authorised = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Trial trial = new Trial();
        JsonNode fixes = new ObjectMapper().readTree(new File(arguments[0]));
        try (Cluster cluster = new Cluster(Map.of()); Admin admin = cluster.admin()) {
            trial.cluster = cluster;
            trial.admin = admin;
            trial.connect = new Connect(cluster.bootstrap);
            for (JsonNode fix : fixes) trial.edit(fix);
            Claims claims = new Claims(trial, cluster, admin, trial.connect);
            for (String kind : trial.authorised) trial.attempt(kind, () -> claims.acl("false"));
            claims.all();
            trial.connect.close();
        } finally {
            Files.writeString(Path.of(arguments[1]), Json.write(trial.results));
        }
        Runtime.getRuntime().halt(0);
    }

    /** Records how a kind of change ended; what contradicts stays. */
    void note(String kind, String outcome, String seen) {
        Map<String, String> before = results.get(kind);
        if (before != null && before.get("outcome").equals("contradicted")) return;
        if (before != null && before.get("outcome").equals("proven") && outcome.equals("not tried")) return;
        results.put(kind, new TreeMap<>(Map.of("outcome", outcome, "seen", seen)));
    }

    interface Try {
        String run() throws Exception;
    }

    void attempt(String kind, Try what) {
        try {
            note(kind, "proven", what.run());
        } catch (Throwable error) {
            Throwable cause = error instanceof ExecutionException && error.getCause() != null ? error.getCause() : error;
            while (cause.getCause() != null && !(cause instanceof org.apache.kafka.common.KafkaException)) cause = cause.getCause();
            note(kind, "contradicted", cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void edit(JsonNode fix) {
        String where = fix.get("where").asText();
        String written = fix.get("key").asText();
        JsonNode valueNode = fix.get("value");
        String value = valueNode.isValueNode() ? valueNode.asText() : valueNode.toString();
        Map<String, String> beside = new HashMap<>();
        fix.get("beside").fields().forEachRemaining(entry -> beside.put(entry.getKey(), entry.getValue().asText()));
        String key = written.replaceFirst("^(?:spring\\.kafka\\.producer\\.|[\\w-]+->[\\w-]+\\.)", "");
        String kind = fix.get("code").asText() + " | " + where + " | " + key;
        String type = beside.getOrDefault("connector.class", "");
        if (where.startsWith("kafka-review")) note(kind, "not tried", "nothing of Kafka's reads it");
        else if (where.startsWith("nats")) note(kind, "not tried", "needs three servers of NATS");
        else if (where.startsWith("redpanda")) note(kind, "not tried", "needs Redpanda and its operator, which are not started here");
        else if (Set.of("replicas", "replication", "replication_factor").contains(key))
            note(kind, "not tried", "needs three brokers, and one runs here; that one broker refuses three replicas is a claim of its own");
        else if (key.equals("apiVersion")) note(kind, "not tried", "needs the operator");
        else if (fix.get("code").asText().equals("KR505") && value.contains("${env:")) attempt(kind, () -> reference(key, value));
        else if (fix.get("code").asText().equals("KR505")) note(kind, "not tried", "the reference is resolved where it runs");
        else if (key.equals("allow.everyone.if.no.acl.found")) authorised.add(kind);
        else if (written.contains("->") || written.startsWith("south.") || written.matches("(?:cloud|dr|london|tokyo|yard|south)\\..*"))
            attempt(kind, () -> mirrorMaker(beside));
        else if (type.contains("MirrorSource") || type.contains("MirrorCheckpoint"))
            attempt(kind, () -> connect.validate(type, withClusters(beside)));
        else if (where.equals("strimzi KafkaMirrorMaker2") && !key.equals("topicsPattern") && !key.equals("tls") && !key.contains("password"))
            attempt(kind, () -> mirrorOrWorker(key, value));
        else if (key.startsWith("transforms")) attempt(kind, () -> transform(beside));
        else if (key.startsWith("errors.") || key.startsWith("consumer.override.") && !key.contains("jaas") || key.equals("producer.override.acks"))
            attempt(kind, () -> connect.validate(Connect.SINK, Map.of("name", "n", "topics", "t", "file", "/tmp/f", "tasks.max", "1", key, value)));
        else if (key.startsWith("topic.creation."))
            attempt(kind, () -> connect.validate(Connect.SOURCE, topicCreation(key, value)));
        else if (where.equals("strimzi KafkaConnect") && key.contains(".")) attempt(kind, () -> worker(key, value));
        else if (key.equals("CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR")) attempt(kind, () -> worker("config.storage.replication.factor", value));
        else if (key.equals("config.storage.replication.factor") && beside.containsKey("config.storage.topic")) attempt(kind, () -> worker(key, value));
        else if (dashed(key).equals("replication.factor") && (beside.containsKey("application.id") || beside.containsKey("application-id")))
            attempt(kind, () -> streams(dashed(key), value));
        else if (key.equals("value") && beside.getOrDefault("name", "").startsWith("KAFKA_") && isBroker(dotted(beside.get("name"))))
            attempt(kind, () -> broker(dotted(beside.get("name")), value) + ", as " + dotted(beside.get("name")));
        else if (isTopic(where)) attempt(kind, () -> topic(key.replace('_', '.'), value));
        else if (isBroker(key)) attempt(kind, () -> broker(key, value));
        else if (isBroker(dotted(key))) attempt(kind, () -> broker(dotted(key), value) + ", as " + dotted(key));
        else if (Set.of("acks", "enable.idempotence", "group.id", "ssl.endpoint.identification.algorithm", "security.protocol").contains(key))
            attempt(kind, () -> client(key, value, beside));
        else if (key.endsWith(".required-acks")) attempt(kind, () -> client("acks", value, Map.of()) + ", as acks");
        else if (key.endsWith(".kafka.security.protocol")) attempt(kind, () -> client("security.protocol", value, Map.of()) + ", as security.protocol");
        else if (key.equals("group-id") || key.endsWith(".consumer.payment-group")) attempt(kind, () -> client("group.id", value, Map.of()) + ", as group.id");
        else if (key.equals("ssl.enabled.protocols")) attempt(kind, () -> client(key, value, Map.of("security.protocol", "SSL")));
        else if (key.startsWith("listener.name.")) attempt(kind, () -> listener(key, value));
        else if (key.equals("protocol")) attempt(kind, () -> client("security.protocol", value, Map.of()));
        else note(kind, "not tried", reason(where, key));
    }

    private static boolean isTopic(String where) {
        return Set.of("strimzi KafkaTopic", "terraform kafka_topic", "terraform aiven_kafka_topic").contains(where);
    }

    /** A setting of a broker as images and charts spell it: KAFKA_NUM_IO_THREADS, numIoThreads. */
    private static String dotted(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1.$2").toLowerCase(java.util.Locale.ROOT).replace('_', '.').replaceFirst("^kafka\\.", "");
    }

    private static boolean isBroker(String key) {
        return KafkaConfig.configDef().configKeys().containsKey(key) && !key.startsWith("ssl.") && !key.startsWith("sasl.");
    }

    /** A key of Spring as Kafka spells it. */
    private static String dashed(String key) {
        return key.replace('-', '.');
    }

    /** Kafka's provider of variables puts the secret where the reference stands; what is a line of JAAS then makes a client. */
    private String reference(String key, String value) throws Exception {
        var names = java.util.regex.Pattern.compile("\\$\\{env:(\\w+)}").matcher(value);
        Map<String, String> variables = new HashMap<>();
        while (names.find()) variables.put(names.group(1), "s3cret");
        EnvVarConfigProvider provider = new EnvVarConfigProvider(variables);
        provider.configure(Map.of());
        String resolved = new ConfigTransformer(Map.of("env", provider)).transform(Map.of(key, value)).data().get(key);
        if (!resolved.contains("s3cret") || resolved.contains("${")) throw new IllegalStateException(key + " is not resolved");
        if (!key.endsWith("sasl.jaas.config")) return "Kafka's provider of variables resolves it";
        return client("sasl.jaas.config", resolved, Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN")) + " with what Kafka's provider of variables resolves";
    }

    /** A setting of one listener, as a broker reads it over the one for all. */
    private static String listener(String key, String value) {
        Properties properties = new Properties();
        properties.putAll(Cluster.settings(19092, 19093, Path.of("/nowhere")));
        properties.put(key, value);
        String prefix = key.replaceFirst("^(listener\\.name\\.[^.]+\\.).*", "$1");
        Object read = KafkaConfig.fromProps(properties, false).valuesWithPrefixOverride(prefix).get(key.substring(prefix.length()));
        String seen = read instanceof List<?> list ? String.join(",", list.stream().map(String::valueOf).toList()) : String.valueOf(read);
        if (!seen.equals(value)) throw new IllegalStateException(key + " is read as " + seen);
        return "a starting broker reads it for the listener";
    }

    private String streams(String key, String value) {
        new StreamsConfig(Map.of("application.id", "a", "bootstrap.servers", cluster.bootstrap, key, value)).getInt(key);
        return "the configuration of streams reads it";
    }

    private static String reason(String where, String key) {
        if (where.startsWith("terraform provider")) return "needs a cluster with the certificate that Terraform is to check";
        if (where.startsWith("terraform") || where.equals("hcl"))
            return "needs an account of the cloud; that the change is made in place is read in the provider's source or reference, which the consequence names";
        if (where.startsWith("strimzi")) return "needs the operator";
        if (key.contains("tags")) return "a label in a schema: nothing of Kafka's reads it";
        if (key.contains("oauthbearer")) return "needs a server of tokens with TLS";
        if (key.contains("registry")) return "needs a schema registry with TLS";
        if (key.contains("region")) return "needs a bucket or a table in the region";
        if (key.contains("url") || key.contains("uri")) return "needs the system that the connector writes to, with TLS";
        if (where.equals("toml")) return "a setting of another program, such as Vector or Telegraf, or of one's own: it is not started here";
        if (key.startsWith("neo4j.") || key.startsWith("splunk.")) return "the connector is not on Maven Central under a name that is asked; its documentation is the source";
        if (key.startsWith("opa.")) return "needs a policy engine and its plugin";
        return "a name of a program's own, which its code reads";
    }

    /** Alters a topic for real and reads it back. */
    private String topic(String key, String value) throws Exception {
        String name = newTopic();
        alter(new ConfigResource(ConfigResource.Type.TOPIC, name), key, value, false);
        return "the topic has " + key + "=" + value;
    }

    private int topics = 0;

    String newTopic() throws Exception {
        String name = "t-" + topics++;
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        return name;
    }

    void alter(ConfigResource resource, String key, String value, boolean validateOnly) throws Exception {
        Collection<AlterConfigOp> operations = List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(resource, operations), new AlterConfigsOptions().validateOnly(validateOnly)).all().get();
        if (validateOnly) return;
        boolean seen = Cluster.waitFor(10, () -> {
            ConfigEntry entry = admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key);
            return entry != null && value.equals(entry.value());
        });
        if (!seen) throw new IllegalStateException(key + " was taken and is not there");
    }

    /** A running broker takes the setting, or refuses it while it runs and starts with it. */
    private String broker(String key, String value) throws Exception {
        try {
            alter(new ConfigResource(ConfigResource.Type.BROKER, ""), key, value, true);
            return "a running broker takes it";
        } catch (ExecutionException refused) {
            Properties properties = new Properties();
            properties.putAll(Cluster.settings(19092, 19093, Path.of("/nowhere")));
            properties.put(key, value);
            KafkaConfig config = KafkaConfig.fromProps(properties, false);
            if (!String.valueOf(config.originals().get(key)).equals(value)) throw refused;
            return "a running broker refuses it, a starting one reads it";
        }
    }

    private String worker(String key, String value) throws Exception {
        Map<String, String> settings = new HashMap<>(connect.workerSettings());
        settings.put(key, value);
        DistributedConfig config = new DistributedConfig(settings);
        if (key.startsWith("producer.")) {
            Map<String, Object> producer = new HashMap<>(config.originalsWithPrefix("producer."));
            producer.put("bootstrap.servers", cluster.bootstrap);
            return client(key.substring("producer.".length()), value, asTexts(producer));
        }
        return "a worker reads it";
    }

    private static Map<String, String> asTexts(Map<String, Object> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    /** A client with the settings that stand together in the file is constructed; where it speaks plain, it also connects. */
    private String client(String key, String value, Map<String, String> beside) throws Exception {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : beside.entrySet()) {
            boolean readable = !entry.getValue().contains("${") && !entry.getValue().contains("{{");
            boolean file = entry.getKey().contains("location") || entry.getKey().contains("password") || entry.getKey().contains("jaas") || entry.getKey().endsWith("serializer") || entry.getKey().contains("interceptor");
            if (readable && !file) settings.put(entry.getKey(), entry.getValue());
        }
        settings.put(key, value);
        settings.put("bootstrap.servers", cluster.bootstrap);
        if (key.startsWith("ssl.") && !settings.containsKey("security.protocol")) settings.put("security.protocol", "SSL");
        if (String.valueOf(settings.get("security.protocol")).startsWith("SASL") && !settings.containsKey("sasl.jaas.config")) {
            settings.put("sasl.mechanism", "PLAIN");
            settings.put("sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"p\";");
        }
        if (key.equals("group.id") || key.startsWith("auto.")) {
            try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                return "a consumer is constructed";
            }
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            Object protocol = settings.get("security.protocol");
            if (protocol != null && !protocol.equals("PLAINTEXT")) return "a producer is constructed";
            producer.send(new ProducerRecord<>(newTopic(), "k", "v")).get();
            return "a producer writes";
        }
    }

    /** The transforms of a connector that our fixes write, as they stand afterwards, over a record of texts. */
    private String transform(Map<String, String> beside) throws Exception {
        List<String> names = List.of(beside.getOrDefault("transforms", "").split("\\s*,\\s*"));
        List<String> seen = new ArrayList<>();
        List<String> masked = fieldsOf(beside, names, "maskPersonalData", "fields");
        List<String> dropped = fieldsOf(beside, names, "dropPersonalData", "exclude");
        if (masked.isEmpty() && dropped.isEmpty()) throw new IllegalStateException("the transform is not whole: " + names);
        if (!masked.isEmpty()) {
            Struct value = (Struct) masked(schemaOf(masked), secrets(masked), Map.of("fields", String.join(",", masked))).value();
            for (String field : masked) if (!"".equals(value.getString(field))) throw new IllegalStateException(field + " is not masked");
            seen.add("fields of texts come out empty");
        }
        if (!dropped.isEmpty()) {
            Struct value = (Struct) replaced(schemaOf(dropped), secrets(dropped), Map.of("exclude", String.join(",", dropped))).value();
            for (String field : dropped) if (value.schema().field(field) != null) throw new IllegalStateException(field + " is still there");
            seen.add("fields are taken out");
        }
        return String.join("; ", seen);
    }

    private static List<String> fieldsOf(Map<String, String> beside, List<String> names, String transform, String key) {
        String fields = beside.getOrDefault("transforms." + transform + "." + key, "");
        return !names.contains(transform) || fields.isEmpty() ? List.of() : List.of(fields.split(","));
    }

    private static Schema schemaOf(List<String> fields) {
        SchemaBuilder builder = SchemaBuilder.struct();
        for (String field : fields) builder.field(field, Schema.STRING_SCHEMA);
        return builder.field("kept", Schema.STRING_SCHEMA).build();
    }

    private static Struct secrets(List<String> fields) {
        Struct value = new Struct(schemaOf(fields)).put("kept", "kept");
        for (String field : fields) value.put(field, "secret");
        return value;
    }

    static SinkRecord masked(Schema schema, Object value, Map<String, String> settings) {
        return applied(new MaskField.Value<SinkRecord>(), schema, value, settings);
    }

    static SinkRecord replaced(Schema schema, Object value, Map<String, String> settings) {
        return applied(new ReplaceField.Value<SinkRecord>(), schema, value, settings);
    }

    private static SinkRecord applied(Transformation<SinkRecord> transform, Schema schema, Object value, Map<String, String> settings) {
        try (transform) {
            transform.configure(settings);
            return transform.apply(new SinkRecord("t", 0, null, null, schema, value, 0));
        }
    }

    private static Map<String, String> topicCreation(String key, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("name", "n", "topic", "t", "file", "/tmp/f", "topic.creation.default.replication.factor", "1", "topic.creation.default.partitions", "1"));
        String group = key.replaceFirst("^topic\\.creation\\.", "").replaceFirst("\\..*", "");
        if (!group.equals("default")) {
            settings.put("topic.creation.groups", group);
            settings.put("topic.creation." + group + ".include", ".*");
        }
        settings.put(key, value);
        return settings;
    }

    private Map<String, String> withClusters(Map<String, String> beside) {
        Map<String, String> settings = new HashMap<>(beside);
        settings.put("name", "m");
        settings.putIfAbsent("source.cluster.alias", "a");
        settings.putIfAbsent("target.cluster.alias", "b");
        settings.put("source.cluster.bootstrap.servers", cluster.bootstrap);
        settings.put("target.cluster.bootstrap.servers", cluster.bootstrap);
        return settings;
    }

    private String mirrorOrWorker(String key, String value) throws Exception {
        if (key.contains("storage")) return worker(key, value);
        String type = key.startsWith("heartbeats") ? "Heartbeat" : key.startsWith("checkpoints") || key.startsWith("sync.group") ? "Checkpoint" : "Source";
        Map<String, String> settings = withClusters(Map.of(key, value));
        return connect.validate("org.apache.kafka.connect.mirror.Mirror" + type + "Connector", settings);
    }

    /** A configuration of MirrorMaker 2 as a whole: each flow makes three connectors, each of which validates. */
    private String mirrorMaker(Map<String, String> beside) throws Exception {
        Map<String, String> settings = new HashMap<>(beside);
        for (String name : settings.getOrDefault("clusters", "").split("\\s*,\\s*")) settings.put(name + ".bootstrap.servers", cluster.bootstrap);
        MirrorMakerConfig config = new MirrorMakerConfig(settings);
        List<String> flows = new ArrayList<>();
        for (var pair : config.clusterPairs()) {
            for (String part : List.of("Source", "Checkpoint", "Heartbeat")) {
                String type = "org.apache.kafka.connect.mirror.Mirror" + part + "Connector";
                Map<String, String> made = new HashMap<>(config.connectorBaseConfig(pair, Class.forName(type)));
                connect.validate(type, made);
            }
            flows.add(pair.toString());
        }
        if (flows.isEmpty()) throw new IllegalStateException("no flow");
        return "the flows " + flows + " validate";
    }

    static long earliest(Admin admin, TopicPartition partition) throws Exception {
        return admin.listOffsets(Map.of(partition, OffsetSpec.earliest())).partitionResult(partition).get().offset();
    }
}
