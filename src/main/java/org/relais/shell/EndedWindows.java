package org.relais.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.staff.SessionEnd;
import org.relais.staff.SessionEnding;

/**
 * Takes every window of a session that ends to a page that says why, before what it shows can be read by others. The
 * window somebody signs out in goes its own way.
 */
@Component
class EndedWindows {

    // A page asked for while its session is being signed out would be answered by neither. The screen is covered
    // meanwhile
    private static final int UNTIL_IT_IS_GONE = 1_000;

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
        var own = UI.getCurrent();
        for (var window : session.getUIs()) {
            if (window != own) {
                leave(window, ending);
                window.push();
            } else if (ending.reason() != SessionEnd.SIGNED_OUT) {
                leave(window, ending);
            }
        }
    }

    private static void leave(UI window, SessionEnding ending) {
        window.getPage()
                .executeJs(
                        "document.documentElement.dataset.locked = '';"
                                + "setTimeout(() => location.replace("
                                + "$0 + encodeURIComponent(location.pathname + location.search)), $1)",
                        SignInPage.PATH + "?" + SignInPage.ENDED + "="
                                + ending.reason().word() + "&" + SignInPage.CONTINUE + "=",
                        ending.reason() == SessionEnd.SIGNED_OUT ? UNTIL_IT_IS_GONE : 0);
    }
}
