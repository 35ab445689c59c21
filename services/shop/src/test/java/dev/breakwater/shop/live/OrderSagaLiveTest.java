package dev.breakwater.shop.live;

import java.io.IOException;

/// Nobody is in charge: the services listen to each other.
final class OrderSagaLiveTest extends SagaLiveCases {
    OrderSagaLiveTest() throws IOException {
        super(Shop.all());
    }
}
