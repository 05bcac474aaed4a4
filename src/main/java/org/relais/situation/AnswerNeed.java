package org.relais.situation;

import org.jspecify.annotations.Nullable;

import org.relais.shared.NeedId;

/**
 * Says that something was done about a need.
 *
 * @param id given by the screen; sending it again changes nothing
 * @param need of a rating that holds
 * @param what was done, one line up to 200 characters
 */
public record AnswerNeed(NeedId id, NeedId need, @Nullable String what) {}
