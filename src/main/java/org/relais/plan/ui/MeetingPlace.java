package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.relais.access.Scope;
import org.relais.centre.Centre;
import org.relais.centre.Unit;

/**
 * A unit that meets, or a whole centre.
 *
 * @param unit null for the whole centre
 */
record MeetingPlace(Centre centre, @Nullable Unit unit) {

    /** Those in which the reader works: units first, then whole centres. */
    static List<MeetingPlace> of(Scope scope, ReviewDesk desk) {
        var places = new ArrayList<MeetingPlace>();
        var actor = scope.actor();
        var centres = desk.centres(scope.centres());
        centres.forEach(centre -> centre.units().stream()
                .filter(unit -> actor.worksIn(centre.id(), unit.id()))
                .forEach(unit -> places.add(new MeetingPlace(centre, unit))));
        centres.stream()
                .filter(centre -> actor.wholeCentres().contains(centre.id()))
                .forEach(centre -> places.add(new MeetingPlace(centre, null)));
        return places;
    }

    /** Where the reader's own team meets: a unit they were assigned to, otherwise the centre all of which is theirs. */
    static MeetingPlace own(Scope scope, List<MeetingPlace> places) {
        var units = scope.actor().units();
        return places.stream()
                .filter(place ->
                        place.unit() != null && units.contains(place.unit().id()))
                .findFirst()
                .or(() -> places.stream().filter(place -> place.unit() == null).findFirst())
                .orElseGet(places::getFirst);
    }

    /** How it stands in a URL. */
    String mark() {
        return unit == null ? centre.id().toString() : unit.id().toString();
    }

    String words(BiFunction<String, Object[], String> translation) {
        return unit == null
                ? translation.apply("plan.meeting.unit.whole", new Object[] {centre.name()})
                : unit.name() + ", " + centre.name();
    }
}
