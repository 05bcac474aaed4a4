package org.relais.plan.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.person.PersonService;
import org.relais.plan.Meetings;
import org.relais.plan.ReviewWording;
import org.relais.plan.Reviews;
import org.relais.record.page.EntryForms;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/** What the screens of reviews and team meetings stand on. Holds no state of its own. */
@Component
record ReviewDesk(Keeping keeping, AccessService access, Centres centres, StaffDirectory staff, Clock clock) {

    Reviews reviews() {
        return keeping.reviews();
    }

    Meetings meetings() {
        return keeping.meetings();
    }

    PersonService persons() {
        return keeping.persons();
    }

    ReviewWording wording() {
        return keeping.wording();
    }

    EntryForms forms() {
        return keeping.forms().getObject();
    }

    /** A new grant to write; logged. */
    Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    Scope plan() {
        return access.scope(Section.PLAN, Purpose.CARE, null);
    }

    Scope people() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }

    /** The reader and everybody else who may open the person's plan, by name. */
    List<StaffCard> team(Grant record, CentreId centre) {
        return Stream.concat(
                        Stream.of(record.actor().id()),
                        keeping.readers().of(record, Section.PLAN, centre).stream()
                                .map(StaffMember::id))
                .flatMap(id -> staff.find(id).stream())
                .sorted(Comparator.comparing(StaffCard::familyName).thenComparing(StaffCard::givenName))
                .toList();
    }

    /** What is kept of reviews, and what they are made of. */
    @Component
    record Keeping(
            Reviews reviews,
            Meetings meetings,
            PersonService persons,
            RecordReaders readers,
            ReviewWording wording,
            ObjectProvider<EntryForms> forms) {}
}
