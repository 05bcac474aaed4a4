package org.relais.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;

/**
 * What is asked at the beginning of a treatment, as far as the reader may see it.
 *
 * @param start the service day on which the treatment began
 * @param fields what this room asks, in the order of the indicator
 * @param unseen how many more items belong to other professions
 * @param elsewhere of the items that other rooms ask and the reader sees, whether they were
 */
public record IntakeSheet(
        EpisodeId episode,
        CentreId centre,
        LocalDate start,
        List<IntakeField> fields,
        int unseen,
        Map<DemandItem, Boolean> elsewhere) {

    public IntakeSheet {
        fields = List.copyOf(fields);
        elsewhere = Map.copyOf(elsewhere);
    }

    /** How many items of this room the reader may ask and nobody has; the age at a treatment only follows from another. */
    public long missing() {
        return fields.stream()
                .filter(field -> field.writable() && field.answers().isEmpty())
                .filter(field -> field.item().item() != DemandItem.FIRST_OST)
                .count();
    }
}
