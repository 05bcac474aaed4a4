package org.relais.relatives;

import java.util.List;

/**
 * What there was with relatives, cut to what the reader may see.
 *
 * @param contacts in full, the latest first
 * @param supports in full, the latest offer first
 * @param titles for readers of summaries
 * @param elsewhere how many contacts and offers do not show: not shared, or locked by the person
 */
public record RelativeLog(
        List<RelativeContactRow> contacts,
        List<SupportRow> supports,
        List<RelativeContactTitle> titles,
        int elsewhere) {

    public RelativeLog {
        contacts = List.copyOf(contacts);
        supports = List.copyOf(supports);
        titles = List.copyOf(titles);
    }
}
