package org.relais.episode;

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
import org.relais.shared.CentreId;

/**
 * Tells the open screens of places that a waiting list, a bed or an offer has changed: those of this node at once, those
 * of the others within a second. Carries nothing else: whoever listens reads through their own scope.
 */
@Component
public class PlaceNews {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceNews.class);

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();
    private long seen = -1;

    PlaceNews(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * Listens until the subscription ends.
     *
     * @param scope over the administrative section
     * @param changed called in a thread of its own
     */
    public Subscription listen(Scope scope, Runnable changed) {
        access.require(scope, Section.ADMINISTRATIVE);
        var subscription = new Subscription(changed);
        subscriptions.add(subscription);
        return subscription;
    }

    @TransactionalEventListener
    void episodeChanged(EpisodeChange event) {
        tell(event.occurrence().centre());
    }

    @TransactionalEventListener
    void bedsChanged(BedsChanged event) {
        tell(event.centre());
    }

    /** Hears what other nodes changed; asks for nothing while no screen is open here. */
    @Scheduled(fixedDelayString = "${relais.episode.news-interval:700ms}")
    void hear() {
        if (subscriptions.isEmpty()) {
            return;
        }
        try {
            if (changedSinceLast()) {
                subscriptions.forEach(subscription -> messengers.execute(subscription.changed));
            }
        } catch (DataAccessException unreachable) {
            LOG.warn(
                    "The screens of places cannot hear of changes: {}",
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
                jdbc.sql("INSERT INTO episode_place_news (centre_id, changes) VALUES (?, 1)"
                                + " ON DUPLICATE KEY UPDATE changes = changes + 1")
                        .param(centre.value())
                        .update();
            } catch (DataAccessException unreachable) {
                // What was changed stands; screens of other nodes show it with their next change, or when opened anew
                LOG.warn(
                        "The screens of places were not told of a change: {}",
                        unreachable.getClass().getSimpleName());
            }
            hear();
        });
    }

    private synchronized boolean changedSinceLast() {
        var now = jdbc.sql("SELECT COALESCE(SUM(changes), 0) FROM episode_place_news")
                .query(Long.class)
                .single();
        var changed = now != seen;
        seen = now;
        return changed;
    }

    /** One open screen. */
    public final class Subscription {

        private final Runnable changed;

        private Subscription(Runnable changed) {
            this.changed = changed;
        }

        public void end() {
            subscriptions.remove(this);
        }
    }
}
