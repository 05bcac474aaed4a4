package org.relais.doors;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Authority;
import org.relais.access.Section;
import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.Dashboards;
import org.relais.indicator.CountedPart;
import org.relais.indicator.FigureQuestion;
import org.relais.indicator.Indicators;
import org.relais.indicator.Period;

/** The doors of the indicators and of the dashboard. */
@TestComponent
class DashboardDoors extends RoomDoors {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Period MONTH = Period.ending(DAY, 30);
    private static final DashboardFilter MINE = new DashboardFilter(Set.of(), null, MONTH);

    DashboardDoors(Indicators indicators, Dashboards dashboards, TransactionTemplate transaction) {
        super(transaction);
        list(
                "Indicators.definitions(Scope,LocalDate)",
                Section.REPORT,
                (scope, row) -> indicators.definitions(scope, DAY));
        list("Indicators.available(Scope,String)", Section.REPORT, (scope, row) -> indicators.available(scope, "K3"));
        list("Indicators.asOf(Scope)", Section.REPORT, (scope, row) -> indicators.asOf(scope));
        list(
                "Indicators.figures(Scope,FigureQuestion,List,LocalDate)",
                Section.REPORT,
                (scope, row) -> indicators.figures(scope, mine(scope), List.of(MONTH), DAY));
        list(
                "Indicators.months(Scope,FigureQuestion,LocalDate,int,LocalDate)",
                Section.REPORT,
                (scope, row) -> indicators.months(scope, mine(scope), DAY, 3, DAY));
        list(
                "Indicators.counted(Scope,String,FigureQuestion,Period,CountedPart,LocalDate,CountedFact,int)",
                Section.REPORT,
                (scope, row) -> indicators.counted(scope, "K2", mine(scope), MONTH, CountedPart.ALL, DAY, null, 10));
        list("Dashboards.centres(Scope)", Section.REPORT, (scope, row) -> dashboards.centres(scope));
        list("Dashboards.today(Scope)", Section.REPORT, (scope, row) -> dashboards.today(scope));
        list("Dashboards.page(Scope,DashboardFilter)", Section.REPORT, (scope, row) -> dashboards.page(scope, MINE));
        list(
                "Dashboards.present(Scope,Scope,DashboardFilter)",
                Section.REPORT,
                (scope, row) -> dashboards.present(scope, null, MINE));
        list(
                "Dashboards.present(Scope,Scope,DashboardFilter,String)",
                Section.REPORT,
                (scope, row) -> dashboards.present(scope, null, MINE, "WAITING"));
        list(
                "Dashboards.counted(Scope,Scope,DashboardFilter,String,CountedPart,CountedFact,int)",
                Section.REPORT,
                (scope, row) -> dashboards.counted(scope, null, MINE, "K2", CountedPart.ALL, null, 10));
        list("Dashboards.exported(Scope,DashboardFilter,String)", Section.REPORT, (scope, row) -> {
            dashboards.exported(scope, MINE, "figures");
            return null;
        });
        list(
                "Dashboards.rule(Scope,String,LocalDate)",
                Section.REPORT,
                (scope, row) -> dashboards.rule(scope, "K2", DAY));
    }

    private static FigureQuestion mine(Authority scope) {
        return new FigureQuestion(scope.actor().centres(), Set.of());
    }
}
