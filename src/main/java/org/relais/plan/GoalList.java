package org.relais.plan;

import java.util.List;

/**
 * A person's goals, open ones first, cut to what may be read.
 *
 * @param goals those in full
 * @param titles those of which only the line may be read
 * @param hidden how many exist of which nothing may be read
 * @param more whether there are older ones that are not here
 */
public record GoalList(List<GoalRow> goals, List<GoalTitle> titles, int hidden, boolean more) {

    public GoalList {
        goals = List.copyOf(goals);
        titles = List.copyOf(titles);
    }
}
