package org.relais.detox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Correction;
import org.relais.assessment.DecideSaturationScale;
import org.relais.assessment.SaturationDecisions;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSigns;
import org.relais.escalation.AcknowledgeAlarm;
import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmState;
import org.relais.escalation.Asked;
import org.relais.escalation.Escalations;
import org.relais.escalation.RecordEvent;
import org.relais.escalation.ResolveAlarm;
import org.relais.medication.Administrations;
import org.relais.medication.DoseRefused;
import org.relais.medication.GiveDose;
import org.relais.medication.Orders;
import org.relais.medication.SignOrder;
import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.ClinicalEventId;
import org.relais.shared.DetoxId;
import org.relais.shared.OmissionId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** Does the acts of a ward through the services of a node, and reads what its screens would show. */
final class WardOnNodes {

    private final Place place;
    private final Instant origin;
    private final Map<String, PersonId> people;
    private final Map<String, DetoxId> withdrawals = new HashMap<>();
    private final Map<String, OrderId> orders = new HashMap<>();

    /** @param people who is who, already in the beds of the place */
    WardOnNodes(Place place, Instant origin, Map<String, PersonId> people) {
        this.place = place;
        this.origin = origin;
        this.people = people;
    }

    Instant at(long second) {
        return origin.plusSeconds(second);
    }

    /** Does it; whether it could be done. */
    boolean accept(Node node, WardAct act) {
        var person = Objects.requireNonNull(people.get(act.who()));
        switch (act) {
            case WardAct.Arrive arrive -> arrive(node, person, arrive);
            case WardAct.Rate rate ->
                place.as(
                        Role.NURSE,
                        () -> node.assessments.sign(
                                write(node, person),
                                instrument(
                                        rate.form(),
                                        rate.instrument(),
                                        rate.values(),
                                        null,
                                        rate.at(),
                                        rate.corrects())));
            case WardAct.CannotRate cannot ->
                place.as(
                        Role.NURSE,
                        () -> node.assessments.sign(
                                write(node, person),
                                instrument(
                                        cannot.form(),
                                        cannot.instrument(),
                                        Map.of(),
                                        new SignInstrument.Obstacle("CANNOT_COMMUNICATE", null),
                                        cannot.at(),
                                        null)));
            case WardAct.Measure measure ->
                place.as(
                        Role.NURSE,
                        () -> node.assessments.sign(
                                write(node, person),
                                new SignVitalSigns(
                                        new AssessmentId(UUID.fromString(measure.form())),
                                        WardInMemory.signs(measure.signs()),
                                        Set.of(VitalSign.values()),
                                        null,
                                        at(measure.at()),
                                        place.centre(),
                                        null,
                                        null)));
            case WardAct.Omit omit ->
                place.as(Role.NURSE, () -> {
                    node.detoxes.omit(
                            write(node, person),
                            new OmitObservation(
                                    new OmissionId(UUID.fromString(omit.id())),
                                    Objects.requireNonNull(withdrawals.get(omit.who())),
                                    omit.instrument(),
                                    omit.signs() == null ? OmissionKind.REFUSED : OmissionKind.ASLEEP,
                                    omit.signs() == null ? "Ne veut pas" : null,
                                    omit.signs() == null ? VitalSigns.NONE : WardInMemory.signs(omit.signs()),
                                    null));
                    return person;
                });
            case WardAct.Give give -> {
                return give(node, person, give);
            }
            case WardAct.Happen happen ->
                place.as(Role.NURSE, () -> {
                    node.escalations.record(
                            write(node, person),
                            new RecordEvent(
                                    new ClinicalEventId(UUID.fromString(happen.id())),
                                    happen.code(),
                                    null,
                                    at(happen.entered()),
                                    place.centre()));
                    return person;
                });
            case WardAct.Acknowledge answer -> {
                var alarm = alarm(node, person, answer.rule(), answer.occurred(), answer.raised(), AlarmState.RAISED);
                place.as(
                        Role.PHYSICIAN,
                        () -> node.escalations.acknowledge(
                                write(node, person), new AcknowledgeAlarm(alarm.id(), alarm.version())));
            }
            case WardAct.Resolve answer -> {
                var alarm =
                        alarm(node, person, answer.rule(), answer.occurred(), answer.raised(), AlarmState.ACKNOWLEDGED);
                place.as(
                        Role.NURSE,
                        () -> node.escalations.resolve(
                                write(node, person), new ResolveAlarm(alarm.id(), alarm.version(), "Vu, c’est fait")));
            }
            case WardAct.Leave _ -> throw new IllegalArgumentException("Nobody leaves on this day");
        }
        return true;
    }

