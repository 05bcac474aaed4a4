package org.relais.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.relais.shared.CurrentView;
import org.relais.shared.RequestMarks;

/**
 * From where a row was asked for: the same for every caller, so none has to say it.
 *
 * @param view the template of the screen's route
 * @param request the id of the request
 * @param session the keyed hash of the session
 */
record Circumstances(
        @Nullable String view,
        @Nullable String request,
        @Nullable String session) {

    static final Circumstances NONE = new Circumstances(null, null, null);

    /** Reads them on the thread that asks. */
    @Component
    static class Now {

        private static final int LONGEST_VIEW = 80;
        private static final int LONGEST_MARK = 64;

        private final ObjectProvider<CurrentView> view;

        Now(ObjectProvider<CurrentView> view) {
            this.view = view;
        }

        Circumstances read() {
            var screen = view.getIfAvailable();
            return new Circumstances(
                    cut(screen == null ? null : screen.template(), LONGEST_VIEW),
                    mark(RequestMarks.REQUEST),
                    mark(RequestMarks.SESSION));
        }

        private static @Nullable String mark(String name) {
            var mark = MDC.get(name);
            return "-".equals(mark) ? null : cut(mark, LONGEST_MARK);
        }

        private static @Nullable String cut(@Nullable String text, int longest) {
            return text == null || text.length() <= longest ? text : text.substring(0, longest);
        }
    }
}
