package kafkareview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicurio.registry.rules.compatibility.jsonschema.JsonSchemaDiffLibrary;
import io.apicurio.registry.rules.compatibility.protobuf.ProtobufCompatibilityCheckerLibrary;
import io.apicurio.registry.utils.protobuf.schema.ProtobufFile;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Says what stands against reading data of one schema with another: Avro's own SchemaCompatibility, Apicurio's for Protobuf and JSON Schema.
 *
 * <p>Usage: {@code Schemas PAIRS OUT}, PAIRS a JSON list of [language, writer, reader]. Each answer is a list of the names of what differs; "invalid" where a schema is none.
 */
public final class Schemas {
    private Schemas() {}

    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        var answers = JSON.createArrayNode();
        for (JsonNode pair : JSON.readTree(new File(arguments[0]))) {
            var answer = answers.addArray();
            for (String found : ask(pair.get(0).asText(), pair.get(1).asText(), pair.get(2).asText())) answer.add(found);
        }
        JSON.writeValue(new File(arguments[1]), answers);
    }

    private static Iterable<String> ask(String language, String writer, String reader) {
        try {
            return switch (language) {
                case "avro" -> avro(writer, reader);
                case "protobuf" -> protobuf(writer, reader);
                default -> json(writer, reader);
            };
        } catch (RuntimeException invalid) {
            return List.of("invalid " + invalid.getMessage());
        }
    }

    private static Iterable<String> avro(String writer, String reader) {
        var found = new TreeSet<String>();
        SchemaCompatibility.checkReaderWriterCompatibility(new Schema.Parser().parse(reader), new Schema.Parser().parse(writer))
                .getResult().getIncompatibilities().forEach(one -> found.add(one.getType().name()));
        return found;
    }

    private static Iterable<String> json(String writer, String reader) {
        var found = new TreeSet<String>();
        JsonSchemaDiffLibrary.getIncompatibleDifferences(writer, reader, Map.of()).forEach(one -> found.add(one.getDiffType().name()));
        return found;
    }

    private static Iterable<String> protobuf(String writer, String reader) {
        var library = new ProtobufCompatibilityCheckerLibrary(new ProtobufFile(writer), new ProtobufFile(reader));
        var found = new TreeSet<String>();
        if (!library.checkNoChangingFieldTypes().isEmpty()) found.add("type");
        if (!library.checkNoRemovingFieldsWithoutReserve().isEmpty()) found.add("removed");
        if (!library.checkRequiredFields().isEmpty()) found.add("required");
        if (!library.checkNoUsingReservedFields().isEmpty()) found.add("reserved");
        return found;
    }
}
