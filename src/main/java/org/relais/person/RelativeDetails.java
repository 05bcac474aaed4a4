package org.relais.person;

import org.jspecify.annotations.Nullable;

/**
 * Who a relative is and what they may be told.
 *
 * @param name at most 120 characters
 */
public record RelativeDetails(
        String name, Relation relation, @Nullable String telephone, MayBeTold mayBeTold) {}
