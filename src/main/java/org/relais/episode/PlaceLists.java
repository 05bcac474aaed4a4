package org.relais.episode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.person.PersonService;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;

/**
 * Who waits and which places there are, for whoever brings the two together. People of other centres are named only when
 * they agreed that one of the actor's centres reads who they are; of the others it says where they wait, how urgently
 * and since when.
 */
@Service
public class PlaceLists {

    /** How many days ahead the planned discharges are shown. */
    public static final int DAYS_AHEAD = 14;

    private final AccessService access;
    private final PlaceRows rows;
    private final EpisodeRows episodes;
    private final PlaceOfferRows offers;
    private final PersonService persons;
    private final Centres centres;

    PlaceLists(
            AccessService access,
            PlaceRows rows,
            EpisodeRows episodes,
            PlaceOfferRows offers,
            PersonService persons,
            Centres centres) {
        this.access = access;
        this.rows = rows;
        this.episodes = episodes;
        this.offers = offers;
        this.persons = persons;
        this.centres = centres;
    }

    /**
     * Who waits in the whole service, most urgent first, then longest waiting. Protected people are left out for whom
     * they do not name.
     *
     * @param scope over the administrative section, of a role that writes there
     */
    public Slice<PlaceWaiting> waiting(Scope scope, PlaceFilter filter, int size) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var found = Slice.of(rows.waiting(scope, filter, size + 1), size);
        var byOwn = found.rows().stream()
                .collect(Collectors.partitioningBy(
                        row -> scope.centres().contains(row.centre()),
                        Collectors.mapping(row -> Objects.requireNonNull(row.person()), Collectors.toSet())));
        var names = persons.knownNames(scope, byOwn.getOrDefault(true, Set.of()), others(byOwn));
        return found.map(row -> row.named(names));
    }

    /**
     * The places of the scope's centres and the offers that concern them. As many statements for a hundred beds as for
     * one.
     *
     * @param scope over the administrative section, of a role that writes there
     */
    public PlaceBoard board(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var units = centres.all().stream()
                .filter(centre -> scope.centres().contains(centre.id()))
                .flatMap(centre -> centre.units().stream())
                .toList();
        var beds = episodes.beds(scope, units);
        var expected = rows.expected(scope, units, DAYS_AHEAD);
        var found = units.stream()
                .map(unit -> new PlaceUnit(
                        unit, beds.getOrDefault(unit.id(), List.of()), expected.getOrDefault(unit.id(), List.of())))
                .toList();
        var offered = offers.concerning(scope);
        var own = Stream.concat(
                        found.stream()
                                .flatMap(unit -> Stream.concat(
                                        unit.beds().stream().map(BedRow::person),
                                        unit.expected().stream().map(ExpectedFree::person))),
                        offered.stream().filter(offer -> known(scope, offer)).map(PlaceOffer::person))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var others = offered.stream()
                .map(offer -> Objects.requireNonNull(offer.person()))
                .filter(person -> !own.contains(person))
                .collect(Collectors.toSet());
        // Whom else a bed is kept for is known where it was kept
        found.stream()
                .flatMap(unit -> unit.beds().stream())
                .map(BedRow::named)
                .filter(Objects::nonNull)
                .filter(person -> !others.contains(person))
                .forEach(own::add);
        var names = persons.knownNames(scope, own, others);
        return new PlaceBoard(
                found.stream().map(unit -> unit.named(names)).toList(),
                offered.stream().map(offer -> offer.named(names)).toList());
    }

    private static Set<PersonId> others(Map<Boolean, Set<PersonId>> byOwn) {
        var others = new HashSet<>(byOwn.getOrDefault(false, Set.of()));
        others.removeAll(byOwn.getOrDefault(true, Set.of()));
        return others;
    }

    // Of one's own list, or following the acceptance here
    private static boolean known(Scope scope, PlaceOffer offer) {
        return scope.centres().contains(offer.fromCentre())
                || (offer.accepted() != null && scope.centres().contains(offer.toCentre()));
    }
}
