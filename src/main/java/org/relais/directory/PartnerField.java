package org.relais.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is said of a partner, in the order of forms and of the columns of a file. */
public enum PartnerField {
    ID,
    NAME,
    NEEDS,
    OFFER,
    ELIGIBILITY,
    LANGUAGES,
    COST,
    OPENING_HOURS,
    CAPACITY,
    TELEPHONE,
    EMAIL,
    WEBSITE,
    ADDRESS,
    PLACE,
    VERIFIED_ON,
    SAFE_PLACE,
    PEER_LED,
    WITHDRAWN;

    /** The property of {@link PartnerDetails}, as refusals name it. */
    public String property() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "directory.field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of a property; empty when it is none. */
    public static Optional<PartnerField> of(String property) {
        return Arrays.stream(values())
                .filter(field -> field.property().equals(property))
                .findFirst();
    }
}
