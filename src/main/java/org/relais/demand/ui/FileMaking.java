package org.relais.demand.ui;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

import org.relais.demand.DemandFile;
import org.relais.demand.DemandProgress;
import org.relais.demand.DemandQuestion;
import org.relais.shared.Conflict;
import org.relais.shared.RelaisException;

/**
 * The file that is being made for whoever is signed in, or was made last. It belongs to their session and not to a page:
 * whoever goes elsewhere or loads the page anew finds it there, made once. One at a time; with the session it ends, and
 * what was not made by then is not made.
 */
final class FileMaking implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(FileMaking.class);
    private static final Now NOTHING = new Now(null, 0, null, null);

    private final transient List<Consumer<Now>> listeners = new CopyOnWriteArrayList<>();
    private transient volatile Now now = NOTHING;
    private volatile boolean ended;

    FileMaking() {}

    /** That of the session of the window. */
    static FileMaking ofSession() {
        var session = VaadinSession.getCurrent();
        var known = session.getAttribute(FileMaking.class);
        if (known != null) {
            return known;
        }
        var making = new FileMaking();
        session.setAttribute(FileMaking.class, making);
        session.addSessionDestroyListener(event -> making.end());
        return making;
    }

    /**
     * How far it is.
     *
     * @param question of what; null while none was asked for
     * @param file that was made; null while it is not
     * @param refusal why there is none; null while that is open
     */
    record Now(
            @Nullable DemandQuestion question,
            int percent,
            @Nullable DemandFile file,
            @Nullable RelaisException refusal) {

        boolean running() {
            return question != null && file == null && refusal == null;
        }
    }

    Now now() {
        return now;
    }

    /** Tells of every change, from whatever thread. */
    void listen(Consumer<Now> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<Now> listener) {
        listeners.remove(listener);
    }

    /** Begins; nothing happens where one is being made already. */
    void begin(DemandQuestion question, Function<DemandProgress, DemandFile> work) {
        synchronized (this) {
            if (now.running()) {
                return;
            }
            now = new Now(question, 0, null, null);
        }
        tell();
        // Whoever asked is asked for again by each door, in the other thread too
        Thread.ofVirtual()
                .name("treatment-demand")
                .start(new DelegatingSecurityContextRunnable(() -> run(question, work)));
    }

    /** What is not made yet will not be. */
    void end() {
        ended = true;
    }

    /** What was refused was seen: it is not told again. */
    synchronized void seen() {
        if (now.refusal() != null) {
            now = NOTHING;
        }
    }

    private void run(DemandQuestion question, Function<DemandProgress, DemandFile> work) {
        try {
            var file = work.apply(percent -> {
                if (ended) {
                    throw new CancellationException();
                }
                now = new Now(question, percent, null, null);
                tell();
            });
            now = new Now(question, 100, file, null);
        } catch (CancellationException signedOut) {
            LOG.info("The session ended before the file was made");
            now = NOTHING;
        } catch (RelaisException refused) {
            now = new Now(question, 0, null, refused);
        } catch (RuntimeException failed) {
            LOG.error("The file could not be made", failed);
            now = new Now(question, 0, null, new Conflict("demand.error.failed"));
        }
        tell();
    }

    private void tell() {
        var told = now;
        listeners.forEach(listener -> listener.accept(told));
    }
}
