package org.relais.privacy.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;

import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;

/** How these screens name centres, colleagues, sections and times: as the first of one's centres counts days. */
@Component
class PrivacyWords {

    // Roles that never meet a person
    private static final Set<Role> APART = EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR);

    private final Centres centres;
    private final StaffDirectory staff;
    private final CurrentStaff current;
    private final Clock clock;

    PrivacyWords(Centres centres, StaffDirectory staff, CurrentStaff current, Clock clock) {
        this.centres = centres;
        this.staff = staff;
        this.current = current;
        this.clock = clock;
    }

    String centre(CentreId id) {
        return centres.centre(id).name();
    }

    List<Centre> centres() {
        return centres.all();
    }

    /** The centres among these, by name. */
    List<Centre> centres(Collection<CentreId> ids) {
        return centres.all().stream()
                .filter(centre -> ids.contains(centre.id()))
                .toList();
    }

    /** The centres of whoever is signed in. */
    List<Centre> own() {
        return centres(current.require().centres());
    }

    /** The unit with its centre. */
    String unit(UnitId id) {
        return centres.unit(id).map(this::unit).orElse("");
    }

    String unit(Unit unit) {
        return unit.name() + " · " + centre(unit.centre());
    }

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }

    /** "Maud Lefort, infirmière". */
    String signature(StaffId id, Locale locale) {
        return staff.find(id)
                .map(card -> card.name() + ", "
                        + I18NProvider.translate(locale, card.role().key()))
                .orElse("");
    }

    /** Everybody who cares for people, with where they work; by family name. */
    List<Colleague> colleagues() {
        var byCentre = staff.byCentre();
        return staff.all().stream()
                .filter(card -> card.active() && !APART.contains(card.role()))
                .sorted(Comparator.comparing(StaffCard::familyName).thenComparing(StaffCard::givenName))
                .map(card -> new Colleague(
                        card,
                        centres.all().stream()
                                .filter(centre -> byCentre.getOrDefault(centre.id(), List.of()).stream()
                                        .anyMatch(one -> one.id().equals(card.id())))
                                .toList()))
                .toList();
    }

    String sections(Set<Section> sections, Locale locale) {
        return sections.stream()
                .sorted()
                .map(section -> I18NProvider.translate(locale, section.key()))
                .collect(Collectors.joining(", "));
    }

    Formats formats(Locale locale) {
        return new Formats(locale, zone());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The end of a day: what holds until the 19th holds all of the 19th. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    /** The last day on which something holds that ends at a moment. */
    String lastDay(Instant end, Locale locale) {
        return formats(locale).date(end.minusMillis(1));
    }

    boolean isPast(Instant moment) {
        return !moment.isAfter(clock.instant());
    }

    private ZoneId zone() {
        return own().stream()
                .findFirst()
                .map(centre -> centre.serviceDay().zone())
                .orElse(ZoneId.of("UTC"));
    }

    /** A colleague and where they work. */
    record Colleague(StaffCard card, List<Centre> centres) {

        Colleague {
            centres = List.copyOf(centres);
        }
    }
}
