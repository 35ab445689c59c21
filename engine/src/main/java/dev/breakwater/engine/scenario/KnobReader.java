package dev.breakwater.engine.scenario;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads what a scenario sets on its services: features, knobs with a range, and switches with words.
final class KnobReader {
    private static final double FARTHEST = 1e9;
    private static final Pattern UNIT = Pattern.compile(".{1,10}");

    private final Problems problems;
    private final List<String> services;

    /// @param services that the scenario lists
    KnobReader(Problems problems, List<String> services) {
        this.problems = problems;
        this.services = services;
    }

    /// `{order-service: [saga, notifications]}`
    Map<String, List<String>> features(Fields fields) {
        Map<String, List<String>> features = new HashMap<>();
        fields.lists().forEach((service, names) -> {
            problems.unlessListed(service, "service", Services.ALL, services);
            List<String> there = Features.of(service.text());
            names.forEach(name -> problems.unlessKnown(name, "feature of " + service.text(), there));
            features.put(service.text(), names.stream().map(Name::text).distinct().toList());
        });
        return features;
    }

    Knob number(Node node) {
        Knob[] knob = {new Knob.Range("", "", "", "", 0, 0, 0)};
        Fields.read(node, "a knob", problems, fields -> {
            String service = service(fields);
            double min = fields.whole("min", -FARTHEST, FARTHEST, Double.NaN);
            double max = fields.whole("max", -FARTHEST, FARTHEST, Double.NaN);
            double initial = fields.whole("default", -FARTHEST, FARTHEST, Double.NaN);
            if (!(min <= initial && initial <= max)) {
                problems.meaning(fields.place("default"), "need min <= default <= max");
            }
            String unit = fields.text("unit", "", UNIT, "ms, s or %").text();
            Name name = fields.text("switch");
            problems.unlessKnown(name, "switch", SwitchNames.NUMBERS);
            knob[0] = new Knob.Range(service, name.text(), fields.text("title").text(), unit, (long) min, (long) max, (long) initial);
        });
        return knob[0];
    }

    Knob choice(Node node) {
        Knob[] knob = {new Knob.Choice("", "", "", List.of(""))};
        Fields.read(node, "a switch", problems, fields -> {
            String service = service(fields);
            Name name = fields.text("switch");
            problems.unlessKnown(name, "switch", SwitchNames.WORDS.keySet());
            List<Name> values = fields.names("values", true);
            values.forEach(value -> problems.unlessKnown(value, "value of " + name.text(),
                    SwitchNames.WORDS.getOrDefault(name.text(), List.of(value.text()))));
            List<String> words = values.isEmpty() ? List.of("") : values.stream().map(Name::text).distinct().toList();
            knob[0] = new Knob.Choice(service, name.text(), fields.text("title").text(), words);
        });
        return knob[0];
    }

    private String service(Fields fields) {
        Name service = fields.text("service");
        problems.unlessListed(service, "service", Services.ALL, services);
        return service.text();
    }
}
