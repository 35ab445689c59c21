package dev.breakwater.shop.support.amqp;

import java.io.IOException;

/// The broker does not take this message; the connection is as good as before.
class RefusedException extends IOException {
    RefusedException(String message) {
        super(message);
    }
}
