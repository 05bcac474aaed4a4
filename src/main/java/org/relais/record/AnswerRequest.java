package org.relais.record;

import org.jspecify.annotations.Nullable;

import org.relais.shared.RequestId;

/**
 * What became of a request.
 *
 * @param words up to 500 characters; needed when it is declined
 */
public record AnswerRequest(
        RequestId request, Answer answer, @Nullable String words) {

    /** The two ways in which a request ends. */
    public enum Answer {
        DONE,
        DECLINED
    }
}
