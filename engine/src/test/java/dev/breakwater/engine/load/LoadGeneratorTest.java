package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.run.LoadView;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// On a clock that is turned by hand.
@Timeout(20)
final class LoadGeneratorTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(5 * SECOND);
    private final Semaphore sent = new Semaphore(0);

    @Test
    void latencyCountsFromTheIntendedTime() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        try (LoadGenerator load = generator(10, 100, answer)) {
            load.start();
            await(1);
            // two seconds pass in which the generator was not heard of: 20 more requests are due, all late
            now.addAndGet(2 * SECOND - 1);
            await(19);
            answer.countDown();
            LoadView view = answered(load, 20);
            assertEquals(20, view.intended());
            assertEquals(0, view.unsent());
            assertEquals(1.0, view.p50Nanos() / 1e9, 0.15, "half of them waited for a second or more");
            assertEquals(2.0, view.p99Nanos() / 1e9, 0.05, "the first one waited for two seconds");
        }
    }

    @Test
    void whatFindsNoRoomIsCountedAndNotSentLater() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        try (LoadGenerator load = generator(10, 5, answer)) {
            load.start();
            await(1);
            now.addAndGet(SECOND - 1);
            await(4);
            LoadView view = load.view();
            while (view.intended() < 10) {
                Thread.onSpinWait();
                view = load.view();
            }
            assertEquals(5, view.sent());
            assertEquals(5, view.unsent());
            answer.countDown();
            assertEquals(5, answered(load, 5).accepted());
        }
    }

    @Test
    void aNewProfileBeginsAtOnce() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(0);
        try (LoadGenerator load = generator(0, 5, answer)) {
            load.start();
            now.addAndGet(100 * SECOND);
            load.profile(new LoadProfile.Constant(1));
            await(1);
            assertEquals(1.0, load.view().ratePerSecond());
            load.profile(new LoadProfile.Constant(0));
            now.addAndGet(100 * SECOND);
            load.stopSending();
            assertTrue(load.view().intended() <= 2, "went on at the old rate");
        }
    }

    @Test
    void nothingIsSentAfterTheEnd() throws InterruptedException {
        try (LoadGenerator load = generator(10, 5, new CountDownLatch(0))) {
            load.start();
            await(1);
            load.stopSending();
            long intended = load.view().intended();
            now.addAndGet(100 * SECOND);
            assertEquals(intended, load.view().intended());
            assertEquals(0, load.view().ratePerSecond());
        }
    }

    @Test
    void whatIsOnItsWayCanBeWaitedFor() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        try (LoadGenerator load = generator(10, 5, answer)) {
            load.start();
            await(1);
            load.stopSending();
            assertFalse(load.awaitAnswers(Duration.ofMillis(1)), "one has no answer yet");
            answer.countDown();
            assertTrue(load.awaitAnswers(Duration.ofSeconds(10)));
            assertEquals(1, load.view().accepted());
        }
    }

    private LoadGenerator generator(double rate, int maxInFlight, CountDownLatch answer) {
        return new LoadGenerator(new LoadProfile.Constant(rate), 1, maxInFlight, now::get, _ -> {
            sent.release();
            return answer.await(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void await(int more) throws InterruptedException {
        assertTrue(sent.tryAcquire(more, 10, TimeUnit.SECONDS), "not sent");
    }

    private static LoadView answered(LoadGenerator load, long count) {
        LoadView view = load.view();
        while (view.accepted() < count) {
            Thread.onSpinWait();
            view = load.view();
        }
        return view;
    }
}
