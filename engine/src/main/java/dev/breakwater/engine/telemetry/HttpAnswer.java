package dev.breakwater.engine.telemetry;

import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.breakwater.engine.telemetry.otlp.OtlpJson;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;

/// Answers in the content type of the request; errors as `google.rpc.Status`, as OTLP wants it.
record HttpAnswer(ServerResponse response, boolean json) {
    void accept(Message message) {
        send(message);
    }

    /// The connection is closed after it: the rest of the body is not read.
    void refuse(int status, String why) {
        response.status(status).header(HeaderValues.CONNECTION_CLOSE);
        send(Status.newBuilder().setCode(Code.INVALID_ARGUMENT_VALUE).setMessage(why).build());
    }

    private void send(Message message) {
        if (json) {
            response.header(HeaderNames.CONTENT_TYPE, "application/json").send(OtlpJson.write(message));
        } else {
            response.header(HeaderNames.CONTENT_TYPE, "application/x-protobuf").send(message.toByteArray());
        }
    }
}
