package org.relais.dashboard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the open dashboards of this node when to read the present again; asks for nothing while none is open. */
@Component
public class DashboardNews {

    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();

    DashboardNews() {}

    /**
     * Listens until the subscription ends.
     *
     * @param again called in a thread of its own
     */
    public Subscription listen(Runnable again) {
        var subscription = new Subscription(again);
        subscriptions.add(subscription);
        return subscription;
    }

    @Scheduled(fixedDelayString = "${relais.dashboard.interval:15s}")
    void tell() {
        subscriptions.forEach(subscription -> messengers.execute(subscription.again));
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }

    /** One open dashboard. */
    public final class Subscription {

        private final Runnable again;

        private Subscription(Runnable again) {
            this.again = again;
        }

        public void end() {
            subscriptions.remove(this);
        }
    }
}
