package org.relais.reintegration;

import java.util.List;

/**
 * A person's steps, cut to what the grant shows.
 *
 * @param steps in full: open ones first by due day, then closed ones, the latest first
 * @param titles those of which only the summary may be read, the latest first
 * @param elsewhere how many other centres keep to themselves
 * @param more whether there are older ones
 */
public record StepList(List<StepRow> steps, List<StepTitle> titles, int elsewhere, boolean more) {
    public StepList {
        steps = List.copyOf(steps);
        titles = List.copyOf(titles);
    }

    public boolean isEmpty() {
        return steps.isEmpty() && titles.isEmpty() && elsewhere == 0;
    }
}
