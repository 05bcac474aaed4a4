package org.relais.today;

import java.util.List;

import org.relais.worklist.DueGroup;

/**
 * What one member of staff has before them.
 *
 * @param toDo by due time, most late first
 * @param toSign drafts that wait for a signature, newest first
 * @param caseload whom the reader follows, the most late first; empty for a role that follows nobody
 * @param more whether there is more to do than the page holds
 */
public record MyDayPage(List<DayLine> toDo, List<DayLine> toSign, List<CaseRow> caseload, boolean more) {

    public MyDayPage {
        toDo = List.copyOf(toDo);
        toSign = List.copyOf(toSign);
        caseload = List.copyOf(caseload);
    }

    /** How many things are overdue. */
    public long late() {
        return toDo.stream().filter(line -> line.group() == DueGroup.OVERDUE).count();
    }
}
