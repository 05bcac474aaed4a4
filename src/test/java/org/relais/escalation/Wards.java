package org.relais.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Correction;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSigns;
import org.relais.shared.AssessmentId;
import org.relais.shared.ClinicalEventId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House.Place;

/** Observes, records and answers as the staff of a test's house. */
@TestComponent
public class Wards {

    private final Assessments assessments;
    private final Escalations escalations;
    private final AccessService access;
    private final StaffSetup staff;
    private final Clock clock;

    Wards(Assessments assessments, Escalations escalations, AccessService access, StaffSetup staff, Clock clock) {
        this.assessments = assessments;
        this.escalations = escalations;
        this.access = access;
        this.staff = staff;
        this.clock = clock;
    }

    /** A nurse signs a CIWA-Ar of this total, so long ago. */
    public AssessmentId ciwa(Place place, PersonId person, int total, Duration ago) {
        return ciwa(place, person, ratings(total), clock.instant().minus(ago), null);
    }

    /** As {@link #ciwa}, in the place of an earlier one. */
    public AssessmentId correct(Place place, PersonId person, AssessmentId earlier, int total, Instant at) {
        return ciwa(place, person, ratings(total), at, new Correction(earlier, "A wrong rating"));
    }

    AssessmentId ciwa(
            Place place, PersonId person, Map<String, Integer> ratings, Instant at, @Nullable Correction correction) {
        var id = AssessmentId.create();
        return place.as(
                Role.NURSE,
                () -> assessments
                        .sign(
                                write(person),
                                new SignInstrument(
                                        id,
                                        "CIWA_AR",
                                        1,
                                        null,
                                        ratings,
                                        null,
                                        ratings.size() < 10,
                                        null,
                                        at,
                                        place.centre(),
                                        correction,
                                        null))
                        .id());
    }

    /** A nurse signs vital signs. */
    public AssessmentId vitals(Place place, PersonId person, VitalSigns signs) {
        var id = AssessmentId.create();
        return place.as(
                Role.NURSE,
                () -> assessments
                        .sign(
                                write(person),
                                new SignVitalSigns(
                                        id,
                                        signs,
                                        Set.of(VitalSign.values()),
                                        null,
                                        clock.instant(),
                                        place.centre(),
                                        null,
                                        null))
                        .id());
    }

    /** A nurse records that something happened just now. */
    public ClinicalEventId happened(Place place, PersonId person, String code) {
        var id = ClinicalEventId.create();
        place.as(Role.NURSE, () -> {
            escalations.record(
                    write(person), new RecordEvent(id, code, "Seen by all", clock.instant(), place.centre()));
            return id;
        });
        return id;
    }

    /** The open alarms as the role sees them on the record. */
    public List<Alarm> open(Place place, Role role, PersonId person) {
        return place.as(role, () -> escalations.open(access.grant(person, Section.RECORD)));
    }

    /** The open alarms of the place as the role sees them in the list. */
    public List<Alarm> openHere(Place place, Role role) {
        return place.as(role, () -> escalations.openHere(list()));
    }

    public Alarm acknowledge(Place place, Role role, PersonId person, Alarm shown) {
        return place.as(
                role, () -> escalations.acknowledge(write(person), new AcknowledgeAlarm(shown.id(), shown.version())));
    }

    public Alarm resolve(Place place, Role role, PersonId person, Alarm shown, @Nullable String note) {
        return place.as(
                role, () -> escalations.resolve(write(person), new ResolveAlarm(shown.id(), shown.version(), note)));
    }

    /** Gives the function for a month. */
    public void give(Place place, Role role, StaffFunction function) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    place.member(role).id(),
                    place.centre(),
                    function,
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2),
                    null);
            return place;
        });
    }

    /** A grant to write; to be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    /** A scope for lists; to be called as somebody. */
    public Scope list() {
        return access.scope(Section.MEDICAL, Purpose.CARE, null);
    }

    /** Ratings of a CIWA-Ar that add up to the total and suspect no delirium. */
    static Map<String, Integer> ratings(int total) {
        var ratings = new HashMap<String, Integer>();
        var left = total;
        for (var item : List.of(
                "TREMOR", "SWEATS", "ANXIETY", "AGITATION", "NAUSEA", "HEADACHE", "TACTILE", "AUDITORY", "VISUAL")) {
            var rated = Math.min(left, 7);
            ratings.put(item, rated);
            left -= rated;
        }
        ratings.put("ORIENTATION", 0);
        return ratings;
    }
}
