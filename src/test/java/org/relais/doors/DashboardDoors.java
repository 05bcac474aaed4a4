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
import org.relais.indicator.NetworkFigures;
import org.relais.indicator.Period;
import org.relais.staff.Role;

/** The doors of the indicators and of the dashboard. */
@TestComponent
class DashboardDoors extends RoomDoors {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Period MONTH = Period.ending(DAY, 30);
    private static final DashboardFilter MINE = new DashboardFilter(Set.of(), null, MONTH);

    /** The figures of one's own centres, exactly. */
    private static final Set<Role> EXACT = Set.of(Role.COORDINATOR);

    /** Those of all centres, for nobody who has some of them exactly. */
    private static final Set<Role> NETWORK = Set.of(Role.AUDITOR);

    DashboardDoors(
            Indicators indicators, NetworkFigures network, Dashboards dashboards, TransactionTemplate transaction) {
        super(transaction);
        list(
                "Indicators.definitions(Scope,LocalDate)",
                Section.REPORT,
                (scope, row) -> indicators.definitions(scope, DAY));
        list("Indicators.available(Scope,String)", Section.REPORT, (scope, row) -> indicators.available(scope, "K3"));
        list("Indicators.asOf(Scope)", Section.REPORT, (scope, row) -> indicators.asOf(scope));
        permittedList(
                "Indicators.figures(Scope,FigureQuestion,List,LocalDate)",
                Section.REPORT,
                EXACT,
                (scope, row) -> indicators.figures(scope, mine(scope), List.of(MONTH), DAY));
        permittedList(
                "Indicators.months(Scope,FigureQuestion,LocalDate,int,LocalDate)",
                Section.REPORT,
                EXACT,
                (scope, row) -> indicators.months(scope, mine(scope), DAY, 3, DAY));
        permittedList(
                "Indicators.counted(Scope,String,FigureQuestion,Period,CountedPart,LocalDate,CountedFact,int)",
                Section.REPORT,
                EXACT,
                (scope, row) -> indicators.counted(scope, "K2", mine(scope), MONTH, CountedPart.ALL, DAY, null, 10));
        permittedList("Dashboards.centres(Scope)", Section.REPORT, EXACT, (scope, row) -> dashboards.centres(scope));
        permittedList("Dashboards.today(Scope)", Section.REPORT, EXACT, (scope, row) -> dashboards.today(scope));
        permittedList(
                "Dashboards.page(Scope,DashboardFilter)",
                Section.REPORT,
                EXACT,
                (scope, row) -> dashboards.page(scope, MINE));
        permittedList(
                "Dashboards.present(Scope,Scope,DashboardFilter)",
                Section.REPORT,
                EXACT,
                (scope, row) -> dashboards.present(scope, null, MINE));
        permittedList(
                "Dashboards.present(Scope,Scope,DashboardFilter,String)",
                Section.REPORT,
                EXACT,
                (scope, row) -> dashboards.present(scope, null, MINE, "WAITING"));
        permittedList(
                "Dashboards.counted(Scope,Scope,DashboardFilter,String,CountedPart,CountedFact,int)",
                Section.REPORT,
                EXACT,
                (scope, row) -> dashboards.counted(scope, null, MINE, "K2", CountedPart.ALL, null, 10));
        permittedList("Dashboards.exported(Scope,DashboardFilter,String)", Section.REPORT, EXACT, (scope, row) -> {
            dashboards.exported(scope, MINE, "figures");
            return null;
        });
        list(
                "Dashboards.rule(Scope,String,LocalDate)",
                Section.REPORT,
                (scope, row) -> dashboards.rule(scope, "K2", DAY));
        permittedList("NetworkFigures.years(Scope)", Section.REPORT, NETWORK, (scope, row) -> network.years(scope));
        permittedList("NetworkFigures.latest(Scope)", Section.REPORT, NETWORK, (scope, row) -> network.latest(scope));
        permittedList(
                "NetworkFigures.year(Scope,int)",
                Section.REPORT,
                NETWORK,
                (scope, row) -> network.year(scope, network.latest(scope)));
        permittedList("NetworkFigures.exported(Scope,int)", Section.REPORT, NETWORK, (scope, row) -> {
            network.exported(scope, network.latest(scope));
            return null;
        });
    }

    private static FigureQuestion mine(Authority scope) {
        return new FigureQuestion(scope.actor().centres(), Set.of());
    }
}
