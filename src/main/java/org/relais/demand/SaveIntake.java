package org.relais.demand;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.EpisodeId;

/** Answers to items of one section at the beginning of a treatment. */
public record SaveIntake(EpisodeId episode, List<Said> answers) {

    public SaveIntake {
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param expectedVersion the version it follows; 0 where it was not asked
     * @param code the answer; null where it is an age
     * @param years the age; null where it is a code
     */
    public record Said(
            DemandItem item,
            int expectedVersion,
            @Nullable String code,
            @Nullable Integer years) {}
}
