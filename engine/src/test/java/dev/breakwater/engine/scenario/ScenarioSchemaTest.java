package dev.breakwater.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.breakwater.engine.scenario.Problem.Kind;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The published schema and the reader must say the same of every file; the reader alone also knows what names mean.
final class ScenarioSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(OrderSaga.read(OrderSaga.SAMPLES.resolve("scenario.schema.json")));
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9>/.-]+");
    private static final List<String> WORDS = List.of(
            "", "null", "true", "-1", "0", "7", "2.5", "1e3", "99999999999",
            "text", "redis", "REST", "5s", "25/s", "[]", "{}", "[a]", "{a: b}", "''", "user-service");

    private final ScenarioReader reader = new ScenarioReader();

    @Example
    void bothAcceptTheOrderSaga() {
        assertEquals("", difference(OrderSaga.TEXT));
        assertEquals(List.of(), SCHEMA.validate(OrderSaga.TEXT, InputFormat.YAML));
    }

    @Property(tries = 2000)
    void bothSayTheSameOfAFileWithOneValueReplaced(@ForAll("oneTokenReplaced") String text) {
        assertEquals("", difference(text));
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefusedAndNothingElse(@ForAll("scrambled") String text) {
        verdict(text);
    }

    @Provide
    Arbitrary<String> oneTokenReplaced() {
        List<int[]> tokens = TOKEN.matcher(OrderSaga.TEXT).results()
                .filter(match -> match.start() > OrderSaga.TEXT.indexOf('\n'))
                .map(match -> new int[] {match.start(), match.end()}).toList();
        return Combinators.combine(Arbitraries.of(tokens), Arbitraries.of(WORDS))
                .as((token, word) -> OrderSaga.TEXT.substring(0, token[0]) + word + OrderSaga.TEXT.substring(token[1]));
    }

    @Provide
    Arbitrary<String> scrambled() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 12)).as((seed, changes) -> {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(OrderSaga.TEXT);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(1, 0x3000));
                    case 2 -> text.insert(at, ":{}[]#&*!|>'\"%@`\n\t -".charAt(random.nextInt(20)));
                    default -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                }
            }
            return text.toString();
        });
    }

    private enum Verdict { FINE, BROKEN, WRONG_SHAPE }

    private Verdict verdict(String text) {
        try {
            reader.read("x.yaml", text);
            return Verdict.FINE;
        } catch (ScenarioRefusedException refused) {
            List<Kind> kinds = refused.problems().stream().map(Problem::kind).toList();
            return kinds.contains(Kind.SYNTAX) ? Verdict.BROKEN : kinds.contains(Kind.SHAPE) ? Verdict.WRONG_SHAPE : Verdict.FINE;
        }
    }

    /// Empty when both agree, or when it is no YAML of ours, of which a schema says nothing.
    private String difference(String text) {
        Verdict ours = verdict(text);
        if (ours == Verdict.BROKEN) {
            return "";
        }
        var theirs = SCHEMA.validate(text, InputFormat.YAML);
        return theirs.isEmpty() == (ours == Verdict.FINE) ? "" : "reader says %s, schema says %s".formatted(ours, theirs);
    }
}
