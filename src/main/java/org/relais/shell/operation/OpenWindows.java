package org.relais.shell.operation;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.ServletContext;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The windows open on this node. When the node stops, each is asked to send what was typed and not yet sent, while
 * requests are still taken: a draft that waits for its pause is saved then and not lost.
 */
@Component
class OpenWindows implements VaadinServiceInitListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWindows.class);

    /** How long a stopping node waits for its windows. A window that sleeps or is offline is not waited for longer. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    // An event that is not held back takes every event that is held back with it
    private static final String SAVED = "relais-saved";
    private static final String ASK = "this.dispatchEvent(new CustomEvent('" + SAVED + "'))";

    private final Set<UI> windows = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private final ObjectProvider<ServletContext> application;
    private volatile boolean running;

    OpenWindows(MeterRegistry registry, ObjectProvider<ServletContext> application) {
        this.application = application;
        Gauge.builder("relais.sessions.open", sessions, AtomicInteger::get)
                .description("Browser sessions of this node")
                .register(registry);
        Gauge.builder("relais.windows.open", windows, Set::size)
                .description("Windows and tabs open on this node")
                .register(registry);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(session -> sessions.incrementAndGet());
        service.addSessionDestroyListener(session -> sessions.decrementAndGet());
        service.addUIInitListener(opened -> {
            var window = opened.getUI();
            windows.add(window);
            window.addDetachListener(closed -> windows.remove(window));
            window.getElement().addEventListener(SAVED, answered -> answers.countDown());
        });
    }

    @Override
    public void start() {
        running = true;
        application.ifAvailable(PushHook::remove);
    }

    @Override
    public void stop() {
        running = false;
        var asked = Set.copyOf(windows);
        answers = new CountDownLatch(asked.size());
        asked.forEach(this::askToSave);
        try {
            if (!answers.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} of {} windows did not answer before the stop", answers.getCount(), asked.size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void askToSave(UI window) {
        try {
            // Does not wait: a window that is busy is asked when it is done
            var _ = window.access(() -> window.getElement().executeJs(ASK));
        } catch (UIDetachedException gone) {
            answers.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the server that the windows answer to. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
