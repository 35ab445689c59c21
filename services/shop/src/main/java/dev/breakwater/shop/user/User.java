package dev.breakwater.shop.user;

import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// Someone who may order.
record User(String id, String name, String email) {
    static User read(Fields fields) {
        return new User(fields.text("id"), fields.text("name"), fields.text("email"));
    }

    ObjectNode json() {
        return Json.object().put("id", id).put("name", name).put("email", email);
    }
}
