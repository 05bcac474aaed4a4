package org.relais.person;

/**
 * A way to reach the person.
 *
 * @param value a telephone number of 6 to 15 digits, an e-mail address, or a postal address of at most 300 characters
 */
public record AddContact(ContactKind kind, String value) {}
