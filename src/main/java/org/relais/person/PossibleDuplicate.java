package org.relais.person;

/** Somebody in the registrar's centres who may be the same person. A warning, never a refusal. */
public record PossibleDuplicate(PersonName name, Reason reason) {
    /** What speaks for it. */
    public enum Reason {
        SAME_IDENTIFIER,
        SAME_BIRTH_AND_SIMILAR_NAME,
        SAME_NAME,
        SIMILAR_ALIAS;

        /** The key of its words in the bundles. */
        public String key() {
            return "person.duplicate."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
