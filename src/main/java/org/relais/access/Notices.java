package org.relais.access;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.shared.NoticeId;
import org.relais.staff.CurrentStaff;

/**
 * What the acting member of staff was told, and news of it in their open windows within two seconds, whichever node
 * the act happened on.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Notices {

    /** The most notices a window shows; the rest come when these were seen. */
    public static final int MOST = 20;

    private final NoticeRows rows;
    private final NoticeNews news;
    private final CurrentStaff current;

    Notices(NoticeRows rows, NoticeNews news, CurrentStaff current) {
        this.rows = rows;
        this.news = news;
        this.current = current;
    }

    /** What the acting member of staff has not seen, the latest first. */
    public List<Notice> mine() {
        return rows.unseen(current.require().id(), MOST);
    }

    /** The acting member of staff has seen it. Nothing happens when it is somebody else's. */
    public void seen(NoticeId notice) {
        rows.seen(current.require().id(), notice);
    }

    /**
     * Listens until the subscription ends.
     *
     * @param listener called in a thread of its own when the acting member of staff was told something
     */
    public Subscription listen(Runnable listener) {
        var staff = current.require().id();
        news.add(staff, listener);
        return () -> news.remove(staff, listener);
    }

    /** One open window. */
    @FunctionalInterface
    public interface Subscription {

        void end();
    }
}
