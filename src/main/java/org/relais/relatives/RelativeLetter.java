package org.relais.relatives;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import org.relais.person.MayBeTold;
import org.relais.person.TellingTopic;
import org.relais.shared.CentreId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.StaffId;

/**
 * A letter to a relative as it may be printed on one day: what may not be told on that day is not in it.
 *
 * @param parts in the order of the topics
 * @param leftOut how many topics it spoke of when it was written and may not be printed now
 */
public record RelativeLetter(
        RelativeContactId id,
        String relative,
        CentreId centre,
        LocalDate writtenOn,
        StaffId writtenBy,
        Map<TellingTopic, String> parts,
        int leftOut) {

    public RelativeLetter {
        // In the order of the topics, which an unordered copy would lose
        parts = java.util.Collections.unmodifiableMap(
                parts.isEmpty() ? new EnumMap<>(TellingTopic.class) : new EnumMap<>(parts));
    }

    /** Of what was written, what may be told on that day; nothing where not even the presence may. */
    static Map<TellingTopic, String> allowed(Map<TellingTopic, String> written, MayBeTold told, LocalDate day) {
        var band = TellingBand.of(told, day);
        var allowed = new EnumMap<TellingTopic, String>(TellingTopic.class);
        if (band.allowsLetter()) {
            written.forEach((topic, text) -> {
                if (band.may().contains(topic)) {
                    allowed.put(topic, text);
                }
            });
        }
        return allowed;
    }
}
