package org.relais.person;

/**
 * Says how the person is known from now on: a name for an alias, a corrected birth date. What held before stays as
 * history and is still found.
 *
 * @param expectedVersion of the {@link PersonHead} the form was opened with
 */
public record AttachIdentity(Identity identity, long expectedVersion) {}
