package org.relais.directory;

import java.util.List;
import java.util.Set;

/**
 * What taking in a file would do.
 *
 * @param fresh rows that become new partners
 * @param changed rows that change one
 * @param unchanged how many rows say what is known
 * @param rejected rows that are left out, each with its reason
 * @param mark stands for the file and for what it was compared with; given back when it is taken in
 */
public record ImportPreview(
        List<Line> fresh, List<Line> changed, int unchanged, List<RejectedRow> rejected, String mark) {

    public ImportPreview {
        fresh = List.copyOf(fresh);
        changed = List.copyOf(changed);
        rejected = List.copyOf(rejected);
    }

    /** How many rows are taken in. */
    public int taken() {
        return fresh.size() + changed.size();
    }

    /**
     * One row that is taken in.
     *
     * @param fields what it changes; empty for a new partner
     */
    public record Line(int row, PartnerDetails details, Set<PartnerField> fields) {}
}
