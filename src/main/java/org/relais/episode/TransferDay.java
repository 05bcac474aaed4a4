package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.UnitId;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * The transfers in "my day": what one's unit was asked and whom it expects, and to whoever asked, the answer. "My day"
 * adds the person's name where the reader's own lists show it; the page of the transfers names everybody on it.
 */
@Component
class TransferDay implements TodaySource {

    private final TransferRows rows;
    private final AccessService access;
    private final Centres centres;

    TransferDay(TransferRows rows, AccessService access, Centres centres) {
        this.rows = rows;
        this.access = access;
        this.centres = centres;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        if (scope.actor().isTask() || !access.roleWrites(Section.ADMINISTRATIVE)) {
            return List.of();
        }
        return rows.concerning(scope).stream()
                .map(transfer -> line(scope, transfer))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TodayItem> line(Scope scope, Transfer transfer) {
        var mine = transfer.asked().by().equals(scope.actor().id());
        if (Transfers.to(scope, transfer)) {
            return switch (transfer.state()) {
                case REQUESTED ->
                    Optional.of(here(transfer, "requested", endOf(transfer.toCentre(), transfer.wishedOn())));
                case ACCEPTED ->
                    Optional.of(here(
                            transfer,
                            "expected",
                            endOf(transfer.toCentre(), Objects.requireNonNull(transfer.expectedOn()))));
                default -> Optional.empty();
            };
        }
        if (!mine) {
            return Optional.empty();
        }
        return switch (transfer.state()) {
            case ACCEPTED ->
                Optional.of(there(
                        transfer,
                        "accepted",
                        endOf(transfer.fromCentre(), Objects.requireNonNull(transfer.expectedOn()))));
            case REFUSED ->
                Optional.of(there(
                        transfer,
                        "refused",
                        Objects.requireNonNull(transfer.ended()).at()));
            case ENDED -> endedThere(scope, transfer);
            default -> Optional.empty();
        };
    }

    // The other unit closed a guest's days early
    private Optional<TodayItem> endedThere(Scope scope, Transfer transfer) {
        var ended = transfer.ended();
        return ended == null || ended.by().equals(scope.actor().id())
                ? Optional.empty()
                : Optional.of(there(transfer, "ended", ended.at()));
    }

    private Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }

    private TodayItem here(Transfer transfer, String key, Instant at) {
        return item(transfer, key, transfer.fromUnit(), at, transfer.toCentre());
    }

    private TodayItem there(Transfer transfer, String key, Instant at) {
        return item(transfer, key, transfer.toUnit(), at, transfer.fromCentre());
    }

    private TodayItem item(Transfer transfer, String key, UnitId other, Instant at, CentreId centre) {
        var name = centres.unit(other).map(Unit::name).orElse("");
        return new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.ADMINISTRATIVE,
                transfer.person(),
                TaskTitle.key(transfer.key() + ".day." + key, name),
                at,
                centre,
                EpisodeRoutes.TRANSFERS);
    }
}
