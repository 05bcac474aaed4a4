package org.relais.emergency.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.relais.shared.StaffId;

/**
 * The open windows of each member of staff on this node: told when an emergency access was begun or ended in another
 * one, and when the time of one is over by the server's clock, whatever the browser's says.
 */
@Component
class EmergencyWindows {

    private final Map<StaffId, Set<Window>> windows = new ConcurrentHashMap<>();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;

    EmergencyWindows(Clock clock) {
        this.clock = clock;
    }

    /** @param changed called in a thread of its own */
    Window enter(StaffId staff, Runnable changed) {
        var window = new Window(staff, changed);
        windows.compute(staff, (key, known) -> {
            Set<Window> open = known == null ? ConcurrentHashMap.newKeySet() : known;
            open.add(window);
            return open;
        });
        return window;
    }

    /** Something began or ended for them. */
    void changed(StaffId staff) {
        windows.getOrDefault(staff, Set.of()).forEach(window -> messengers.execute(window.changed));
    }

    @Scheduled(fixedDelayString = "${relais.emergency.sweep:1s}")
    void tellWhoseTimeIsOver() {
        var now = clock.instant();
        windows.values()
                .forEach(open -> open.stream()
                        .filter(window -> window.endedBy(now))
                        .forEach(window -> messengers.execute(window.changed)));
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }

    /** One open window. */
    final class Window {

        private final StaffId staff;
        private final Runnable changed;
        private volatile @Nullable Instant firstEnd;

        private Window(StaffId staff, Runnable changed) {
            this.staff = staff;
            this.changed = changed;
        }

        /** @param end of the first emergency access that it shows; null when it shows none */
        void shows(@Nullable Instant end) {
            firstEnd = end;
        }

        void leave() {
            windows.computeIfPresent(staff, (key, open) -> {
                open.remove(this);
                return open.isEmpty() ? null : open;
            });
        }

        private boolean endedBy(Instant now) {
            var end = firstEnd;
            return end != null && !end.isAfter(now);
        }
    }
}
