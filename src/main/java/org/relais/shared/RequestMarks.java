package org.relais.shared;

/** Under which names the log lines of a request carry its marks (the keys of the diagnostic context). */
public final class RequestMarks {

    /** The id of the request. */
    public static final String REQUEST = "request";

    /** A keyed hash of the session, or {@code -} when there is none. */
    public static final String SESSION = "session";

    private RequestMarks() {}
}
