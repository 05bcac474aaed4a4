package org.relais.medication;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignInstrument;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** Orders and doses as a physician and a nurse of a test's house leave them. */
@TestComponent
public class Prescribers {

    private static final OrderedDrug THIAMINE =
            new OrderedDrug("THIAMINE", "thiamine", "250 mg", DrugForm.TABLET, DrugRoute.ORAL, "mg");

    private final AccessService access;
    private final PersonService people;
    private final Orders orders;
    private final Administrations administrations;
    private final MedicationRecord record;
    private final Assessments assessments;
    private final Clock clock;

    Prescribers(
            AccessService access,
            PersonService people,
            Orders orders,
            Administrations administrations,
            MedicationRecord record,
            Assessments assessments,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.orders = orders;
        this.administrations = administrations;
        this.record = record;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** A person registered at the place, followed by its ward. */
    public PersonId register(Place place, String givenName) {
        return place.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                place.centre(), place.ward(), Identity.named(givenName, "Castellane", null))));
    }

    public MedicationOrder sign(Place place, PersonId person, SignOrder command) {
        return place.as(Role.PHYSICIAN, () -> orders.sign(write(person), command));
    }

    /** Thiamine at the time that begins within the hour. */
    public MedicationOrder thiamine(Place place, PersonId person) {
        return sign(place, person, command(place, THIAMINE, new Regimen.Scheduled(List.of(soon(250)))));
    }

    /** Diazepam by CIWA-Ar, as in the worked example of B.5. */
    public MedicationOrder diazepam(Place place, PersonId person) {
        return sign(place, person, command(place, SampleOrders.DIAZEPAM, SampleOrders.WORKED));
    }

    /** Paracetamol as needed, with a re-check. */
    public MedicationOrder paracetamol(Place place, PersonId person) {
        return sign(
                place,
                person,
                command(
                        place,
                        new OrderedDrug("PARACETAMOL", "paracétamol", null, DrugForm.TABLET, DrugRoute.ORAL, "g"),
                        new Regimen.AsNeeded(BigDecimal.ONE, 240, BigDecimal.valueOf(3), 60)));
    }

    public SignOrder command(Place place, OrderedDrug drug, Regimen regimen) {
        return new SignOrder(
                OrderId.create(),
                place.centre(),
                null,
                drug,
                regimen,
                "Sevrage",
                false,
                null,
                regimen.type().timed() ? null : clock.instant().plus(Duration.ofDays(2)),
                null,
                Set.of(),
                null);
    }

    public DoseTime soon(int dose) {
        var at = clock.instant()
                .atZone(ZoneId.of("Europe/Paris"))
                .plusMinutes(20)
                .truncatedTo(ChronoUnit.MINUTES);
        return new DoseTime(LocalTime.from(at), BigDecimal.valueOf(dose));
    }

    /** The first dose of an order that begins now. */
    public Slot slot(MedicationOrder order) {
        return DoseSchedule.slots(
                        order, order.startsAt(), order.startsAt().plus(Duration.ofDays(1)), ZoneId.of("Europe/Paris"))
                .getFirst();
    }

    public GiveDose giving(MedicationOrder order, @Nullable SlotName slot, long dose) {
        return new GiveDose(
                AdministrationId.create(), order.id(), slot, BigDecimal.valueOf(dose), clock.instant(), null, null);
    }

    public Administration give(Place place, PersonId person, GiveDose command) {
        return place.as(Role.NURSE, () -> administrations.give(write(person), command));
    }

    /** A CIWA-Ar of this total, up to 28, some minutes ago. */
    public AssessmentId ciwa(Place place, PersonId person, int total, int minutesAgo) {
        var id = AssessmentId.create();
        place.as(
                Role.NURSE,
                () -> assessments.sign(
                        write(person),
                        new SignInstrument(
                                id,
                                "CIWA_AR",
                                1,
                                null,
                                ratings(total),
                                null,
                                false,
                                null,
                                clock.instant().minus(Duration.ofMinutes(minutesAgo)),
                                place.centre(),
                                null,
                                null)));
        return id;
    }

    public MedicationSheet sheet(Place place, Role role, PersonId person) {
        return place.as(
                role,
                () -> record.sheet(
                        access.grant(person, Section.MEDICAL), clock.instant().minus(Duration.ofDays(2))));
    }

    /** A grant to write; to be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    public Instant now() {
        return clock.instant();
    }

    private static Map<String, Integer> ratings(int total) {
        var items = List.of(
                "NAUSEA",
                "TREMOR",
                "SWEATS",
                "ANXIETY",
                "AGITATION",
                "TACTILE",
                "AUDITORY",
                "VISUAL",
                "HEADACHE",
                "ORIENTATION");
        var ratings = new java.util.HashMap<String, Integer>();
        var left = total;
        for (var item : items) {
            var value = item.equals("ORIENTATION") ? 0 : Math.min(7, left);
            ratings.put(item, value);
            left -= value;
        }
        return ratings;
    }
}
