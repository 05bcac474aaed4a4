package org.relais.detox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.assessment.FormSigned;
import org.relais.episode.BedsChanged;
import org.relais.episode.EpisodeChange;
import org.relais.medication.DoseGiven;
import org.relais.medication.DoseNotGiven;
import org.relais.shared.CentreId;
import org.relais.shared.NotFound;
import org.relais.shared.Utc;

/**
 * Tells the open boards of a centre that something they show has changed: those of this node at once, those of the
 * others within a second. Carries nothing else: whoever listens reads through their own scope.
 */
@Component
public class WardNews {

    private static final Logger log = LoggerFactory.getLogger(WardNews.class);

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();
    private Map<CentreId, Long> seen = Map.of();

    WardNews(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * Listens until the subscription ends.
     *
     * @param beds over the administrative section
     * @param centre one of the scope's
     * @param changed called in a thread of its own
     * @throws NotFound when the centre is not one of the scope's
     */
    public Subscription listen(Scope beds, CentreId centre, Runnable changed) {
        access.require(beds, Section.ADMINISTRATIVE);
        if (!beds.centres().contains(centre)) {
            throw new NotFound();
        }
        var subscription = new Subscription(centre, changed);
        subscriptions.add(subscription);
        return subscription;
    }

    @TransactionalEventListener
    void formSigned(FormSigned event) {
        tell(event.centre());
    }

    @TransactionalEventListener
    void episodeChanged(EpisodeChange event) {
        tell(event.occurrence().centre());
    }

    @TransactionalEventListener
    void doseGiven(DoseGiven event) {
        tell(event.centre());
    }

    @TransactionalEventListener
    void doseNotGiven(DoseNotGiven event) {
        tell(event.centre());
    }

    @TransactionalEventListener
    void bedsChanged(BedsChanged event) {
        tell(event.centre());
    }

    @TransactionalEventListener
    void wardChanged(WardChanged event) {
        tell(event.centre());
    }

    /** Hears what other nodes changed; asks for nothing while no board is open here. */
    @Scheduled(fixedDelayString = "${relais.detox.news-interval:700ms}")
    void hear() {
        if (subscriptions.isEmpty()) {
            return;
        }
        try {
            for (var centre : changedSinceLast()) {
                subscriptions.stream()
                        .filter(subscription -> subscription.centre.equals(centre))
                        .forEach(subscription -> messengers.execute(subscription.changed));
            }
        } catch (DataAccessException unreachable) {
            log.warn(
                    "The ward boards cannot hear of changes: {}",
                    unreachable.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }

    private void tell(CentreId centre) {
        messengers.execute(() -> {
            try {
                jdbc.sql("INSERT INTO detox_news (centre_id, changes) VALUES (?, 1)"
                                + " ON DUPLICATE KEY UPDATE changes = changes + 1")
                        .param(centre.value())
                        .update();
            } catch (DataAccessException unreachable) {
                // What was changed stands; boards of other nodes show it with their next change, or when opened anew
                log.warn(
                        "The ward boards were not told of a change: {}",
                        unreachable.getClass().getSimpleName());
            }
            hear();
        });
    }

    private synchronized Set<CentreId> changedSinceLast() {
        var now = new HashMap<CentreId, Long>();
        jdbc.sql("SELECT centre_id, changes FROM detox_news").query(row -> {
            now.put(new CentreId(Utc.uuid(row, "centre_id")), row.getLong("changes"));
        });
        var changed = new HashSet<CentreId>();
        now.forEach((centre, count) -> {
            if (!count.equals(seen.get(centre))) {
                changed.add(centre);
            }
        });
        seen = now;
        return changed;
    }

    /** One open board. */
    public final class Subscription {

        private final CentreId centre;
        private final Runnable changed;

        private Subscription(CentreId centre, Runnable changed) {
            this.centre = centre;
            this.changed = changed;
        }

        public void end() {
            subscriptions.remove(this);
        }
    }
}
