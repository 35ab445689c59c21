package dev.breakwater.engine.telemetry.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads and writes OTLP in JSON: protobuf's own mapping, but for ids, which are hex instead of base64.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
public final class OtlpJson {
    private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");

    private OtlpJson() {}

    /// The same request in protobuf. Unknown fields are left out, as the protocol wants it.
    public static byte[] toProtobuf(Signal signal, byte[] json) throws MalformedOtlpException {
        Message.Builder request = signal.request();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            JsonFormat.parser().ignoringUnknownFields().merge(text, request);
            idsFromHex(request);
        } catch (CharacterCodingException | InvalidProtocolBufferException | IllegalArgumentException unreadable) {
            throw new MalformedOtlpException("not an OTLP request in JSON: " + unreadable.getMessage(), unreadable);
        } catch (StackOverflowError nested) {
            throw new MalformedOtlpException("JSON that is nested too deep", nested);
        }
        return request.build().toByteArray();
    }

    public static String write(Message response) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(response);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("a response without Any fields cannot be written as JSON", impossible);
        }
    }

    /// The parser took the hex digits for base64. That loses nothing: encoding them again gives the digits back.
    private static void idsFromHex(Message.Builder message) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.getType() == FieldDescriptor.Type.MESSAGE) {
                inner(message, field).forEach(OtlpJson::idsFromHex);
            } else if (IDS.contains(field.getName()) && field.getType() == FieldDescriptor.Type.BYTES) {
                ByteString read = (ByteString) message.getField(field);
                String hex = Base64.getEncoder().encodeToString(read.toByteArray());
                message.setField(field, ByteString.copyFrom(HexFormat.of().parseHex(hex)));
            }
        }
    }

    private static List<Message.Builder> inner(Message.Builder message, FieldDescriptor field) {
        if (field.isRepeated()) {
            return IntStream.range(0, message.getRepeatedFieldCount(field))
                    .mapToObj(i -> message.getRepeatedFieldBuilder(field, i)).toList();
        }
        return message.hasField(field) ? List.of(message.getFieldBuilder(field)) : List.of();
    }
}
