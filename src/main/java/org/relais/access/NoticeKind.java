package org.relais.access;

import java.util.Locale;

/** What somebody is told. */
public enum NoticeKind {
    /** Somebody opened the record in an emergency. */
    EMERGENCY_BEGUN,
    /** A coordinator reviewed one's own emergency access. */
    EMERGENCY_REVIEWED,
    /** Somebody asks to take part in the care of a person of one's centre. */
    ACCESS_ASKED,
    /** One's own request was accepted. */
    ACCESS_ACCEPTED,
    /** One's own request was refused. */
    ACCESS_REFUSED,
    /** One was given access for a time. */
    ACCESS_GIVEN;

    /** The key of its sentence in the bundles. */
    public String key() {
        return "access.notice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
