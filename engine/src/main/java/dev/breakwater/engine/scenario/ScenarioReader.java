package dev.breakwater.engine.scenario;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.audit.Invariants;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.fault.FaultCatalog;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.Quantities;
import dev.breakwater.engine.load.Traffic;
import dev.breakwater.engine.model.topology.Topology;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `scenario.yaml`: checks it whole before anything starts, and tells every mistake with its line and column.
///
/// The same form is published as `samples/patterns/scenario.schema.json`; a test holds the two together.
public final class ScenarioReader {
    static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    static final List<String> BROKERS = List.of(Addresses.RABBITMQ, Addresses.REDIS, Addresses.MONGODB);
    static final Map<String, String> GROUPS = same(Scenario.GROUPS.toArray(String[]::new));

    /// @param file as it is to be named in complaints
    public Scenario read(Path file) throws ScenarioRefusedException {
        Problems problems = new Problems(file.toString());
        try {
            byte[] bytes = Files.readAllBytes(file);
            return read(file.toString(), StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            problems.syntax(Place.START, "this is no text in UTF-8");
        } catch (IOException unreadable) {
            problems.syntax(Place.START, "cannot be read: " + unreadable);
        }
        problems.throwIfAny();
        throw new IllegalStateException("no text and no problem");
    }

    /// Reads a text as if it stood in `file`.
    public Scenario read(String file, String text) throws ScenarioRefusedException {
        Problems problems = new Problems(file);
        Node root = YamlDocument.parse(text, problems).orElse(null);
        problems.throwIfAny();
        Draft draft = new Draft(problems);
        if (root != null) {
            Fields.read(root, "a scenario", problems, draft::read);
        }
        problems.throwIfAny();
        return draft.scenario();
    }

    static Map<String, String> same(String... words) {
        Map<String, String> map = new TreeMap<>();
        for (String word : words) {
            map.put(word, word);
        }
        return map;
    }

    /// The scenario while its parts are being read.
    private static final class Draft {
        private final Problems problems;
        private final FaultHintReader faultHints;
        private final TopologyReader topologies;
        private Scenario scenario = new Scenario("", "", "", "", List.of(), List.of(), Map.of(), Topology.EMPTY,
                new LoadProfile.Constant(0), TrafficReader.NONE, List.of(), List.of(), List.of());

        Draft(Problems problems) {
            this.problems = problems;
            this.faultHints = new FaultHintReader(problems, FaultCatalog.ALL);
            this.topologies = new TopologyReader(problems);
        }

        Scenario scenario() {
            return scenario;
        }

        void read(Fields fields) {
            String id = fields.text("id", WORD, "order-saga").text();
            String title = fields.text("title").text();
            String group = fields.choice("group", GROUPS, "");
            String summary = fields.text("summary").text();
            List<String> brokers = fields.list("brokers", true, node -> fields.word(node, "broker", BROKERS)).stream()
                    .filter(BROKERS::contains).distinct().toList();
            List<String> services = known(fields.names("services", true), "service", Services.ALL);
            List<String> processes = services.stream().flatMap(service -> Services.instances(service).stream()).toList();
            Topology topology = topologies.read(fields, brokers, processes);
            LoadProfile load = load(fields.text("load", Quantities.LOAD, Quantities.LOAD_EXAMPLES));
            Traffic[] traffic = {scenario.traffic()};
            fields.mapping("traffic", true, inner -> traffic[0] = new TrafficReader(problems).read(inner));
            KnobReader settings = new KnobReader(problems, services);
            Map<String, List<String>> features = new HashMap<>();
            fields.mapping("features", false, inner -> features.putAll(settings.features(inner)));
            List<Knob> knobs = new ArrayList<>(fields.list("switches", false, settings::choice));
            knobs.addAll(fields.list("knobs", false, settings::number));
            List<FaultHint> faults = fields.list("faults", false, node -> faultHints.read(node, topology, brokers));
            List<String> invariants = known(fields.names("invariants", true), "invariant", Invariants.ALL);
            scenario = new Scenario(id, title, group, summary, brokers, processes, features, topology, load, traffic[0], knobs, faults,
                    invariants);
        }

        private LoadProfile load(Name text) {
            try {
                return text.text().isEmpty() ? scenario.load() : Quantities.load(text.text());
            } catch (IllegalArgumentException refused) {
                if (Quantities.LOAD.matcher(text.text()).matches()) {
                    problems.meaning(text.place(), String.valueOf(refused.getMessage()));
                }
                return scenario.load();
            }
        }

        private List<String> known(List<Name> names, String what, List<String> all) {
            names.forEach(name -> problems.unlessKnown(name, what, all));
            return names.stream().map(Name::text).distinct().toList();
        }
    }
}
