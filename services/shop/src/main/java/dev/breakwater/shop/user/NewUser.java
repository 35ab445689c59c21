package dev.breakwater.shop.user;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import java.util.UUID;

/// What a client tells of a user.
record NewUser(String name, String email) {
    /// @throws FieldException that names the field
    static NewUser read(Fields fields) {
        String name = fields.text("name");
        String email = fields.text("email");
        int at = email.indexOf('@');
        if (at < 1 || at == email.length() - 1) {
            throw new FieldException("email", "must look like name@host");
        }
        return new NewUser(name, email);
    }

    User withNewId() {
        return withId(UUID.randomUUID().toString());
    }

    User withId(String id) {
        return new User(id, name, email);
    }
}
