package kafkareview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectDistributed;

/** A worker of Kafka Connect on the loopback interface, asked over its own REST interface. */
final class Connect implements AutoCloseable {
    static final String SINK = "org.apache.kafka.connect.file.FileStreamSinkConnector";
    static final String SOURCE = "org.apache.kafka.connect.file.FileStreamSourceConnector";

    private final org.apache.kafka.connect.runtime.Connect<?> worker;
    private final Map<String, String> settings = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;

    Connect(String bootstrap) throws Exception {
        int port = Cluster.freePort();
        address = "http://127.0.0.1:" + port;
        settings.put("bootstrap.servers", bootstrap);
        settings.put("group.id", "connect");
        settings.put("listeners", address);
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.storage.StringConverter");
        for (String topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.topic", "connect-" + topic);
            settings.put(topic + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        settings.put("offset.flush.interval.ms", "500");
        settings.put("plugin.discovery", "service_load");
        worker = new ConnectDistributed().startConnect(settings);
        boolean up = Cluster.waitFor(60, () -> {
            try {
                return get("/connectors").statusCode() == 200;
            } catch (java.io.IOException notYet) {
                return false;
            }
        });
        if (!up) throw new IllegalStateException("the worker does not answer");
    }

    Map<String, String> workerSettings() {
        return settings;
    }

    /** Has the worker validate a configuration; an exception where it finds errors. */
    String validate(String type, Map<String, String> configuration) throws Exception {
        Map<String, String> whole = new HashMap<>(configuration);
        whole.put("connector.class", type);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        JsonNode answer = json.readTree(send("PUT", "/connector-plugins/" + simple + "/config/validate", json.writeValueAsString(whole)).body());
        List<String> errors = new ArrayList<>();
        for (JsonNode config : answer.path("configs"))
            for (JsonNode error : config.path("value").path("errors")) errors.add(config.path("value").path("name").asText() + ": " + error.asText());
        if (!answer.has("configs")) throw new IllegalArgumentException(answer.toString());
        if (!errors.isEmpty()) throw new IllegalArgumentException(String.join("; ", errors));
        return "a worker validates it";
    }

    /** Makes or changes a connector and waits until it and its tasks run or fail; their states. */
    String run(String name, Map<String, String> configuration) throws Exception {
        HttpResponse<String> answer = send("PUT", "/connectors/" + name + "/config", json.writeValueAsString(configuration));
        if (answer.statusCode() >= 300) throw new IllegalArgumentException(answer.body());
        Cluster.waitFor(30, () -> {
            JsonNode status = status(name);
            return status.path("tasks").size() > 0 && !status.toString().contains("UNASSIGNED") && !status.toString().contains("RESTARTING");
        });
        return states(name);
    }

    String states(String name) throws Exception {
        JsonNode status = status(name);
        List<String> states = new ArrayList<>();
        for (JsonNode task : status.path("tasks")) states.add(task.path("state").asText());
        return status.path("connector").path("state").asText() + " " + states;
    }

    /** Makes a connector that does not start. */
    void createStopped(String name, Map<String, String> configuration) throws Exception {
        HttpResponse<String> answer = send("POST", "/connectors", json.writeValueAsString(Map.of("name", name, "config", configuration, "initial_state", "STOPPED")));
        if (answer.statusCode() >= 300) throw new IllegalArgumentException(answer.body());
    }

    /** The offsets up to which a source has read. */
    JsonNode offsets(String name) throws Exception {
        return json.readTree(get("/connectors/" + name + "/offsets").body());
    }

    /** Sets the offsets of a connector that is stopped. */
    void alter(String name, String offsets) throws Exception {
        HttpResponse<String> answer = send("PATCH", "/connectors/" + name + "/offsets", offsets);
        if (answer.statusCode() >= 300) throw new IllegalArgumentException(answer.body());
    }

    /** Has a connector do something: `stop`, `resume`. */
    void put(String path) throws Exception {
        HttpResponse<String> answer = send("PUT", path, "");
        if (answer.statusCode() >= 300) throw new IllegalArgumentException(answer.body());
    }

    JsonNode status(String name) throws Exception {
        return json.readTree(get("/connectors/" + name + "/status").body());
    }

    void delete(String name) throws Exception {
        send("DELETE", "/connectors/" + name, null);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json").method(method, publisher).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        worker.stop();
        worker.awaitStop();
    }
}
