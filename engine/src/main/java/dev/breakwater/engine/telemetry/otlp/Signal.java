package dev.breakwater.engine.telemetry.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/// The three kinds of telemetry that OTLP carries. Metrics are taken and left aside: rates and latency come from spans.
public enum Signal {
    TRACES {
        @Override
        public Decoded decode(OtlpDecoder decoder, byte[] request) throws MalformedOtlpException {
            return decoder.spans(request);
        }

        @Override
        public Message response(Decoded taken) {
            var response = ExportTraceServiceResponse.newBuilder();
            return taken.refused() == 0 ? response.build() : response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(taken.refused()).setErrorMessage(taken.why())).build();
        }

        @Override
        Message.Builder request() {
            return ExportTraceServiceRequest.newBuilder();
        }
    },
    LOGS {
        @Override
        public Decoded decode(OtlpDecoder decoder, byte[] request) throws MalformedOtlpException {
            return decoder.logs(request);
        }

        @Override
        public Message response(Decoded taken) {
            var response = ExportLogsServiceResponse.newBuilder();
            return taken.refused() == 0 ? response.build() : response.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                    .setRejectedLogRecords(taken.refused()).setErrorMessage(taken.why())).build();
        }

        @Override
        Message.Builder request() {
            return ExportLogsServiceRequest.newBuilder();
        }
    },
    METRICS {
        @Override
        public Decoded decode(OtlpDecoder decoder, byte[] request) {
            return Decoded.NOTHING;
        }

        @Override
        public Message response(Decoded taken) {
            return ExportMetricsServiceResponse.getDefaultInstance();
        }

        @Override
        Message.Builder request() {
            return ExportMetricsServiceRequest.newBuilder();
        }
    };

    /// Reads a request in protobuf.
    public abstract Decoded decode(OtlpDecoder decoder, byte[] request) throws MalformedOtlpException;

    /// The answer: a partial success where something was refused.
    public abstract Message response(Decoded taken);

    /// An empty request of this kind.
    abstract Message.Builder request();
}
