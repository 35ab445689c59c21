package dev.breakwater.shop.published;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files that `services/contract` publishes. A place is a file, and a JSON pointer in it if need be:
/// `schema/http/User.schema.json#/properties/id`.
public final class Published {
    public static final String OPENAPI = "openapi.yaml";
    public static final String CONTROL = "control.openapi.yaml";
    public static final String ASYNCAPI = "asyncapi.yaml";

    private static final Path FOLDER = Path.of(System.getProperty("breakwater.home", "../.."),
            "services/contract/src/main/resources/dev/breakwater/contract");
    private static final String BASE = "https://contract.invalid/";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Published::textOf));

    private static final BigDecimal LARGE = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

    private Published() {}

    /// All files, as places.
    public static List<String> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode read(String file) {
        return READ.computeIfAbsent(file, Published::readAnew);
    }

    private static JsonNode readAnew(String file) {
        Path path = FOLDER.resolve(file);
        return file.endsWith(".yaml") ? YAML.readTree(path) : JSON.readTree(path);
    }

    /// What stands there, with references followed.
    public static JsonNode at(String place) {
        return raw(resolved(place));
    }

    /// The place that `place` is, or leads to by being nothing but a reference.
    public static String resolved(String place) {
        JsonNode found = raw(place);
        return found.has("$ref") && found.size() == 1
                ? resolved(referred(place.replaceFirst("#.*", ""), found.get("$ref").stringValue())) : place;
    }

    private static JsonNode raw(String place) {
        int hash = place.indexOf('#');
        JsonNode found = hash < 0 ? read(place) : read(place.substring(0, hash)).at(place.substring(hash + 1));
        if (found.isMissingNode()) {
            throw new AssertionError("nothing at " + place);
        }
        return found;
    }

    /// The place that a reference in `file` leads to.
    public static String referred(String file, String reference) {
        return reference.startsWith("#") ? file + reference : Path.of(file).resolveSibling(reference).normalize().toString();
    }

    public static Schema schema(String place) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + place));
    }

    public static List<Error> errors(String place, JsonNode instance) {
        return schema(place).validate(integral(instance));
    }

    /// The same, with large whole numbers as integers: the validator takes every other number for a `long` where a schema wants an integer.
    private static JsonNode integral(JsonNode node) {
        return switch (node) {
            case DecimalNode number when number.decimalValue().compareTo(LARGE) >= 0
                    || number.decimalValue().compareTo(LARGE.negate()) <= 0 -> BigIntegerNode.valueOf(number.decimalValue().toBigInteger());
            case ObjectNode object -> {
                ObjectNode copy = object.deepCopy();
                object.forEachEntry((name, value) -> copy.set(name, integral(value)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.deepCopy();
                for (int i = 0; i < array.size(); i++) {
                    copy.set(i, integral(array.get(i)));
                }
                yield copy;
            }
            default -> node;
        };
    }

    /// Why the file is no schema; empty if it is one.
    public static List<Error> metaErrors(String file) {
        return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId())).validate(read(file));
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    /// Why it is not what the schema says; empty if it is.
    public static String problems(String place, JsonNode instance) {
        List<Error> errors = errors(place, instance);
        return errors.isEmpty() ? "" : place + " says of " + instance + ": " + errors;
    }

    private static @Nullable String textOf(String iri) {
        return iri.startsWith(BASE) ? JSON.writeValueAsString(read(iri.substring(BASE.length()))) : null;
    }
}
