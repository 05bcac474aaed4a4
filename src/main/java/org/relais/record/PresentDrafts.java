package org.relais.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.indicator.Place;
import org.relais.indicator.PresentItem;
import org.relais.indicator.PresentSource;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.StaffDirectory;

/**
 * What was begun and is not signed, by whose it is; of whom it speaks is between its author and the person. Somebody of
 * several centres counts in the first by name, where their drafts are shown to themselves too.
 */
@Component
class PresentDrafts implements PresentSource {

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Centres centres;
    private final AccessService access;

    PresentDrafts(JdbcClient jdbc, StaffDirectory staff, Centres centres, AccessService access) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.centres = centres;
        this.access = access;
    }

    @Override
    public String code() {
        return "TO_SIGN";
    }

    @Override
    public Section section() {
        return Section.RECORD;
    }

    @Override
    public List<PresentItem> items(Scope scope, Set<CentreId> asked) {
        access.require(scope, Section.REPORT);
        return jdbc
                .sql("SELECT id, staff_id, person_id, saved_at FROM record_draft ORDER BY saved_at, id")
                .query((row, _) -> new Begun(
                        Utc.uuid(row, "id"),
                        new StaffId(Utc.uuid(row, "staff_id")),
                        new PersonId(Utc.uuid(row, "person_id")),
                        Utc.instant(row, "saved_at")))
                .list()
                .stream()
                .filter(draft -> !scope.hidden().contains(draft.person))
                .flatMap(draft -> home(draft.author).filter(asked::contains).map(draft::item).stream())
                .toList();
    }

    private record Begun(UUID id, StaffId author, PersonId person, Instant savedAt) {

        PresentItem item(CentreId centre) {
            return new PresentItem(id, new Place(centre, null), null, author, savedAt, true, false);
        }
    }

    private Optional<CentreId> home(StaffId author) {
        var workplaces = staff.workplaces(author);
        return centres.all().stream()
                .filter(centre -> workplaces.contains(centre.id()))
                .min(Comparator.comparing(Centre::name))
                .map(Centre::id);
    }
}
