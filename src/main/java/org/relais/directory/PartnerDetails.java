package org.relais.directory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a partner, as typed or as it stands.
 *
 * @param name of the organisation, up to 200 characters; with the place it stands once in the directory
 * @param needs what it helps with, at least one
 * @param offer the services in words
 * @param languages ISO 639-1 codes
 * @param place the town
 * @param verifiedOn the day on which somebody last made sure that all this holds
 * @param safePlace whether people can stay there without drugs and without being judged
 * @param peerLed whether people with lived experience lead it
 * @param withdrawn whether it is no longer to be chosen
 */
public record PartnerDetails(
        @Nullable String name,
        Set<Need> needs,
        @Nullable String offer,
        @Nullable String eligibility,
        Set<String> languages,
        @Nullable String cost,
        @Nullable String openingHours,
        @Nullable String capacity,
        @Nullable String telephone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String address,
        @Nullable String place,
        @Nullable LocalDate verifiedOn,
        boolean safePlace,
        boolean peerLed,
        boolean withdrawn) {

    public PartnerDetails {
        needs = Set.copyOf(needs);
        languages = Set.copyOf(languages);
    }

    /** A partner of which nothing more is known yet. */
    public static PartnerDetails of(String name, Set<Need> needs, @Nullable String place) {
        return new PartnerDetails(
                name, needs, null, null, Set.of(), null, null, null, null, null, null, null, place, null, false, false,
                false);
    }

    /** The same, verified on a day. */
    public PartnerDetails verified(LocalDate day) {
        return new PartnerDetails(
                name,
                needs,
                offer,
                eligibility,
                languages,
                cost,
                openingHours,
                capacity,
                telephone,
                email,
                website,
                address,
                place,
                day,
                safePlace,
                peerLed,
                withdrawn);
    }

    /** The same, to be chosen or no longer. */
    public PartnerDetails withdrawn(boolean now) {
        return new PartnerDetails(
                name,
                needs,
                offer,
                eligibility,
                languages,
                cost,
                openingHours,
                capacity,
                telephone,
                email,
                website,
                address,
                place,
                verifiedOn,
                safePlace,
                peerLed,
                now);
    }

    /** The value of a field; the id of a partner is none of them. */
    public @Nullable Object value(PartnerField field) {
        return switch (field) {
            case ID -> null;
            case NAME -> name;
            case NEEDS -> needs.isEmpty() ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(needs);
            case OFFER -> offer;
            case ELIGIBILITY -> eligibility;
            case LANGUAGES -> new TreeSet<>(languages);
            case COST -> cost;
            case OPENING_HOURS -> openingHours;
            case CAPACITY -> capacity;
            case TELEPHONE -> telephone;
            case EMAIL -> email;
            case WEBSITE -> website;
            case ADDRESS -> address;
            case PLACE -> place;
            case VERIFIED_ON -> verifiedOn;
            case SAFE_PLACE -> safePlace;
            case PEER_LED -> peerLed;
            case WITHDRAWN -> withdrawn;
        };
    }

    /** The fields in which another differs. */
    public Set<PartnerField> differences(PartnerDetails other) {
        var different = EnumSet.noneOf(PartnerField.class);
        for (var field : PartnerField.values()) {
            if (!Objects.equals(value(field), other.value(field))) {
                different.add(field);
            }
        }
        return different;
    }
}
