package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
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
 * The transfers in "my day": what one's unit was asked and whom it expects, and to whoever asked, the answer. Names
 * nobody; the page of the transfers does.
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
                    Optional.of(item(
                            "requested",
                            transfer.fromUnit(),
                            endOf(transfer.toCentre(), transfer.wishedOn()),
                            transfer.toCentre()));
                case ACCEPTED ->
                    Optional.of(item(
                            "expected",
                            transfer.fromUnit(),
                            endOf(transfer.toCentre(), Objects.requireNonNull(transfer.expectedOn())),
                            transfer.toCentre()));
                default -> Optional.empty();
            };
        }
        if (!mine) {
            return Optional.empty();
        }
        return switch (transfer.state()) {
            case ACCEPTED ->
                Optional.of(item(
                        "accepted",
                        transfer.toUnit(),
                        endOf(transfer.fromCentre(), Objects.requireNonNull(transfer.expectedOn())),
                        transfer.fromCentre()));
            case REFUSED ->
                Optional.of(item(
                        "refused",
                        transfer.toUnit(),
                        Objects.requireNonNull(transfer.ended()).at(),
                        transfer.fromCentre()));
            default -> Optional.empty();
        };
    }

    private Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }

    private TodayItem item(String key, UnitId other, @Nullable Instant at, CentreId centre) {
        var name = centres.unit(other).map(Unit::name).orElse("");
        return new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.ADMINISTRATIVE,
                null,
                TaskTitle.key("episode.transfer.day." + key, name),
                at,
                centre,
                EpisodeRoutes.TRANSFERS);
    }
}
