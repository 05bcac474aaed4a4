package org.relais.emergency.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyRule;
import org.relais.access.OpenEmergency;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.person.PersonName;
import org.relais.person.PersonService;
import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;

/** What the dialog, the banner and the messages are made with. */
@Component
class EmergencyDesk {

    private final EmergencyAccess emergencies;
    private final EmergencyWindows windows;
    private final AccessService access;
    private final PersonService people;
    private final CurrentStaff current;
    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;

    EmergencyDesk(
            EmergencyAccess emergencies,
            EmergencyWindows windows,
            AccessService access,
            PersonService people,
            CurrentStaff current,
            StaffDirectory directory,
            Centres centres,
            Clock clock) {
        this.emergencies = emergencies;
        this.windows = windows;
        this.access = access;
        this.people = people;
        this.current = current;
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
    }

    /** Who is signed in; nobody on a page that anybody may see. */
    Optional<StaffId> staff() {
        return current.find().map(member -> member.id());
    }

    boolean offered() {
        return staff().isPresent() && emergencies.offered();
    }

    EmergencyRule rule() {
        return emergencies.rule();
    }

    EmergencyWindows windows() {
        return windows;
    }

    Instant now() {
        return clock.instant();
    }

    void begin(BeginEmergency command) {
        emergencies.begin(command);
        windows.changed(current.require().id());
    }

    void end(EmergencyId emergency) {
        emergencies.close(emergency);
        windows.changed(current.require().id());
    }

    List<OpenEmergency> mine() {
        return emergencies.mine();
    }

    /** Whose record is open; empty when it closed meanwhile. */
    Optional<Opened> opened(PersonId person) {
        try {
            var grant = access.grant(person, Section.RECORD);
            return Optional.of(new Opened(people.head(grant).name().display(), grant.people()));
        } catch (AccessDenied closed) {
            return Optional.empty();
        }
    }

    /** The names that one's own lists would show; others are missing. */
    Map<PersonId, PersonName> names(Collection<PersonId> about) {
        if (about.isEmpty() || !access.roleOpens(Section.ADMINISTRATIVE)) {
            return Map.of();
        }
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        return people.names(
                scope,
                about.stream()
                        .distinct()
                        .filter(person -> !scope.hidden().contains(person))
                        .toList());
    }

    String colleague(StaffId id) {
        return directory.find(id).map(StaffCard::name).orElse("");
    }

    /** Times as the first of one's centres counts them. */
    Formats formats(Locale locale) {
        var mine = current.require().centres();
        return new Formats(
                locale,
                centres.all().stream()
                        .filter(centre -> mine.contains(centre.id()))
                        .findFirst()
                        .map(centre -> centre.serviceDay().zone())
                        .orElse(ZoneId.of("UTC")));
    }

    /** @param people the record and those it absorbed: any of them may stand in an address */
    record Opened(String name, Collection<PersonId> people) {}
}
