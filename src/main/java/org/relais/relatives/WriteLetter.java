package org.relais.relatives;

import java.util.Map;

import org.relais.person.TellingTopic;
import org.relais.shared.CentreId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;

/**
 * A letter to a relative, as typed: a text for each topic it speaks of. The same id twice writes it once.
 *
 * @param parts what is blank is left out; a topic that may not be told is refused
 */
public record WriteLetter(RelativeContactId id, RelativeId relative, CentreId centre, Map<TellingTopic, String> parts) {

    public WriteLetter {
        parts = Map.copyOf(parts);
    }
}
