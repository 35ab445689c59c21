package dev.breakwater.shop.support.idempotency;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A POST that creates something. With the header `Idempotency-Key` a repetition gets the answer of the first one:
/// the answer is stored in the same commit as what was created.
public final class IdempotentRequest {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_KEY_CHARS = 200;

    private final Journal journal;
    private final String service;
    private final Optional<String> key;
    private final String fingerprint;

    /// @param variant whether the key is heeded ([SwitchNames#ROBUST]), or the request is carried out as often as it comes
    /// @throws FieldException if the key is empty or too long
    public IdempotentRequest(Journal journal, String service, String variant, Request request) {
        this.journal = journal;
        this.service = service;
        this.key = variant.equals(SwitchNames.ROBUST) ? request.header(Headers.IDEMPOTENCY_KEY) : Optional.empty();
        String content = request.method() + request.rawPath() + Json.write(request.optionalBody());
        this.fingerprint = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        if (key.isPresent() && (key.get().isBlank() || key.get().length() > MAX_KEY_CHARS)) {
            throw new FieldException(Headers.IDEMPOTENCY_KEY, "must have 1 to " + MAX_KEY_CHARS + " characters");
        }
    }

    /// The answer that a request with this key got before.
    ///
    /// @throws ApiException 422 if that was another request
    public Optional<Reply> answered() {
        return key.flatMap(given -> replay(Patience.with(() -> read(given))));
    }

    /// Commits, with the answer. Safe to repeat: `creation` makes something under a new id, so "it is there already" means "by us".
    public Reply create(Commit creation, Reply reply) {
        return answer(commit(creation, reply), reply);
    }

    /// As [#create], of something that belongs to an aggregate.
    ///
    /// @throws ApiException 409 if that is no longer what it was when it was looked at
    public Reply add(Commit addition, Reply reply) {
        CommitResult result = commit(addition, reply);
        if (result instanceof CommitResult.WrongVersion) {
            throw new ApiException(409, "it has changed meanwhile");
        }
        return answer(result, reply);
    }

    private CommitResult commit(Commit creation, Reply reply) {
        Optional<Stored> before = key.map(given -> new Stored(Keys.idempotency(service, given), null));
        before.ifPresent(none -> creation.ifUnchanged(none).set(none.key(), Json.write(record(reply)), KEPT));
        return Patience.with(() -> journal.commit(creation));
    }

    private Reply answer(CommitResult result, Reply reply) {
        if (result instanceof CommitResult.Committed || key.isEmpty()) {
            return reply;
        }
        return Patience.with(() -> replay(read(key.orElseThrow()))).orElse(reply);
    }

    private ObjectNode record(Reply reply) {
        return Json.object().put("request", fingerprint).put("status", reply.status()).put("body", reply.body());
    }

    private Stored read(String given) {
        return journal.redis().read(Keys.idempotency(service, given));
    }

    private Optional<Reply> replay(Stored stored) {
        Optional<ObjectNode> answer = stored.json();
        if (answer.isPresent() && !answer.get().path("request").asString("").equals(fingerprint)) {
            throw new ApiException(422, "this " + Headers.IDEMPOTENCY_KEY + " was used for another request");
        }
        return answer.map(json -> Reply.json(json.path("status").asInt(200), json.path("body").asString("")));
    }
}
