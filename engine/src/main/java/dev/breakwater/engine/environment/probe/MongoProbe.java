package dev.breakwater.engine.environment.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Sends the command `{ping: 1, $db: "admin"}` as one OP_MSG and reads `{ok: 1.0}`. By hand, because the driver costs half a second
/// of processor time while everything else starts.
public record MongoProbe(int port) implements Probe {
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int LONGEST_REPLY = 1 << 20;

    @Override
    public Readiness ask() throws IOException {
        try (Socket socket = Loopback.connect(port)) {
            socket.getOutputStream().write(ping());
            String reply = reply(new DataInputStream(socket.getInputStream()));
            if (!reply.contains(ok())) throw new IOException("MongoDB answered the ping with an error");
            return new Readiness.Ready("");
        }
    }

    private static byte[] ping() {
        byte[] document = document();
        int length = HEADER_BYTES + 4 + 1 + document.length;
        ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(length).putInt(1).putInt(0).putInt(OP_MSG); // length, request, answer to, kind
        return message.putInt(0).put((byte) 0).put(document).array(); // flags, section of one document
    }

    private static byte[] document() {
        ByteBuffer fields = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(0);
        fields.put((byte) 0x10).put(latin("ping\0")).putInt(1); // int32
        fields.put((byte) 0x02).put(latin("$db\0")).putInt(6).put(latin("admin\0")); // string
        fields.put((byte) 0).putInt(0, fields.position());
        byte[] document = new byte[fields.position()];
        fields.get(0, document);
        return document;
    }

    private static String reply(DataInputStream input) throws IOException {
        int length = Integer.reverseBytes(input.readInt());
        if (length < HEADER_BYTES || length > LONGEST_REPLY) throw new IOException("that is no MongoDB: a message of " + length + " bytes");
        byte[] rest = new byte[length - 4];
        input.readFully(rest);
        return new String(rest, StandardCharsets.ISO_8859_1);
    }

    /// The double `ok: 1.0` as it lies in a BSON document.
    private static String ok() {
        return "\1ok\0" + new String(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f}, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
