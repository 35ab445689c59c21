package dev.breakwater.shop.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Payment and stock as simply as they can be, and a post that delivers in any order and some things twice.
final class SagaWorld {
    private static final int MAX_STEPS = 2000;

    final List<String> log = new ArrayList<>();
    final List<String> events = new ArrayList<>(List.of("OrderCreated"));
    private final List<Runnable> post = new ArrayList<>();
    private final Random random;
    private final boolean declined;
    private final boolean soldOut;
    private final boolean orchestrated;
    private boolean impatient;
    Saga saga = Saga.begin("o-1");
    private String payment = "pending";
    private String stock = "open";
    boolean charged;
    boolean taken;
    int charges;

    SagaWorld(Random random, boolean declined, boolean soldOut, boolean impatient, boolean orchestrated) {
        this.random = random;
        this.declined = declined;
        this.soldOut = soldOut;
        this.impatient = impatient;
        this.orchestrated = orchestrated;
        send("initiate payment", this::charge);
    }

    void run() {
        for (int step = 0; step < MAX_STEPS; step++) {
            if (impatient && saga.isActive() && random.nextInt(6) == 0) {
                hear(new SagaEvent.StepTimedOut());
            } else if (post.isEmpty()) {
                if (!saga.isActive()) {
                    return;
                }
                hear(new SagaEvent.StepTimedOut());
            } else {
                post.remove(random.nextInt(post.size())).run();
            }
            impatient = impatient && step < MAX_STEPS / 2;
        }
        throw new AssertionError("no end: " + log);
    }

    private void send(String what, Runnable delivery) {
        Runnable told = () -> {
            log.add(what);
            delivery.run();
        };
        post.add(told);
        if (random.nextInt(4) == 0) {
            post.add(told);
        }
    }

    private void tell(SagaEvent event) {
        send(event.toString(), () -> hear(event));
    }

    private void hear(SagaEvent event) {
        SagaStep step = orchestrated ? Orchestration.of(saga, saga.on(event)) : saga.on(event);
        log.add(event + " -> " + step);
        saga = step.next();
        for (SagaAction action : step.actions()) {
            switch (action) {
                case CONFIRM -> events.add("OrderConfirmed");
                case CANCEL -> events.add("OrderCancelled");
                case SEND_CANCEL_ORDER -> tell(new SagaEvent.CancelOrder(saga.reason()));
                case SEND_RESERVE_INVENTORY -> send("reserve", this::reserve);
                case SEND_REFUND_PAYMENT -> send("refund", this::refund);
                case SEND_RELEASE_INVENTORY -> send("release", this::release);
            }
        }
    }

    private void charge() {
        if (!payment.equals("pending")) {
            return;
        }
        payment = declined ? "failed" : "completed";
        if (declined) {
            tell(new SagaEvent.PaymentFailed());
            return;
        }
        charged = true;
        charges++;
        tell(new SagaEvent.PaymentCompleted());
        if (!orchestrated) {
            send("reserve", this::reserve);
        }
    }

    private void refund() {
        if (payment.equals("pending") || payment.equals("completed")) {
            payment = "refunded";
            charged = false;
            tell(new SagaEvent.PaymentRefunded());
        }
    }

    private void reserve() {
        if (!stock.equals("open")) {
            return;
        }
        stock = soldOut ? "rejected" : "reserved";
        taken = !soldOut;
        if (soldOut) {
            tell(new SagaEvent.InventoryRejected());
            if (!orchestrated) {
                send("refund for want of stock", this::refund);
            }
        } else {
            tell(new SagaEvent.InventoryReserved());
        }
    }

    private void release() {
        if (stock.equals("open") || stock.equals("reserved")) {
            stock = "released";
            taken = false;
            tell(new SagaEvent.InventoryReleased());
        }
    }
}
