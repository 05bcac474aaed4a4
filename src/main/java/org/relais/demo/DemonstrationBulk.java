package org.relais.demo;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.ApplicationContext;

import org.relais.indicator.SummingUp;
import org.relais.staff.Role;

/** {@code ./relais run --bulk}: the demonstration as after years of a large service, once. */
final class DemonstrationBulk {

    private static final int PEOPLE = 100_000;
    private static final int ENTRIES = 1_000_000;
    private static final int FACTS = 10_000_000;

    /** Who people are followed by for years, and who writes there. */
    private static final List<Ward> UNITS = List.of(Ward.FOLLOW_UP, Ward.DAY_CLINIC, Ward.DROP_IN);

    private DemonstrationBulk() {}

    /** Adds the people and the facts, unless they are there. Whatever was entered stays as it is. */
    static void add(ApplicationContext context, EmbeddedDatabase database, PrintStream out) {
        var index = context.getBean(HouseIndex.class);
        var places = new ArrayList<Bulk.Place>();
        DemonstrationSeed.actAs(
                "demonstration",
                Role.ADMINISTRATOR,
                () -> UNITS.forEach(unit -> places.add(new Bulk.Place(
                        index.centre(unit.centre()), index.unit(unit).id(), index.staff(nurse(unit))))));
        var clock = context.getBean(Clock.class);
        try (var administrator = database.administrator()) {
            var bulk = new Bulk(administrator, places, clock.instant());
            if (bulk.done()) {
                out.println("Les " + number(PEOPLE) + " personnes sont déjà là.");
                return;
            }
            try (var statement = administrator.createStatement()) {
                // Until the next start: so many rows are written in memory first
                statement.execute("SET GLOBAL innodb_buffer_pool_size = 2147483648");
            }
            database.waitForDisk(false);
            bulk.people(PEOPLE, ENTRIES, (done, of) -> tell(out, "personnes avec leur dossier", done, of));
            bulk.facts(
                    FACTS,
                    LocalDate.ofInstant(clock.instant(), DemonstrationHouse.ZONE),
                    (done, of) -> tell(out, "faits des indicateurs", done, of));
            out.println("Les indicateurs sont additionnés…");
            context.getBean(SummingUp.class).sumEverything();
            database.waitForDisk(true);
        } catch (SQLException refused) {
            throw new DemonstrationRefused("La base de données n’a pas pris les données en masse.", refused);
        }
    }

    private static String nurse(Ward unit) {
        return Cast.STAFF.stream()
                .filter(colleague ->
                        colleague.role() == Role.NURSE && colleague.centres().contains(unit.centre()))
                .findFirst()
                .orElseThrow()
                .username();
    }

    private static void tell(PrintStream out, String what, int done, int of) {
        out.printf("  %s %s sur %s%n", number(done), what, number(of));
    }

    private static String number(int number) {
        return String.format(Locale.FRENCH, "%,d", number);
    }
}