    /** Where each observation and each open alarm of the board stands, as the model writes it. */
    List<String> board(Node node) {
        var lines = new ArrayList<String>();
        var rows = place.as(
                Role.NURSE,
                () -> node.board.of(
                        node.access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        node.access.scope(Section.MEDICAL, Purpose.CARE, null),
                        place.ward()));
        for (var row : rows) {
            var person = row.bed().person();
            if (person == null) {
                continue;
            }
            var who = who(person);
            for (var one : row.observations()) {
                if (Set.of("CIWA_AR", "COWS", "NEWS2").contains(one.instrument())) {
                    var course = one.course();
                    lines.add(WardInMemory.line(
                            who,
                            one.instrument(),
                            new ObservationCourse(
                                    course.past(),
                                    shifted(course.dueAt()),
                                    course.grace(),
                                    course.interval(),
                                    course.status(),
                                    course.omittedInRow())));
                }
            }
            row.alarms().forEach(alarm -> lines.add(line(alarm)));
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    /** The list of open alarms, as the model writes it. */
    List<String> alarms(Node node) {
        return place
                .as(
                        Role.PHYSICIAN,
                        () -> node.escalations.openHere(node.access.scope(Section.MEDICAL, Purpose.CARE, null)))
                .stream()
                .map(this::line)
                .sorted()
                .toList();
    }

    /** How many alarms were raised in all, open or not. */
    int raised(Node node) {
        return people.values().stream()
                .mapToInt(person -> place.as(
                        Role.NURSE,
                        () -> node.escalations
                                .history(
                                        node.access.grant(person, Section.MEDICAL, Right.READ, Purpose.CARE), null, 100)
                                .rows()
                                .size()))
                .sum();
    }

    private void arrive(Node node, PersonId person, WardAct.Arrive arrive) {
        var id = DetoxId.create();
        withdrawals.put(arrive.who(), id);
        var alcohol = arrive.protocol().equals("ALC_IN");
        place.as(
                Role.NURSE,
                () -> node.detoxes.start(
                        write(node, person),
                        new StartDetox(
                                id,
                                place.centre(),
                                arrive.protocol(),
                                List.of(alcohol ? Substance.ALCOHOL : Substance.HEROIN),
                                null,
                                LocalDate.ofInstant(at(arrive.entered()), ZoneOffset.UTC)
                                        .plusDays(4),
                                Set.of(),
                                false,
                                null)));
        if (arrive.secondScale()) {
            place.as(Role.PHYSICIAN, () -> {
                node.saturation.decide(
                        write(node, person),
                        new DecideSaturationScale(
                                AssessmentId.create(),
                                SaturationScale.SCALE_2,
                                "Cible de 88 à 92 % prescrite",
                                place.centre()));
                return person;
            });
        }
        if (arrive.protocol().equals("OPI_IN")) {
            return;
        }
        var order = place.as(
                Role.PHYSICIAN,
                () -> node.orders.sign(
                        write(node, person),
                        new SignOrder(
                                OrderId.create(),
                                place.centre(),
                                null,
                                alcohol ? WardInMemory.DIAZEPAM : WardInMemory.BUPRENORPHINE,
                                alcohol ? WardInMemory.BY_SYMPTOMS : WardInMemory.AS_NEEDED,
                                "Sevrage",
                                false,
                                null,
                                at(arrive.entered()).plus(Duration.ofDays(2)),
                                null,
                                Set.of("MED-02", "MED-04"),
                                null)));
        orders.put(arrive.who(), order.id());
    }

    private boolean give(Node node, PersonId person, WardAct.Give give) {
        var order = Objects.requireNonNull(orders.get(give.who()));
        return place.as(Role.NURSE, () -> {
            var proposal = node.doses.proposal(write(node, person), order);
            try {
                node.doses.give(
                        write(node, person),
                        new GiveDose(
                                new AdministrationId(UUID.fromString(give.id())),
                                order,
                                null,
                                proposal.dose() == null ? BigDecimal.ONE : proposal.dose(),
                                at(give.entered()),
                                null,
                                null));
                return true;
            } catch (DoseRefused refused) {
                return false;
            }
        });
    }

    private SignInstrument instrument(
            String form,
            String instrument,
            Map<String, Integer> values,
            SignInstrument.@Nullable Obstacle obstacle,
            long at,
            @Nullable String corrects) {
        return new SignInstrument(
                new AssessmentId(UUID.fromString(form)),
                instrument,
                1,
                null,
                values,
                obstacle,
                true,
                null,
                at(at),
                place.centre(),
                corrects == null
                        ? null
                        : new Correction(new AssessmentId(UUID.fromString(corrects)), "Une cotation était fausse"),
                null,
                true);
    }

    private Alarm alarm(Node node, PersonId person, String rule, long occurred, long raised, AlarmState state) {
        // The list, as whoever answers it there sees it: the record page hears of other nodes within a second only
        return place
                .as(
                        Role.PHYSICIAN,
                        () -> node.escalations.openHere(node.access.scope(Section.MEDICAL, Purpose.CARE, null)))
                .stream()
                .filter(alarm -> alarm.person().equals(person)
                        && alarm.state() == state
                        && rule(alarm).equals(rule)
                        && minute(matter(alarm).occurredAt()) == occurred / 60
                        && minute(alarm.raisedAt()) == raised / 60)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such alarm: " + rule + " of " + occurred / 60));
    }

    private String line(Alarm alarm) {
        var asked = alarm.asked();
        return WardInMemory.line(
                who(alarm.person()),
                rule(alarm),
                shifted(matter(alarm).occurredAt()),
                shifted(alarm.raisedAt()),
                shifted(alarm.dueAt()),
                asked == null
                        ? null
                        : asked.now().stream().map(Asked.Called::function).toList());
    }

    private String who(PersonId person) {
        return people.entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Instant shifted(Instant moment) {
        return WardInMemory.BEGIN.plus(Duration.between(origin, moment));
    }

    private long minute(Instant moment) {
        return WardInMemory.minute(shifted(moment));
    }

    private static String rule(Alarm alarm) {
        return matter(alarm).rule().rule().code();
    }

    private static Alarm.Matter matter(Alarm alarm) {
        return Objects.requireNonNull(alarm.matter());
    }

    private static Grant write(Node node, PersonId person) {
        return node.access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    /** The services of one node. */
    record Node(
            AccessService access,
            Assessments assessments,
            SaturationDecisions saturation,
            DetoxEpisodes detoxes,
            Orders orders,
            Administrations doses,
            Escalations escalations,
            WardBoard board,
            OmissionWatch watch) {

        interface Beans {

            <T> T bean(Class<T> type);
        }

        static Node of(Beans beans) {
            return new Node(
                    beans.bean(AccessService.class),
                    beans.bean(Assessments.class),
                    beans.bean(SaturationDecisions.class),
                    beans.bean(DetoxEpisodes.class),
                    beans.bean(Orders.class),
                    beans.bean(Administrations.class),
                    beans.bean(Escalations.class),
                    beans.bean(WardBoard.class),
                    beans.bean(OmissionWatch.class));
        }
    }
}
