package org.relais.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.staff.SessionEnding;

/** Takes every window of a session that ends to a page that says why, before what it shows can be read by others. */
@Component
class EndedWindows {

    @EventListener
    void ending(SessionEnding ending) {
        for (var session : VaadinSession.getAllSessions(ending.session())) {
            if (session.hasLock()) {
                leaveAll(session, ending);
            } else {
                // Not waited for: whoever holds the session leaves it in a moment, and then this comes first
                var _ = session.access(() -> leaveAll(session, ending));
            }
        }
    }

    private static void leaveAll(VaadinSession session, SessionEnding ending) {
        for (var window : session.getUIs()) {
            leave(window, ending);
            if (window != UI.getCurrent()) {
                window.push();
            }
        }
    }

    private static void leave(UI window, SessionEnding ending) {
        var here = "/" + window.getInternals().getActiveViewLocation().getPathWithQueryParameters();
        window.getPage()
                .executeJs(
                        "document.documentElement.dataset.locked = ''; location.replace($0)",
                        SignInPage.PATH + "?" + SignInPage.ENDED + "="
                                + ending.reason().word() + "&" + SignInPage.CONTINUE + "="
                                + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }
}
