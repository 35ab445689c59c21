package dev.breakwater.shop.support.redis;

import dev.breakwater.shop.support.outage.OutageException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One shared connection to Redis, and more where a reader blocks. It connects at the first call and again after every loss.
/// What lettuce would do quietly is switched off: it neither queues commands while there is no connection
/// nor sends one twice. A call fails at once or within the timeout, and whoever called decides about the next try.
public final class Redis implements AutoCloseable {
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(2500);
    /// Longer: the first time, half of lettuce must be loaded, on a machine where everything starts at once.
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RECONNECT_DELAY = Duration.ofMillis(200);
    private static final int THREADS = 2;

    private final RedisURI uri;
    private final ClientResources resources;
    private final RedisClient client;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable StatefulRedisConnection<String, String> shared;

    public Redis(URI uri) {
        this.uri = RedisURI.create(uri);
        this.uri.setTimeout(CONNECT_TIMEOUT);
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS).computationThreadPoolSize(THREADS)
                .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE) // lettuce's own would open a port to ask name servers
                .reconnectDelay(Delay.constant(RECONNECT_DELAY))
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
        this.client = RedisClient.create(resources, this.uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).build())
                .build());
    }

    /// Runs commands on the shared connection.
    ///
    /// @throws OutageException if Redis does not answer; the commands may have been executed all the same
    public <T> T call(Function<RedisCommands<String, String>, T> commands) {
        return guarded(() -> commands.apply(connection().sync()));
    }

    /// A connection of its own for a blocking reader, who closes it.
    StatefulRedisConnection<String, String> connect() {
        return guarded(() -> {
            StatefulRedisConnection<String, String> connection = client.connect();
            connection.setTimeout(COMMAND_TIMEOUT);
            return connection;
        });
    }

    /// Runs `action`; every way in which Redis can be away becomes an [OutageException].
    static <T> T guarded(Supplier<T> action) {
        try {
            return action.get();
        } catch (RedisLoadingException | RedisReadOnlyException e) {
            throw new OutageException("redis", e);
        } catch (RedisCommandExecutionException e) {
            if (e instanceof RedisBusyException && !isGroupThere(e)) {
                throw new OutageException("redis", e);
            }
            throw e;
        } catch (RedisException e) {
            throw new OutageException("redis", e);
        }
    }

    /// The answer to creating a group that exists; lettuce takes BUSYGROUP for BUSY.
    static boolean isGroupThere(RedisCommandExecutionException e) {
        return e.getMessage() != null && e.getMessage().startsWith("BUSYGROUP");
    }

    /// What stands under `key` now.
    public Stored read(String key) {
        return new Stored(key, call(redis -> Optional.ofNullable(redis.get(key))).orElse(null));
    }

    /// @throws OutageException if Redis does not answer
    public void ping() {
        call(RedisCommands::ping);
    }

    private StatefulRedisConnection<String, String> connection() {
        StatefulRedisConnection<String, String> connection = shared;
        if (connection != null) {
            return connection;
        }
        connecting.lock();
        try {
            connection = shared;
            if (connection == null) {
                connection = connect();
                shared = connection;
            }
            return connection;
        } finally {
            connecting.unlock();
        }
    }

    @Override
    public void close() {
        client.shutdown(0, 500, TimeUnit.MILLISECONDS);
        resources.shutdown(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
