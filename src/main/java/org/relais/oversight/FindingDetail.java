package org.relais.oversight;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.audit.OpenedSection;

/**
 * An unusual access with the facts one concludes by. No word of the record.
 *
 * @param fileNumber of the record; null where no one person is meant
 * @param relation whether the access rested on a care relation
 * @param contactDays within how many days a contact was looked for
 * @param contact whether the centre had anything to do with the person then, as it is known now; null where no one
 *     person is meant
 * @param reasoned whether a reason was given, as for an emergency access; which one is not told here
 * @param opened what the member of staff opened of the record that service day
 * @param others what other rules found for the same member of staff and person that day
 */
public record FindingDetail(
        Finding finding,
        @Nullable String fileNumber,
        boolean relation,
        int contactDays,
        @Nullable Boolean contact,
        boolean reasoned,
        List<OpenedSection> opened,
        List<Finding> others) {

    public FindingDetail {
        opened = List.copyOf(opened);
        others = List.copyOf(others);
    }
}
