package dev.breakwater.shop.bench;

import com.google.protobuf.MessageLite;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A service beside a [BareServers] one, by wrk and by h2load.
/// `CallBenchmark <rounds> <token> http <our address> <bare address>`,
/// `CallBenchmark <rounds> <token> grpc <our port> <bare port> <order>`.
public final class CallBenchmark {
    private static final String SECONDS = "8";

    private CallBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        String token = arguments[1];
        if (arguments[2].equals("http")) {
            Duel.fight(rounds, "GET /users/{id}", wrk(token, arguments[3]), "bare Helidon", wrk(token, arguments[4]));
            return;
        }
        Path body = Files.createTempFile("h2load", ".bin");
        Files.write(body, framed(PaymentStatusRequest.newBuilder().setOrderId(arguments[5]).build()));
        Duel.fight(rounds, "GetPaymentStatus", h2load(token, arguments[3], body), "bare grpc-java", h2load(token, arguments[4], body));
        Files.delete(body);
    }

    private static Tool wrk(String token, String address) {
        return new Tool(List.of("wrk", "-t", "1", "-c", "16", "-d", SECONDS, "-H", "Authorization: " + token, address),
                Pattern.compile("Requests/sec:\\s+([\\d.]+)"));
    }

    private static Tool h2load(String token, String port, Path body) {
        List<String> command = new ArrayList<>(List.of("h2load", "-t", "1", "-c", "4", "-m", "8", "-D", SECONDS, "-d", body.toString()));
        for (String header : List.of("content-type: application/grpc", "te: trailers", "authorization: " + token)) {
            command.addAll(List.of("-H", header));
        }
        command.add("http://127.0.0.1:" + port + "/PaymentService/GetPaymentStatus");
        return new Tool(command, Pattern.compile("finished in [\\d.]+\\w+, ([\\d.]+) req/s"));
    }

    /// As gRPC puts a message on the wire: uncompressed, its length, itself.
    private static byte[] framed(MessageLite message) {
        byte[] bytes = message.toByteArray();
        return ByteBuffer.allocate(bytes.length + 5).put((byte) 0).putInt(bytes.length).put(bytes).array();
    }
}
