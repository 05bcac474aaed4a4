package org.relais.situation;

import java.util.List;

/**
 * A person's rights and benefits that the reader sees.
 *
 * @param rights those with the nearest day first, those without a day after them, expired ones at the end
 * @param withheld whether there are others that the reader does not see
 */
public record RightHistory(List<RightRow> rights, boolean withheld) {

    public RightHistory {
        rights = List.copyOf(rights);
    }
}
