package org.relais.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;

/**
 * One client of a year.
 *
 * @param start the service day on which the treatment began
 * @param codes the answer to every item that is a code; what was not asked stands as not known
 * @param years the answers that are ages; without an entry, not known or not asked
 * @param secondary the other substances, or the one answer that stands alone
 * @param missing what was not asked
 */
record DemandCase(
        PersonId person,
        EpisodeId episode,
        CentreId centre,
        CentreType centreType,
        LocalDate start,
        Map<DemandItem, String> codes,
        Map<DemandItem, Integer> years,
        List<String> secondary,
        Set<DemandItem> missing) {

    DemandCase {
        codes = Map.copyOf(codes);
        years = Map.copyOf(years);
        secondary = List.copyOf(secondary);
        missing = Set.copyOf(missing);
    }

    String code(DemandItem item) {
        return codes.getOrDefault(item, "NK");
    }
}
