package dev.breakwater.engine.scenario;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// The text of a file as a tree of YAML 1.2 nodes, each of which knows its place.
///
/// One document of at most 1 MiB, without anchors and not deeper than 20: more than any scenario needs, less than what could hurt.
final class YamlDocument {
    private static final int MAX_CHARS = 1 << 20;
    private static final int MAX_DEPTH = 20;

    private YamlDocument() {}

    /// The root, or empty after telling `problems` why there is none.
    static Optional<Node> parse(String text, Problems problems) {
        if (text.length() > MAX_CHARS) {
            problems.syntax(Place.START, "it has %d characters; at most %d are read".formatted(text.length(), MAX_CHARS));
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            return plain(text, settings, problems) ? root(text, settings, problems) : Optional.empty();
        } catch (MarkedYamlEngineException broken) {
            Place place = Place.of(broken.getProblemMark());
            problems.syntax(place, "broken YAML: " + broken.getProblem() + (broken.getContext() == null ? "" : ", " + broken.getContext()));
        } catch (ReaderException odd) {
            Place place = placeOf(text, odd.getPosition());
            problems.syntax(place, "a character that YAML does not allow (U+%04X)".formatted(odd.getCodePoint()));
        } catch (YamlEngineException broken) {
            problems.syntax(Place.START, "broken YAML: " + broken.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<Node> root(String text, LoadSettings settings, Problems problems) {
        Optional<Node> root = new Compose(settings).composeString(text);
        if (root.isEmpty()) {
            problems.syntax(Place.START, "the file is empty");
        }
        return root;
    }

    private static boolean plain(String text, LoadSettings settings, Problems problems) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            ID id = event.getEventId();
            depth += id == ID.MappingStart || id == ID.SequenceStart ? 1 : id == ID.MappingEnd || id == ID.SequenceEnd ? -1 : 0;
            documents += id == ID.DocumentStart ? 1 : 0;
            String refused = id == ID.Alias ? "aliases are not read here; write the value out"
                    : depth > MAX_DEPTH ? "nested deeper than " + MAX_DEPTH
                    : documents > 1 ? "a second document; a scenario file holds one" : "";
            if (!refused.isEmpty()) {
                problems.syntax(Place.of(event.getStartMark()), refused);
                return false;
            }
        }
        return true;
    }

    private static Place placeOf(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, Math.clamp(codePoints, 0, text.codePointCount(0, text.length())));
        String before = text.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, end - before.lastIndexOf('\n'));
    }
}
