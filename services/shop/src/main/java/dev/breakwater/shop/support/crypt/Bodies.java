package dev.breakwater.shop.support.crypt;

import dev.breakwater.contract.MessageKey;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.json.FieldException;
import java.util.Optional;

/// The bodies of messages, as they travel and as they are read. What comes encrypted is always decrypted; what goes out is encrypted
/// where that is wanted. So it can be switched while messages are on their way.
public final class Bodies {
    /// Without a key: nothing is encrypted, and nothing that is can be read.
    public static final Bodies PLAIN = new Bodies(Optional.empty());

    private final Optional<Keys> keys;

    private Bodies(Optional<Keys> keys) {
        this.keys = keys;
    }

    private record Keys(MessageKey right, MessageKey wrong, Switch<String> variant, Switch<String> which) {
        boolean wanted() {
            return variant.get().equals(SwitchNames.ROBUST);
        }

        MessageKey chosen() {
            return which.get().equals(SwitchNames.WRONG) ? wrong : right;
        }
    }

    /// @param key a Fernet key; only with one there are switches for it
    /// @throws IllegalArgumentException if it is no such key
    public static Bodies of(Optional<String> key, Switches switches) {
        return key.map(text -> new Bodies(Optional.of(new Keys(MessageKey.of(text), MessageKey.random(),
                switches.words(SwitchNames.ENCRYPTION, SwitchNames.NAIVE, SwitchNames.ROBUST),
                switches.words(SwitchNames.ENCRYPTION_KEY, SwitchNames.RIGHT, SwitchNames.WRONG))))).orElse(PLAIN);
    }

    /// What travels instead of `body`.
    public String outgoing(String body) {
        return keys.filter(Keys::wanted).map(known -> known.chosen().encrypt(body)).orElse(body);
    }

    /// The body of what has come.
    ///
    /// @param field that holds it
    /// @throws FieldException if it is encrypted and cannot be decrypted
    public String incoming(String field, String text) {
        if (!MessageKey.isToken(text)) {
            return text;
        }
        try {
            return keys.orElseThrow(() -> new IllegalArgumentException("is encrypted, and there is no key")).right().decrypt(text);
        } catch (IllegalArgumentException e) {
            throw new FieldException(field, String.valueOf(e.getMessage()));
        }
    }
}
