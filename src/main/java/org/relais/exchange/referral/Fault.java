package org.relais.exchange.referral;

import java.util.Locale;

/** Why a file was refused as a whole. */
public enum Fault {
    /** There is no such file, or it is a folder or a device. */
    NOT_A_FILE,
    /** The operating system did not let the file be read to its end. */
    UNREADABLE,
    EMPTY,
    /** Argument 1: the limit in megabytes. */
    FILE_TOO_LARGE,
    /** More comes out of the packed file than the limit allows. Argument 1: the limit in megabytes. */
    UNPACKED_TOO_LARGE,
    NOT_GZIP,
    GZIP_DAMAGED,
    GZIP_ENDS_EARLY,
    NOT_UTF8,
    /** Another format altogether: a web page, XML, a picture. */
    NOT_JSON,
    JSON_DAMAGED,
    JSON_ENDS_EARLY,
    /** Argument 1: the limit of levels. */
    TOO_DEEP,
    /** More names and values than any record of one person holds. Argument 1: the limit. */
    TOO_MANY_VALUES,
    /** A text, a number or a name of a field is longer than any real one. */
    TEXT_TOO_LONG,
    /** A control character, a direction override or half a character in a text. */
    CONTROL_CHARACTER,
    NUMBER_OUT_OF_RANGE,
    /** Argument 1: the kind of resource found instead, or "?". */
    NOT_A_BUNDLE,
    /** A bundle of a type that is not a set of current entries. Argument 1: the type, or "?". */
    BUNDLE_TYPE,
    ENTRY_WITHOUT_RESOURCE,
    ENTRY_DELETES,
    /** Argument 1: the kind that FHIR R4 does not know, or "?". */
    UNKNOWN_RESOURCE,
    /** Argument 1: the name of the element. */
    UNKNOWN_ELEMENT,
    /** Argument 1: the name of the element. */
    REPEATED_ELEMENT,
    /** A list where one value belongs, an object where a text belongs. */
    WRONG_SHAPE,
    INVALID_VALUE,
    INVALID_RESOURCE,
    /** The sender says that the person's entry must not be read without knowing an extension that is not known here. */
    UNKNOWN_MODIFIER,
    NO_PATIENT,
    /** Only institutions and professionals: nothing to import, and no mistake of the sender. */
    NAMES_ONLY,
    TWO_PATIENTS,
    /** An entry is about somebody else than the person of the file. */
    OTHER_SUBJECT,
    /** Two entries of one kind carry the same id. */
    DOUBLE_ENTRY,
    TIME_WITHOUT_ZONE,
    DATE_OUT_OF_RANGE,
    BIRTH_IN_FUTURE,
    /** The text of a note is not in the character set that it names. */
    NOTE_UNREADABLE;

    /** The key of the message in the bundles; argument 0 is always the name of the file. */
    public String key() {
        return "exchange.broken." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
