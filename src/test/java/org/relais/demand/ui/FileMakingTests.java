package org.relais.demand.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.relais.demand.DemandQuestion;
import org.relais.demand.ui.FileMaking.Now;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;

/** One file at a time, whatever happens meanwhile; and what became of it is told once. */
@Timeout(30)
class FileMakingTests {

    private static final DemandQuestion QUESTION = new DemandQuestion(2026, null);

    private final FileMaking making = new FileMaking();
    private final LinkedBlockingQueue<Now> told = new LinkedBlockingQueue<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @BeforeEach
    void listen() {
        making.listen(told::add);
    }

    @Test
    void while_one_is_being_made_another_is_not_begun() throws InterruptedException {
        for (var clicks = 0; clicks < 3; clicks++) {
            making.begin(QUESTION, progress -> {
                begun.incrementAndGet();
                await();
                throw new InvalidInput("year", "demand.error.nothing");
            });
        }
        assertThat(making.now().running()).isTrue();
        free.countDown();
        var refused = await(now -> !now.running());
        assertThat(refused.refusal()).isInstanceOf(InvalidInput.class);
        assertThat(begun).hasValue(1);
        making.seen();
        assertThat(making.now().refusal()).isNull();
    }

    @Test
    void once_the_session_ended_what_was_not_made_is_not() throws InterruptedException {
        making.begin(QUESTION, progress -> {
            await();
            progress.at(60);
            begun.incrementAndGet();
            throw new IllegalStateException("Goes on");
        });
        making.end();
        free.countDown();
        assertThat(await(now -> !now.running()).question()).isNull();
        assertThat(begun).hasValue(0);
    }

    @Test
    void what_fails_is_told_without_its_reason() throws InterruptedException {
        making.begin(QUESTION, progress -> {
            progress.at(40);
            throw new IllegalStateException("SELECT secret");
        });
        assertThat(await(now -> now.percent() == 40).running()).isTrue();
        var refusal = await(now -> !now.running()).refusal();
        assertThat(refusal).isNotNull();
        assertThat(String.valueOf(refusal)).contains("demand.error.failed").doesNotContain("secret");
    }

    private Now await(Predicate<Now> asked) throws InterruptedException {
        while (true) {
            var now = told.poll(20, TimeUnit.SECONDS);
            assertThat(now).as("told in time").isNotNull();
            if (asked.test(now)) {
                return now;
            }
        }
    }

    private void await() {
        try {
            free.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
