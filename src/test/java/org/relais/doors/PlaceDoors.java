package org.relais.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.episode.DeclinePlace;
import org.relais.episode.OfferPlace;
import org.relais.episode.PlaceFilter;
import org.relais.episode.PlaceLists;
import org.relais.episode.PlaceNews;
import org.relais.episode.PlaceOffers;
import org.relais.episode.WithdrawPlace;
import org.relais.person.PersonService;
import org.relais.shared.PlaceOfferId;

/** The doors of the places: who waits, what is free, and what is offered to whom. */
@TestComponent
class PlaceDoors extends RoomDoors {

    PlaceDoors(
            PlaceLists lists,
            PlaceOffers offers,
            PlaceNews news,
            SharingConsents consents,
            PersonService persons,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        writingList(
                "PlaceLists.waiting(Scope,PlaceFilter,int)",
                Section.ADMINISTRATIVE,
                (scope, row) -> lists.waiting(scope, new PlaceFilter(row.home().centre(), null, null, null), 50));
        writingList("PlaceLists.board(Scope)", Section.ADMINISTRATIVE, (scope, row) -> lists.board(scope));
        read("PlaceOffers.of(Grant)", Section.RECORD, (grant, row) -> offers.of(grant));
        write(
                "PlaceOffers.offer(Grant,OfferPlace)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> offers.offer(
                        grant,
                        new OfferPlace(
                                PlaceOfferId.create(),
                                row.episode(),
                                0,
                                row.home().ward(),
                                row.home().beds().getLast(),
                                LocalDate.now(clock),
                                clock.instant().plus(Duration.ofHours(4))))));
        write(
                "PlaceOffers.accept(Grant,PlaceOfferId,long)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> offers.accept(grant, PlaceOfferId.create(), 0)));
        write(
                "PlaceOffers.decline(Grant,DeclinePlace)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(
                        () -> offers.decline(grant, new DeclinePlace(PlaceOfferId.create(), 0, "Too far", false))));
        writingList(
                "PlaceOffers.withdraw(Scope,WithdrawPlace)",
                Section.ADMINISTRATIVE,
                (scope, row) ->
                        undone(() -> offers.withdraw(scope, new WithdrawPlace(PlaceOfferId.create(), 0, "Not free"))));
        list("PlaceNews.listen(Scope,Runnable)", Section.ADMINISTRATIVE, (scope, row) -> {
            news.listen(scope, () -> {}).end();
            return "listened";
        });
        list(
                "SharingConsents.agreed(Scope,Collection)",
                Section.ADMINISTRATIVE,
                (scope, row) -> consents.agreed(scope, List.of(row.person())));
        list(
                "PersonService.knownNames(Scope,Collection,Collection)",
                Section.ADMINISTRATIVE,
                (scope, row) -> persons.knownNames(scope, List.of(row.person()), List.of(row.person())));
    }
}
