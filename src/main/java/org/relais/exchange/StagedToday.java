package org.relais.exchange;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * For "my day" of whoever may take over the clinical part of a file: what waits for it at the units they work in, until it
 * would be removed undecided.
 */
@Component
class StagedToday implements TodaySource {

    private static final int MOST = 100;

    private final StagedStore staged;
    private final AccessService access;
    private final Centres centres;

    StagedToday(StagedStore staged, AccessService access, Centres centres) {
        this.staged = staged;
        this.access = access;
        this.centres = centres;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        // Who takes it over writes in both
        if (!access.roleWrites(Section.MEDICAL) || !access.roleWrites(Section.RISK)) {
            return List.of();
        }
        return staged.clinical(scope, MOST).stream()
                .filter(file -> file.unit() == null || scope.actor().worksIn(file.centre(), file.unit()))
                .map(file -> item(scope, file))
                .toList();
    }

    private TodayItem item(Scope scope, StagedFile file) {
        var last = centres.centre(file.centre()).serviceDay().of(file.expiresAt());
        return new TodayItem(
                TodayItem.Kind.DUE,
                scope.actor().role().discipline(),
                file.person(),
                TaskTitle.key("exchange.today.clinical", file.source()),
                file.expiresAt(),
                last,
                file.centre(),
                ExchangeRoutes.staged(file.id()));
    }
}
