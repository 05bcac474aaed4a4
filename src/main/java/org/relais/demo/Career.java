package org.relais.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody without a story of their own was over the years, before anything of it is written down. Days are counted
 * back from now.
 */
final class Career {

    private static final int DAYS_BEFORE_A_DEATH = 3;

    private final List<Stretch> stretches = new ArrayList<>();

    /** A time in one unit, in the order in which they come. */
    record Stretch(Ward ward, @Nullable String bed, int began, int ended, How how) {

        /** An end that has not come yet. */
        static final int LASTS = -1;

        boolean lasts() {
            return ended == LASTS;
        }

        boolean covers(int day) {
            return began >= day && ended <= day;
        }
    }

    /** How it came about, or what came of it. */
    enum How {
        /** After a time on the list. */
        PLANNED,
        /** Within some hours, and a short time after the last one. */
        URGENT,
        /** Planned, and it ended with a death. */
        DIED,
        /** Somebody who waits. */
        WAITS,
        /** Somebody who asked and never came. */
        CAME_TO_NOTHING
    }

    List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    Career add(Stretch stretch) {
        stretches.add(stretch);
        return this;
    }

    /** Puts the one that began first before the others. */
    void inOrder() {
        stretches.sort(Comparator.comparingInt(Stretch::began).reversed());
    }

    Stretch last() {
        return stretches.getLast();
    }

    /** The last one ends with a death. */
    void dies() {
        var last = stretches.removeLast();
        var ended = last.bed() == null ? last.ended() : last.began() - DAYS_BEFORE_A_DEATH;
        stretches.add(new Stretch(last.ward(), last.bed(), last.began(), ended, How.DIED));
    }

    boolean diesInBed() {
        return last().how() == How.DIED && last().bed() != null;
    }

    /** The latest time in a bed; empty when there was none. */
    Optional<Stretch> lastStay() {
        return stretches.reversed().stream()
                .filter(stretch -> stretch.bed() != null)
                .findFirst();
    }

    /** Whether somebody outside the wards follows them on this day, and has for some weeks and will. */
    boolean followed(int day, int margin) {
        return stretches.stream()
                .filter(stretch -> stretch.bed() == null)
                .anyMatch(stretch -> stretch.covers(day + margin) && (stretch.lasts() || stretch.covers(day - margin)));
    }

    /** Whether something in this ward lasts beyond this day. */
    boolean goesOn(Ward ward, int day) {
        return stretches.stream().anyMatch(stretch -> stretch.ward() == ward && stretch.ended() <= day);
    }

    /** Whether nothing goes on once this one has ended, and nothing begins. */
    boolean endsWith(Stretch stretch) {
        return stretches.stream().allMatch(other -> other.equals(stretch) || other.ended() > stretch.ended());
    }

    /** Whether anything goes on, or is planned, on this day or later. */
    boolean busy(int day) {
        return stretches.stream().anyMatch(stretch -> stretch.ended() <= day);
    }
}
