package org.relais.record;

/** The names under which an entry of the record carries a request between colleagues. */
public final class RequestDetail {

    /** The type of the entry of a request, and the kind of its task; also of the one that tells who asked that it was declined. */
    public static final String ASKED = "record.request";

    /** The type of the entry of an answer. */
    public static final String ANSWERED = "record.request-answered";

    /** The id of the colleague who is asked, or who answers. */
    public static final String COLLEAGUE = "colleague";

    /** An ISO date; until when. */
    public static final String DUE = "due";

    /** An {@link AnswerRequest.Answer}. */
    public static final String ANSWER = "answer";

    private RequestDetail() {}
}
