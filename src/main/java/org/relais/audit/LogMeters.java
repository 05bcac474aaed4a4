package org.relais.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** What an operator sees of the log: how many rows wait, how long callers waited, how often it failed. Numbers only. */
@Component
class LogMeters {

    private final MeterRegistry registry;
    private final Timer wait;
    private final Counter failures;
    private final Counter sealingFailures;

    LogMeters(MeterRegistry registry) {
        this.registry = registry;
        this.wait = Timer.builder("relais.log.wait")
                .description("From asking for a row of the access log to its commit")
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry);
        this.failures = Counter.builder("relais.log.failures")
                .description("Batches of the access log that could not be committed")
                .register(registry);
        this.sealingFailures = Counter.builder("relais.log.sealing.failures")
                .description("Turns in which the access log could not be sealed")
                .register(registry);
    }

    void watchSealing(Supplier<Number> age) {
        Gauge.builder("relais.log.epoch.age", age)
                .description("Seconds since the newest sealed epoch; negative while none is known")
                .register(registry);
    }

    void sealingFailed() {
        sealingFailures.increment();
    }

    void watch(Collection<?> queue) {
        Gauge.builder("relais.log.queue", queue, Collection::size)
                .description("Rows of the access log that wait for their commit")
                .register(registry);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void waited(Timer.Sample sample) {
        sample.stop(wait);
    }

    void failed() {
        failures.increment();
    }
}
