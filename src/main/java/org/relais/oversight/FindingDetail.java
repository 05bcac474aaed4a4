package org.relais.oversight;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.audit.OpenedSection;

/**
 * An unusual access with the facts one concludes by. No word of the record.
 *
 * @param relation whether the access rested on a care relation
 * @param contactDays within how many days a contact was looked for
 * @param contact whether the centre had anything to do with the person then, as it is known now; null where no one
 *     person is meant
 * @param reason the code of the emergency's reason, where one was given
 * @param opened what the member of staff opened of the record that service day
 * @param others what other rules found for the same member of staff and person that day
 */
public record FindingDetail(
        Finding finding,
        boolean relation,
        int contactDays,
        @Nullable Boolean contact,
        @Nullable String reason,
        List<OpenedSection> opened,
        List<Finding> others) {

    public FindingDetail {
        opened = List.copyOf(opened);
        others = List.copyOf(others);
    }
}
