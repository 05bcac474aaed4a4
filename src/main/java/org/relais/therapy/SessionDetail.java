package org.relais.therapy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** How the facts of a session stand in the detail of its entry, for drawing it without asking the database. */
public final class SessionDetail {

    private SessionDetail() {}

    static Map<String, String> write(SignSession session) {
        var detail = new LinkedHashMap<String, String>();
        detail.put("attendance", session.attendance().name());
        detail.put("mode", session.mode().name());
        put(detail, "approach", session.approach());
        put(detail, "minutes", session.minutes());
        put(detail, "nextOn", session.nextOn());
        return detail;
    }

    /** The facts in the detail of an entry; null when they were cut. */
    public static SessionRow.@Nullable Facts read(Map<String, String> detail) {
        var attendance = detail.get("attendance");
        var mode = detail.get("mode");
        if (attendance == null || mode == null) {
            return null;
        }
        var approach = detail.get("approach");
        var minutes = detail.get("minutes");
        var next = detail.get("nextOn");
        return new SessionRow.Facts(
                Attendance.valueOf(attendance),
                Mode.valueOf(mode),
                approach == null ? null : Approach.valueOf(approach),
                minutes == null ? null : Integer.valueOf(minutes),
                next == null ? null : LocalDate.parse(next));
    }

    private static void put(Map<String, String> detail, String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value.toString());
        }
    }
}
