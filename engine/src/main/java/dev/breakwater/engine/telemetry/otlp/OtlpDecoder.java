package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.WireCursor.BYTES;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.tag;

import dev.breakwater.engine.model.fact.Fact;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Reads the export requests of OTLP in protobuf. Any thread.
///
/// Requests for spans and for log records have the same shape and the same field numbers: request → resources → scopes → items.
public final class OtlpDecoder {
    /// `service.name` of who does not tell it, as the conventions want it.
    static final String UNKNOWN_SERVICE = "unknown_service";

    private static final int RESOURCE_GROUP = tag(ExportTraceServiceRequest.RESOURCE_SPANS_FIELD_NUMBER, BYTES);
    private static final int RESOURCE = tag(ResourceSpans.RESOURCE_FIELD_NUMBER, BYTES);
    private static final int RESOURCE_ATTRIBUTE = tag(Resource.ATTRIBUTES_FIELD_NUMBER, BYTES);
    private static final int SCOPE_GROUP = tag(ResourceSpans.SCOPE_SPANS_FIELD_NUMBER, BYTES);
    private static final int ITEM = tag(ScopeSpans.SPANS_FIELD_NUMBER, BYTES);

    /// Reads one span or log record.
    private interface ItemReader {
        Fact read(WireCursor in, String service, SpanTimes times) throws MalformedOtlpException, RefusedException;
    }

    private final InstantSource clock;

    public OtlpDecoder(InstantSource clock) {
        this.clock = clock;
    }

    /// Reads an ExportTraceServiceRequest.
    public Decoded spans(byte[] request) throws MalformedOtlpException {
        return new Reading(request, SpanReader::read).all();
    }

    /// Reads an ExportLogsServiceRequest.
    public Decoded logs(byte[] request) throws MalformedOtlpException {
        return new Reading(request, LogReader::read).all();
    }

    /// One request. Facts are handed out only when all of it could be read.
    private final class Reading {
        private final WireCursor in;
        private final ItemReader reader;
        private final SpanTimes times = new SpanTimes(clock.instant());
        private final List<Fact> facts = new ArrayList<>();
        private long refused;
        private String why = "";

        Reading(byte[] request, ItemReader reader) {
            in = new WireCursor(request);
            this.reader = reader;
        }

        Decoded all() throws MalformedOtlpException {
            while (in.more()) {
                int tag = in.tag();
                if (tag == RESOURCE_GROUP) {
                    resourceGroup();
                } else {
                    in.skip(tag);
                }
            }
            return new Decoded(facts, refused, why);
        }

        private void resourceGroup() throws MalformedOtlpException {
            int outer = in.enter();
            int begin = in.position();
            String service = service();
            in.rewind(begin);
            while (in.more()) {
                int tag = in.tag();
                if (tag == SCOPE_GROUP) {
                    scopeGroup(service);
                } else {
                    in.skip(tag);
                }
            }
            in.leave(outer);
        }

        /// The resource may stand behind what it describes: the fields of a message come in any order.
        private String service() throws MalformedOtlpException {
            AttributeReader attributes = new AttributeReader();
            while (in.more()) {
                int tag = in.tag();
                if (tag == RESOURCE) {
                    int outer = in.enter();
                    while (in.more()) {
                        int inner = in.tag();
                        if (inner == RESOURCE_ATTRIBUTE) {
                            attributes.read(in);
                        } else {
                            in.skip(inner);
                        }
                    }
                    in.leave(outer);
                } else {
                    in.skip(tag);
                }
            }
            String name = attributes.toMap().getOrDefault("service.name", "");
            return name.isEmpty() ? UNKNOWN_SERVICE : name;
        }

        private void scopeGroup(String service) throws MalformedOtlpException {
            int outer = in.enter();
            while (in.more()) {
                int tag = in.tag();
                if (tag == ITEM) {
                    item(service);
                } else {
                    in.skip(tag);
                }
            }
            in.leave(outer);
        }

        private void item(String service) throws MalformedOtlpException {
            try {
                facts.add(reader.read(in, service, times));
            } catch (RefusedException refusal) {
                refused++;
                why = why.isEmpty() ? refusal.why() : why;
            }
        }
    }
}
