package org.relais.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EntryId;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;

/** What has become of one person of the script: their id, and what later deeds point at. */
final class Life {

    private final Map<String, EntryId> entries = new HashMap<>();
    private final Map<String, StepId> steps = new HashMap<>();
    private final Map<String, PartnerReferralId> referrals = new HashMap<>();
    private @Nullable PersonId person;

    PersonId person() {
        return Objects.requireNonNull(person, "not registered yet");
    }

    void registered(PersonId id) {
        person = id;
    }

    void wrote(String key, EntryId entry) {
        entries.put(key, entry);
    }

    EntryId entry(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    void planned(String key, StepId step) {
        steps.put(key, step);
    }

    void referred(String key, PartnerReferralId referral) {
        referrals.put(key, referral);
    }

    PartnerReferralId referral(String key) {
        return Objects.requireNonNull(referrals.get(key), key);
    }

    StepId step(String key) {
        return Objects.requireNonNull(steps.get(key), key);
    }
}
