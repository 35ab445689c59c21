package dev.breakwater.engine.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One mapping of the file, read key by key. What is missing or wrong is told to the [Problems] and answered with something harmless,
/// so that reading goes on and finds the other mistakes. [#finish] complains about keys that nobody asked for.
final class Fields {
    private final MappingNode mapping;
    private final Problems problems;
    private final Map<String, NodeTuple> present = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Fields(MappingNode mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.shape(Place.of(tuple.getKeyNode()), "a key must be a plain word, got " + kind(tuple.getKeyNode()));
            } else if (present.putIfAbsent(key.getValue(), tuple) != null) {
                problems.syntax(Place.of(key), "\"%s\" stands here twice".formatted(Spelling.shortened(key.getValue())));
            }
        }
    }

    /// Reads `node` as a mapping; `what` names it in a complaint.
    static void read(Node node, String what, Problems problems, Consumer<Fields> reader) {
        if (node instanceof MappingNode mapping) {
            Fields fields = new Fields(mapping, problems);
            reader.accept(fields);
            fields.finish();
        } else {
            problems.shape(Place.of(node), "%s must be keys with values, got %s".formatted(what, kind(node)));
        }
    }

    boolean has(String key) {
        return present.containsKey(key);
    }

    Place place(String key) {
        NodeTuple tuple = present.get(key);
        return tuple == null ? Place.of(mapping) : Place.of(tuple.getValueNode());
    }

    /// A text of one or more characters.
    Name text(String key) {
        Node node = value(key, true);
        return node == null ? new Name("", Place.of(mapping)) : textOf(node, "\"" + key + "\"");
    }

    /// A text that has the given form, or `fallback` when the key is missing.
    Name text(String key, String fallback, Pattern form, String example) {
        Node node = value(key, false);
        return node == null ? new Name(fallback, Place.of(mapping)) : formed(textOf(node, "\"" + key + "\""), key, form, example);
    }

    Name text(String key, Pattern form, String example) {
        return formed(text(key), key, form, example);
    }

    /// One of a fixed set of words.
    <T> T choice(String key, Map<String, T> words, T fallback) {
        Name name = text(key);
        return words.getOrDefault(oneOf(name, key, words.keySet().stream().sorted().toList()), fallback);
    }

    /// An entry of a list that is one of a fixed set of words.
    String word(Node node, String what, List<String> words) {
        return oneOf(textOf(node, "a " + what), what, words);
    }

    String word(String key, List<String> words) {
        return oneOf(text(key), key, words);
    }

    private String oneOf(Name name, String what, List<String> words) {
        if (!name.text().isEmpty() && !words.contains(name.text())) {
            problems.shape(name.place(), Spelling.unknown(what, name.text(), words));
            return "";
        }
        return name.text();
    }

    /// A number in the range; a missing key gives `fallback`, or a complaint when that is NaN.
    double number(String key, double min, double max, double fallback) {
        Node node = value(key, Double.isNaN(fallback));
        return node == null ? Math.clamp(fallback, min, max) : numberOf(node, "\"" + key + "\"", min, max);
    }

    int whole(String key, double min, double max, double fallback) {
        double number = number(key, min, max, fallback);
        if (number != Math.rint(number)) {
            problems.shape(place(key), "\"%s\" must be a whole number, got %s".formatted(key, number));
        }
        return (int) number;
    }

    /// The items of a list, each handed on with its place; none when the key is missing and need not be there.
    <T> List<T> list(String key, boolean required, Function<Node, T> item) {
        Node node = value(key, required);
        if (node instanceof SequenceNode sequence) {
            if (required && sequence.getValue().isEmpty()) {
                problems.shape(Place.of(node), "\"%s\" must not be empty".formatted(key));
            }
            return sequence.getValue().stream().map(item).toList();
        }
        if (node != null) {
            problems.shape(Place.of(node), "\"%s\" must be a list, got %s".formatted(key, kind(node)));
        }
        return List.of();
    }

    List<Name> names(String key, boolean required) {
        return list(key, required, node -> textOf(node, "an entry of \"" + key + "\""));
    }

    void mapping(String key, boolean required, Consumer<Fields> reader) {
        Node node = value(key, required);
        if (node != null) {
            read(node, "\"" + key + "\"", problems, reader);
        }
    }

    /// Every key of this mapping with its number: for keys that the file itself chooses.
    Map<Name, Double> numbers() {
        Map<Name, Double> numbers = new LinkedHashMap<>();
        present.forEach((key, tuple) -> {
            known.add(key);
            numbers.put(new Name(key, Place.of(tuple.getKeyNode())),
                    numberOf(tuple.getValueNode(), "\"" + key + "\"", -Double.MAX_VALUE, Double.MAX_VALUE));
        });
        return numbers;
    }

    /// Nothing more is asked of this mapping: something in it is wrong already.
    void skip() {
        known.addAll(present.keySet());
    }

    /// Every key of this mapping with its list of texts: for keys that the file itself chooses.
    Map<Name, List<Name>> lists() {
        Map<Name, List<Name>> lists = new LinkedHashMap<>();
        present.forEach((key, tuple) -> lists.put(new Name(key, Place.of(tuple.getKeyNode())), names(key, true)));
        return lists;
    }

    private void finish() {
        present.forEach((key, tuple) -> {
            if (!known.contains(key)) {
                problems.shape(Place.of(tuple.getKeyNode()), Spelling.unknown("key", key, known));
                Spelling.closest(key, known).ifPresent(missing::remove);
            }
        });
        missing.forEach(key -> problems.shape(Place.of(mapping), "\"%s\" is missing".formatted(key)));
    }

    private @Nullable Node value(String key, boolean required) {
        known.add(key);
        NodeTuple tuple = present.get(key);
        if (tuple == null && required) {
            missing.add(key);
        }
        return tuple == null ? null : tuple.getValueNode();
    }

    private Name formed(Name name, String key, Pattern form, String example) {
        if (!name.text().isEmpty() && !form.matcher(name.text()).matches()) {
            String got = Spelling.shortened(name.text());
            problems.shape(name.place(), "\"%s\" must be written like %s, got \"%s\"".formatted(key, example, got));
        }
        return name;
    }

    private Name textOf(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR) && !scalar.getValue().isEmpty()) {
            return new Name(scalar.getValue(), Place.of(node));
        }
        problems.shape(Place.of(node), "%s must be a text, got %s".formatted(what, kind(node)));
        return new Name("", Place.of(node));
    }

    private double numberOf(Node node, String what, double min, double max) {
        double number = parsed(node);
        if (Double.isNaN(number)) {
            problems.shape(Place.of(node), "%s must be a number, got %s".formatted(what, kind(node)));
        } else if (number < min || number > max) {
            problems.shape(Place.of(node), "%s must be %s to %s, got %s".formatted(what, plain(min), plain(max), plain(number)));
        } else {
            return number;
        }
        return min;
    }

    private static double parsed(Node node) {
        if (node instanceof ScalarNode scalar && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
            try {
                return new BigDecimal(scalar.getValue()).doubleValue();
            } catch (NumberFormatException inAnotherNotation) {
                return Double.NaN;
            }
        }
        return Double.NaN;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "keys with values";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> "true or false (%s)".formatted(scalar.getValue());
            case ScalarNode scalar when scalar.getTag().equals(Tag.STR) ->
                    scalar.getValue().isEmpty() ? "an empty text" : "the text \"%s\"".formatted(Spelling.shortened(scalar.getValue()));
            case ScalarNode scalar -> "the number " + Spelling.shortened(scalar.getValue());
            default -> "something else";
        };
    }
}
