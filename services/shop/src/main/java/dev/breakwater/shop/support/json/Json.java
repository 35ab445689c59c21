package dev.breakwater.shop.support.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON text ⇄ trees, with limits that hostile input cannot pass. Trees, not classes: fields that we do not know stay.
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARS = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_NUMBER_CHARS).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// @throws InvalidJsonException if the bytes are not one JSON object in UTF-8
    public static ObjectNode parseObject(byte[] utf8) {
        try {
            return asObject(MAPPER.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString()));
        } catch (CharacterCodingException e) {
            throw new InvalidJsonException("not valid UTF-8", e);
        } catch (JacksonException e) {
            throw new InvalidJsonException("not valid JSON: " + reason(e), e);
        }
    }

    /// @throws InvalidJsonException if the text is not one JSON object
    public static ObjectNode parseObject(String text) {
        try {
            return asObject(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new InvalidJsonException("not valid JSON: " + reason(e), e);
        }
    }

    public static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    private static ObjectNode asObject(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidJsonException("expected a JSON object", null);
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceFirst("(?s) \\((start marker|from).*", "");
    }
}
