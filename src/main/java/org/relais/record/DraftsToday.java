package org.relais.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The drafts that wait for one's signature, for "my day". */
@Component
class DraftsToday implements TodaySource {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Centres centres;

    DraftsToday(JdbcClient jdbc, AccessService access, Centres centres) {
        this.jdbc = jdbc;
        this.access = access;
        this.centres = centres;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        var home = centres.all().stream()
                .filter(centre -> scope.centres().contains(centre.id()))
                .min(Comparator.comparing(Centre::name));
        if (home.isEmpty()) {
            return List.of();
        }
        var discipline = scope.actor().role().discipline();
        return jdbc.sql("SELECT person_id, form, saved_at FROM record_draft WHERE staff_id = :staff"
                        + " AND person_id NOT IN (:hidden) ORDER BY saved_at LIMIT :most")
                .param("staff", scope.actor().id().value())
                .param("hidden", hidden(scope))
                .param("most", MOST)
                .query((row, number) -> {
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    return new TodayItem(
                            TodayItem.Kind.TO_SIGN,
                            discipline,
                            person,
                            TaskTitle.key(word(row.getString("form"))),
                            Utc.instant(row, "saved_at"),
                            home.get().id(),
                            PersonRoutes.record(person));
                })
                .list();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> hidden(Scope scope) {
        return Stream.concat(Stream.of(new UUID(0, 0)), scope.hidden().stream().map(PersonId::value))
                .toList();
    }

    // A form is named like the type of the entry it becomes.
    private static String word(String form) {
        return form.replaceFirst("\\.", ".entry.");
    }
}
