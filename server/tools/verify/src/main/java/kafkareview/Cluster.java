package kafkareview;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A cluster of one node, broker and controller in one, on the loopback interface. */
final class Cluster implements AutoCloseable {
    private final KafkaRaftServer server;
    private final Path folder;
    final String bootstrap;

    Cluster(Map<String, String> more) throws Exception {
        folder = Files.createTempDirectory("kafka-review-verify");
        int broker = freePort();
        int controller = freePort();
        bootstrap = "127.0.0.1:" + broker;
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .run();
        Map<String, String> settings = settings(broker, controller, folder);
        settings.putAll(more);
        Properties properties = new Properties();
        properties.putAll(settings);
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
    }

    /** What a broker of one node needs to start. */
    static Map<String, String> settings(int broker, int controller, Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + broker + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("log.retention.check.interval.ms", "500");
        settings.put("log.initial.task.delay.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "20000"));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.deleteIfExists(path);
        }
    }

    /** Waits until something holds, at most so many seconds. */
    static boolean waitFor(int seconds, java.util.concurrent.Callable<Boolean> holds) throws Exception {
        for (int round = 0; round < seconds * 5; round++) {
            if (holds.call()) return true;
            Thread.sleep(200);
        }
        return false;
    }

}
