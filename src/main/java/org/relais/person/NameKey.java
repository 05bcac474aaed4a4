package org.relais.person;

/**
 * One row by which a search finds a person.
 *
 * @param birthYear 0 when unknown
 */
record NameKey(Kind kind, String text, int birthYear) {
    /** What the key holds. */
    enum Kind {
        WORD("T"),
        LESS_ONE_LETTER("N"),
        TWO_WORDS("P"),
        YEAR_AND_WORD("Y"),
        BIRTH("D");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As the column holds it. */
        String code() {
            return code;
        }
    }
}
