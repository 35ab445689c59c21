package dev.breakwater.shop.support.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A Lua script, read from a resource beside this class; sent by its digest, in full only if the server does not know it.
final class Script {
    private final String source;
    private final String digest;

    Script(String resource) {
        try (InputStream in = Script.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            byte[] bytes = in.readAllBytes();
            this.source = new String(bytes, StandardCharsets.UTF_8);
            this.digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The script answers a list of texts.
    List<String> run(RedisCommands<String, String> redis, String[] keys, String... arguments) {
        try {
            return redis.evalsha(digest, ScriptOutputType.MULTI, keys, arguments);
        } catch (RedisNoScriptException e) {
            return redis.eval(source, ScriptOutputType.MULTI, keys, arguments);
        }
    }
}
