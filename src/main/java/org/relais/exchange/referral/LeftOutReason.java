package org.relais.exchange.referral;

import java.util.Locale;

/** Why an entry of a file, or a part of one, was not taken although the file was. */
public enum LeftOutReason {
    /** A kind of entry that has no place in the record yet. */
    NOT_PART_OF_A_REFERRAL,
    /** An institution or a professional: used for the names that other entries show. */
    USED_FOR_NAMES,
    /** The sender marked it as entered in error. */
    ENTERED_IN_ERROR,
    /** The sender says that it was cancelled, not done or must not be done. */
    NOT_DONE,
    /** A proposal or a plan, not an order. */
    NOT_AN_ORDER,
    /** An allergy or problem that was examined and refuted. */
    REFUTED,
    /** It carries an extension that changes its meaning and is not known here (FHIR R4, 2.1.0.4 modifier extensions). */
    UNKNOWN_MODIFIER,
    /** It does not say of whom it speaks. */
    NO_SUBJECT,
    /** An observation of somebody or something else than the person, such as an unborn child. */
    ABOUT_ANOTHER,
    /** It says neither by code nor in words what it is. */
    NO_CODE,
    ENDS_BEFORE_START,
    /** A recorded curve. */
    SAMPLED_CURVE,
    /** A document without plain text: a picture, a PDF, a link. */
    NOT_PLAIN_TEXT,
    /** A report whose text repeats a note of the same file byte for byte, and which holds nothing else. */
    REPEATS_A_NOTE,
    /** A medication that no prescription or administration of the file names. */
    NOT_REFERRED_TO,
    /** The same entry once more, without an id of its own. */
    REPEATS_AN_ENTRY,
    /** Origin, ethnic group or recorded birth sex, which a centre may not be allowed to store. */
    PROTECTED_ORIGIN,
    /** An extension outside the FHIR standard, or one that the record has no place for. */
    EXTENSION,
    /** An element that the record has no place for. */
    NO_PLACE_FOR_ELEMENT,
    /** A birth date of which only the year or the month is known; the year is kept. */
    BIRTH_DATE_INCOMPLETE,
    /** A text is longer than the record can hold whole, or is not one line where one is needed. Nothing is cut. */
    TOO_LONG,
    /** Dated ahead of today. */
    IN_THE_FUTURE,
    /** A medication that stands in the prescriptions and administrations that name it. */
    USED_IN_ORDERS,
    /** A telephone number, address or identifier that is none by the rules of the record. */
    NOT_ACCEPTED;

    /** The key of the wording in the bundles. */
    public String key() {
        return "exchange.left-out." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
