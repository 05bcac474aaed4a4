package org.relais.doors;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.access.Level;
import org.relais.access.PolicyMatrix;
import org.relais.access.Section;
import org.relais.doors.Viewer.Where;
import org.relais.shared.StaffId;
import org.relais.staff.Role;

/**
 * What is so of a person, and what may therefore be shown to whom: by the matrix, the relation, consent, lock,
 * protection and emergency, and by nothing the services say of themselves.
 *
 * @param marked the person
 * @param absorbed a second record of the same person, read as part of the first; null when there is none
 * @param locked the sections the person locked
 * @param wardLocked whether the person locked the ward, which wrote everything
 * @param shared whether the person agreed to sharing with other centres
 * @param strangers what opens the record to a stranger
 * @param named who is named; null when the person is not protected
 */
record Situation(
        String name,
        Marked marked,
        @Nullable Marked absorbed,
        Set<Section> locked,
        boolean wardLocked,
        boolean shared,
        Strangers strangers,
        @Nullable Set<StaffId> named) {

    enum Strangers {
        NOTHING,
        EMERGENCY,
        GIVEN,
        /** Their unit has the person as a guest. */
        GUEST
    }

    /** What no emergency opens (PRI-06). */
    private static final Set<Section> NEVER = Set.of(Section.PROCESS_NOTE, Section.HARM_REDUCTION);

    static final Set<Role> IN_EMERGENCY = EnumSet.of(
            Role.PHYSICIAN,
            Role.NURSE,
            Role.DISPENSING_NURSE,
            Role.PSYCHOLOGIST,
            Role.SOCIAL_WORKER,
            Role.FAMILY_WORKER);

    static Situation of(String name, Marked marked) {
        return new Situation(name, marked, null, Set.of(), false, false, Strangers.NOTHING, null);
    }

    Situation locking(Set<Section> sections) {
        return new Situation(name, marked, absorbed, sections, wardLocked, shared, strangers, named);
    }

    Situation lockingTheWard() {
        return new Situation(name, marked, absorbed, locked, true, shared, strangers, named);
    }

    Situation sharing() {
        return new Situation(name, marked, absorbed, locked, wardLocked, true, strangers, named);
    }

    Situation opening(Strangers how) {
        return new Situation(name, marked, absorbed, locked, wardLocked, shared, how, named);
    }

    Situation naming(Set<StaffId> staff) {
        return new Situation(name, marked, absorbed, locked, wardLocked, shared, strangers, staff);
    }

    Situation absorbing(Marked other) {
        return new Situation(name, marked, other, locked, wardLocked, shared, strangers, named);
    }

    List<Canary> canaries() {
        return absorbed == null
                ? marked.canaries()
                : Stream.concat(marked.canaries().stream(), absorbed.canaries().stream())
                        .toList();
    }

    boolean hiddenFrom(Viewer viewer) {
        return named != null && !named.contains(viewer.id());
    }

    boolean opensTo(Viewer viewer) {
        return !hiddenFrom(viewer) && (viewer.where().related() || given(viewer) || guest(viewer) || emergency(viewer));
    }

    /** Whether what the canary marks may come out for the viewer. */
    boolean mayShow(Canary canary, Viewer viewer, PolicyMatrix matrix) {
        if (hiddenFrom(viewer)) {
            return false;
        }
        var head = opensTo(viewer) && readsRecord(viewer, matrix);
        return switch (canary.kind()) {
            case NAME -> viewer.where().atHome() || head || given(viewer);
            // Written of the place with the team, not of the ward
            case WAITING -> viewer.where().atHome() || unlocking().level(canary, viewer, matrix) == Level.READ;
            case HEAD -> head;
            case ALERT -> opensTo(viewer) && matrix.level(viewer.role(), Section.RISK) == Level.READ;
            case TITLE, TASK -> level(canary, viewer, matrix).atLeast(Level.SUMMARY);
            case ASSIGNED ->
                level(canary, viewer, matrix).atLeast(Level.SUMMARY)
                        || (viewer.where() == Where.COLLEAGUE && viewer.role() == SurfaceTests.ASSIGNEE);
            case TEXT -> level(canary, viewer, matrix) == Level.READ;
            case STAGED -> viewer.where().atHome() && level(canary, viewer, matrix) == Level.READ;
            case OWN -> wrote(canary, viewer);
        };
    }

    /**
     * Whether it must come out for the viewer, so that hiding everything from everybody is no answer either. Of an
     * absorbed record only what stands in the sections is asked.
     */
    boolean mustShow(Canary canary, Viewer viewer, PolicyMatrix matrix) {
        if (!opensTo(viewer) || !mayShow(canary, viewer, matrix)) {
            return false;
        }
        return switch (canary.kind()) {
            case TITLE, TEXT, TASK, ASSIGNED -> readsRecord(viewer, matrix);
            case NAME, STAGED ->
                readsRecord(viewer, matrix) && marked.canaries().contains(canary);
            case HEAD, ALERT, WAITING, OWN -> false;
        };
    }

    private Situation unlocking() {
        return new Situation(name, marked, absorbed, locked, false, shared, strangers, named);
    }

    private static boolean readsRecord(Viewer viewer, PolicyMatrix matrix) {
        return matrix.level(viewer.role(), Section.ADMINISTRATIVE).atLeast(Level.SUMMARY);
    }

    private Level level(Canary canary, Viewer viewer, PolicyMatrix matrix) {
        var level = matrix.level(viewer.role(), canary.section());
        if (!opensTo(viewer) || !level.atLeast(Level.SUMMARY)) {
            return Level.NONE;
        }
        if (wrote(canary, viewer)) {
            return Level.READ;
        }
        if (emergency(viewer)) {
            return NEVER.contains(canary.section()) ? Level.NONE : level;
        }
        var fromElsewhere = (viewer.where() == Where.ELSEWHERE || guest(viewer)) && !shared;
        var ward = wardLocked && viewer.where() != Where.COLLEAGUE && viewer.where() != Where.AUTHOR;
        return fromElsewhere || ward || locked.contains(canary.section()) ? Level.NONE : level;
    }

    private static boolean wrote(Canary canary, Viewer viewer) {
        return viewer.where() == Where.AUTHOR && viewer.role() == canary.author();
    }

    private boolean given(Viewer viewer) {
        return strangers == Strangers.GIVEN && viewer.where() == Where.STRANGER;
    }

    private boolean guest(Viewer viewer) {
        return strangers == Strangers.GUEST && viewer.where() == Where.STRANGER;
    }

    private boolean emergency(Viewer viewer) {
        return strangers == Strangers.EMERGENCY
                && viewer.where() == Where.STRANGER
                && IN_EMERGENCY.contains(viewer.role());
    }
}
