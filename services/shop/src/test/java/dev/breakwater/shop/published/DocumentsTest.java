package dev.breakwater.shop.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentsTest {
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)}");

    private static List<String> schemas() {
        return Published.files().stream().filter(file -> file.endsWith(".schema.json")).toList();
    }

    @Test
    void everySchemaIsOneByItsMetaSchema() {
        assertFalse(schemas().isEmpty());
        for (String file : schemas()) {
            assertEquals(SpecificationVersion.DRAFT_2020_12.getDialectId(), Published.read(file).path("$schema").asString("none"), file);
            assertEquals(List.of(), Published.metaErrors(file), file);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> referred = new HashSet<>();
        Published.files().forEach(file -> references(file).forEach(place -> {
            Published.at(place);
            if (!place.startsWith(file)) {
                referred.add(place.replaceFirst("#.*", ""));
            }
        }));
        List<String> nowhere = schemas().stream().filter(file -> !referred.contains(file) && !file.startsWith("schema/redis/")).toList();
        assertEquals(List.of(), nowhere, "schemas that no document and no schema refers to");
    }

    private static Collection<String> references(String file) {
        List<String> places = new ArrayList<>();
        walk(Published.read(file), (name, value) -> {
            if (name.equals("$ref")) {
                places.add(Published.referred(file, value.stringValue()));
            }
        });
        return places;
    }

    private static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        node.forEachEntry((name, value) -> {
            visitor.accept(name, value);
            walk(value, visitor);
        });
        if (node.isArray()) {
            node.forEach(element -> walk(element, visitor));
        }
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        for (String file : schemas()) {
            check(file, Published.read(file));
            String data = file + "#/$defs/data";
            if (Published.read(file).at("/$defs").has("data")) {
                check(data, Published.read(file).at("/$defs/data"));
            }
        }
    }

    private static void check(String place, JsonNode schema) {
        schema.path("examples").forEach(example -> assertEquals("", Published.problems(place, example)));
    }

    @Test
    void everyOperationHasANameOfItsOwnAndEachPlaceholderAParameter() {
        for (String document : List.of(Published.OPENAPI, Published.CONTROL)) {
            List<String> names = new ArrayList<>();
            Published.read(document).path("paths").forEachEntry((path, item) -> {
                walk(item, (name, value) -> {
                    if (name.equals("operationId")) {
                        names.add(value.stringValue());
                    }
                });
                assertEquals(placeholders(path), parameters(document, item), path);
            });
            assertEquals(names.stream().distinct().toList(), names);
            assertEquals(HttpContract.operations(document).size(), names.size());
        }
    }

    private static Set<String> placeholders(String path) {
        return IN_BRACES.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parameters(String document, JsonNode item) {
        return item.path("parameters").valueStream()
                .map(parameter -> parameter.has("$ref") ? Published.at(document + parameter.get("$ref").stringValue()) : parameter)
                .filter(parameter -> parameter.path("in").asString().equals("path"))
                .map(parameter -> parameter.path("name").asString()).collect(Collectors.toCollection(TreeSet::new));
    }
}
