package org.relais.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.relais.shared.NoticeId;
import org.relais.shared.StaffId;

/** Looks once a second for new notices, whichever node they were written on, and tells the windows of this one. */
@Component
class NoticeNews {

    // A notice is dated within its transaction and seen by others when that commits
    private static final Duration LATEST_COMMIT = Duration.ofSeconds(30);

    private final NoticeRows rows;
    private final Clock clock;
    private final Map<StaffId, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();
    private Set<NoticeId> told = Set.of();
    private Instant since;

    NoticeNews(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.since = clock.instant();
    }

    void add(StaffId staff, Runnable listener) {
        listeners.compute(staff, (key, known) -> {
            Set<Runnable> open = known == null ? ConcurrentHashMap.newKeySet() : known;
            open.add(listener);
            return open;
        });
    }

    void remove(StaffId staff, Runnable listener) {
        listeners.computeIfPresent(staff, (key, open) -> {
            open.remove(listener);
            return open.isEmpty() ? null : open;
        });
    }

    @Scheduled(fixedDelayString = "${relais.access.notice-interval:1s}")
    void tellTheWindows() {
        var now = clock.instant();
        var recent = new HashSet<NoticeId>();
        for (var notice : rows.toldSince(since)) {
            recent.add(notice.id());
            if (!told.contains(notice.id())) {
                listeners.getOrDefault(notice.to(), Set.of()).forEach(messengers::execute);
            }
        }
        told = Set.copyOf(recent);
        var earliest = now.minus(LATEST_COMMIT);
        since = earliest.isAfter(since) ? earliest : since;
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }
}
