package org.relais.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * What a file would hold.
 *
 * @param clients how many clients
 * @param continuing treatments that do not count because they go on from earlier ones
 * @param excluded treatments that do not count because of their primary substance
 * @param repeated further treatments of clients who are counted already
 * @param missing by item, for how many clients it was not asked
 * @param notKnown by item, for how many it was asked and is not known
 * @param unfinished of how many clients something was not asked
 * @param incomplete the first {@value #MOST_NAMED} of them, those with most to ask first
 */
public record DemandPreview(
        DemandQuestion question,
        int clients,
        int continuing,
        int excluded,
        int repeated,
        Map<DemandItem, Integer> missing,
        Map<DemandItem, Integer> notKnown,
        int unfinished,
        List<Incomplete> incomplete,
        List<CountTable> tables) {

    /** So many people are named at once. */
    public static final int MOST_NAMED = 50;

    public DemandPreview {
        missing = Map.copyOf(missing);
        notKnown = Map.copyOf(notKnown);
        incomplete = List.copyOf(incomplete);
        tables = List.copyOf(tables);
    }

    /** A client of whom something was not asked. */
    public record Incomplete(PersonId person, CentreId centre, LocalDate start, Set<DemandItem> items) {}
}
