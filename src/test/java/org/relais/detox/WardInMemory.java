package org.relais.detox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentRules;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Consciousness;
import org.relais.assessment.EarlyWarning;
import org.relais.assessment.EarlyWarningParameter;
import org.relais.assessment.EarlyWarningResult;
import org.relais.assessment.EarlyWarningScoring;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.Instrument;
import org.relais.assessment.ItemAlert;
import org.relais.assessment.Result;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.Scoring;
import org.relais.assessment.VitalSigns;
import org.relais.detox.ObservationEvent.Completed;
import org.relais.detox.ObservationEvent.Dosed;
import org.relais.detox.ObservationEvent.Omitted;
import org.relais.detox.WardAct.Signs;
import org.relais.escalation.DoseGroup;
import org.relais.escalation.FiredRules;
import org.relais.escalation.GivenDose;
import org.relais.medication.BandDose;
import org.relais.medication.DoseEngine;
import org.relais.medication.DoseFacts;
import org.relais.medication.DrugForm;
import org.relais.medication.DrugRoute;
import org.relais.medication.MedicationLimits;
import org.relais.medication.MedicationOrder;
import org.relais.medication.MedicationRules;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Regimen;
import org.relais.rules.Rules;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;

/** The portal's own rules, clock, scoring and proposals on the acts of a ward, without its database. */
final class WardInMemory {

    /** When the ward opened. */
    static final Instant BEGIN = Instant.parse("2026-10-20T05:00:00Z");

    static final OrderedDrug DIAZEPAM =
            new OrderedDrug("DIAZEPAM", "diazépam", null, DrugForm.TABLET, DrugRoute.ORAL, "mg");
    static final OrderedDrug BUPRENORPHINE =
            new OrderedDrug("BUPRENORPHINE", "buprénorphine", null, DrugForm.TABLET, DrugRoute.SUBLINGUAL, "mg");
    static final Regimen BY_SYMPTOMS = new Regimen.SymptomTriggered(
            "CIWA_AR",
            List.of(
                    new BandDose(8, 14, BigDecimal.valueOf(10), false),
                    new BandDose(15, 19, BigDecimal.valueOf(20), false),
                    new BandDose(20, null, BigDecimal.valueOf(20), true)),
            60,
            BigDecimal.valueOf(120),
            List.of(),
            60);
    static final Regimen AS_NEEDED = new Regimen.AsNeeded(BigDecimal.valueOf(4), 60, BigDecimal.valueOf(16), null);

    // As many as the board reads
    private static final int MOST = 30;

    private static final Rules RULES = new Rules(List.of(
            AssessmentRules.INSTRUMENT,
            AssessmentRules.EARLY_WARNING,
            MedicationRules.LIMITS,
            MedicationRules.DRUG_LIST));
    private static final EarlyWarning NEWS =
            RULES.version(AssessmentRules.EARLY_WARNING, "NEWS2", 1).orElseThrow();
    private static final MedicationLimits LIMITS =
            RULES.all(MedicationRules.LIMITS).getLast();

    private final Map<String, Stay> stays = new TreeMap<>();
    private final Function<Instant, Set<StaffFunction>> held;

    WardInMemory(Function<Instant, Set<StaffFunction>> held) {
        this.held = held;
    }

    static Instant at(long second) {
        return BEGIN.plusSeconds(second);
    }

    static VitalSigns signs(Signs signs) {
        return new VitalSigns(
                signs.pulse(),
                signs.systolic(),
                signs.diastolic(),
                signs.breaths(),
                signs.saturation(),
                signs.oxygen() ? InhaledGas.OXYGEN : InhaledGas.AIR,
                tenths(signs.temperature()),
                switch (signs.consciousness()) {
                    case 'A' -> Consciousness.ALERT;
                    case 'C' -> Consciousness.CONFUSION;
                    case 'V' -> Consciousness.VOICE;
                    case 'P' -> Consciousness.PAIN;
                    default -> Consciousness.UNRESPONSIVE;
                },
                tenths(signs.glucose()),
                null);
    }

    /** One line of where an observation stands, as the model writes it. */
    static String line(String who, String instrument, ObservationCourse course) {
        return "%s %s due %d %s row %d after %s"
                .formatted(
                        who,
                        instrument,
                        minute(course.dueAt()),
                        course.status(),
                        course.omittedInRow(),
                        course.past().isEmpty()
                                ? "NOTHING"
                                : course.past().getLast().outcome());
    }

    /** One line of an open alarm, as the model writes it. */
    static String line(
            String who,
            String rule,
            Instant occurred,
            Instant raised,
            Instant dueAt,
            @Nullable List<StaffFunction> asked) {
        return "%s %s of %d raised %d within %d %s"
                .formatted(
                        who,
                        rule,
                        minute(occurred),
                        minute(raised),
                        Duration.between(raised, dueAt).toMinutes(),
                        asked == null ? "ACKNOWLEDGED" : "RAISED " + asked);
    }

    static long minute(Instant instant) {
        return Math.floorDiv(Duration.between(BEGIN, instant).toSeconds(), 60);
    }

    /** The watch looks at everybody. */
    void look(long now) {
        stays.values().stream()
                .filter(stay -> stay.watched)
                .forEach(stay -> stay.instruments().forEach(planned -> stay.tell(planned, now)));
    }

    /** Takes in what was done; whether it could be done. */
    boolean accept(WardAct act) {
        var stay = act instanceof WardAct.Arrive arrive ? new Stay(arrive) : stay(act.who());
        stays.put(act.who(), stay);
        return stay.accept(act);
    }

    List<String> lines(long now) {
        var lines = new ArrayList<String>();
        var holders = new HashMap<StaffFunction, List<StaffId>>();
        held.apply(at(now)).forEach(function -> holders.put(function, List.of(StaffId.create())));
        stays.values().forEach(stay -> stay.lines(now, holders, lines));
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private Stay stay(String who) {
        return Objects.requireNonNull(stays.get(who));
    }

    private static @Nullable BigDecimal tenths(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value, 1);
    }

    private static AssessmentId form(String id) {
        return new AssessmentId(UUID.fromString(id));
    }

    private static final class Stay {

        private final String who;
        private final DetoxProtocol protocol;
        private final SaturationScale scale;
        private final Instant start;
        private final Map<AssessmentId, Signed> forms = new LinkedHashMap<>();
        private final Map<String, List<ObservationEvent>> omissions = new HashMap<>();
        private final List<GivenDose> doses = new ArrayList<>();
        private final List<DoseFacts.PastDose> amounts = new ArrayList<>();
        private final List<Alarm> alarms = new ArrayList<>();
        private final Set<String> causes = new HashSet<>();
        private boolean watched = true;

        Stay(WardAct.Arrive arrive) {
            who = arrive.who();
            protocol = ShippedProtocols.protocol(arrive.protocol());
            scale = arrive.secondScale() ? SaturationScale.SCALE_2 : SaturationScale.SCALE_1;
            start = at(arrive.entered());
        }

        // Those that the model knows of
        List<PlannedObservation> instruments() {
            return protocol.observations().stream()
                    .filter(planned -> Set.of("CIWA_AR", "COWS", "NEWS2").contains(planned.instrument()))
                    .toList();
        }

        boolean accept(WardAct act) {
            switch (act) {
                case WardAct.Arrive _ -> {}
                case WardAct.Rate rate -> rate(rate);
                case WardAct.CannotRate cannot ->
                    sign(
                            seen(
                                    cannot.form(),
                                    cannot.instrument(),
                                    AssessmentStatus.NOT_ASSESSABLE,
                                    null,
                                    null,
                                    Map.of(),
                                    List.of(),
                                    cannot.at()),
                            null,
                            cannot.entered());
                case WardAct.Measure measure ->
                    measure(measure.form(), measure.signs(), measure.at(), measure.entered());
                case WardAct.Omit omit -> {
                    if (omit.signs() != null) {
                        measure(omit.id(), omit.signs(), omit.entered(), omit.entered());
                    }
                    omissions
                            .computeIfAbsent(omit.instrument(), _ -> new ArrayList<>())
                            .add(new Omitted(
                                    at(omit.entered()),
                                    omit.signs() == null ? OmissionKind.REFUSED : OmissionKind.ASLEEP));
                    tell(protocol.observation(omit.instrument()).orElseThrow(), omit.entered());
                }
                case WardAct.Give give -> {
                    return give(give);
                }
                case WardAct.Happen happen ->
                    FiredRules.asking(happen.code())
                            .forEach(rule -> raise(rule, happen.id(), at(happen.entered()), happen.entered()));
                case WardAct.Acknowledge answer ->
                    alarm(answer.rule(), answer.occurred(), answer.raised(), false).acknowledged = true;
                case WardAct.Resolve answer ->
                    alarms.remove(alarm(answer.rule(), answer.occurred(), answer.raised(), true));
                case WardAct.Leave _ -> {
                    watched = false;
                    alarms.removeIf(alarm -> FiredRules.rule(alarm.rule).closedBySystem());
                }
            }
            return true;
        }

        private void rate(WardAct.Rate rate) {
            Instrument instrument = RULES.version(AssessmentRules.INSTRUMENT, rate.instrument(), 1)
                    .orElseThrow();
            var result = Scoring.of(instrument).score(rate.values());
            var scored = result instanceof Result.Scored found ? found : null;
            var band = scored == null ? null : scored.band();
            var alerts =
                    switch (result) {
                        case Result.Scored found -> found.alerts();
                        case Result.Incomplete found -> found.alerts();
                        case Result.NotAssessable _ -> List.<ItemAlert>of();
                    };
            sign(
                    seen(
                            rate.form(),
                            rate.instrument(),
                            scored == null ? AssessmentStatus.INCOMPLETE : AssessmentStatus.SCORED,
                            scored == null ? null : scored.total(),
                            band == null ? null : band.code(),
                            rate.values(),
                            alerts.stream().map(ItemAlert::code).toList(),
                            rate.at()),
                    rate.corrects(),
                    rate.entered());
        }

        private FiredRules.Seen seen(
                String form,
                String instrument,
                AssessmentStatus status,
                @Nullable Integer total,
                @Nullable String band,
                Map<String, Integer> values,
                List<String> alerts,
                long at) {
            return new FiredRules.Seen(
                    form(form),
                    instrument,
                    status,
                    total,
                    band,
                    values,
                    alerts,
                    VitalSigns.NONE,
                    scale,
                    Map.of(),
                    protocol.observation(instrument).isPresent(),
                    at(at));
        }

        private void measure(String id, Signs signs, long at, long entered) {
            var result = EarlyWarningScoring.of(NEWS, scale).score(signs(signs));
            var score = result instanceof EarlyWarningResult.EarlyWarningScore found ? found : null;
            sign(
                    new FiredRules.Seen(
                            form(id),
                            "NEWS2",
                            score == null ? AssessmentStatus.INCOMPLETE : AssessmentStatus.SCORED,
                            score == null ? null : score.total(),
                            score == null ? null : score.risk().name(),
                            Map.of(),
                            List.of(),
                            signs(signs),
                            scale,
                            score == null ? Map.<EarlyWarningParameter, Integer>of() : score.points(),
                            true,
                            at(at)),
                    null,
                    entered);
        }

        private void sign(FiredRules.Seen seen, @Nullable String corrects, long entered) {
            var signed = new Signed(seen, seen.form().toString());
            if (corrects != null) {
                var earlier = Objects.requireNonNull(forms.get(form(corrects)));
                earlier.counts = false;
                signed.root = earlier.root;
            }
            var others = forms.values().stream()
                    .filter(other -> other.counts
                            && other.seen.total() != null
                            && other.seen.instrument().equals(seen.instrument()))
                    .map(other -> new FiredRules.Result(
                            other.seen.form(), Objects.requireNonNull(other.seen.total()), other.seen.at()))
                    .toList();
            forms.put(seen.form(), signed);
            for (var fired : FiredRules.of(seen, others, doses)) {
                raise(fired.rule(), Objects.requireNonNull(forms.get(fired.form())).root, fired.at(), entered);
            }
        }

        private boolean give(WardAct.Give give) {
            var now = at(give.entered());
            var alcohol = protocol.rule().code().equals("ALC_IN");
            var order = order(alcohol);
            var scored = forms.values().stream()
                    .filter(form -> form.counts && form.seen.instrument().equals("CIWA_AR"))
                    .max(Comparator.comparing(form -> form.seen.at()))
                    .filter(form -> form.seen.total() != null)
                    .map(form -> new DoseFacts.ScaleResult(
                            form.seen.form(), Objects.requireNonNull(form.seen.total()), form.seen.at()))
                    .orElse(null);
            var proposal = DoseEngine.propose(order, new DoseFacts(scored, amounts, Map.of()), LIMITS, now);
            var dose = proposal.dose();
            if (!proposal.possible() || dose == null) {
                return false;
            }
            amounts.add(new DoseFacts.PastDose(now, dose, "mg"));
            doses.add(new GivenDose(
                    alcohol
                            ? EnumSet.of(DoseGroup.SEDATIVE, DoseGroup.BY_SYMPTOMS)
                            : EnumSet.of(DoseGroup.BUPRENORPHINE, DoseGroup.OPIOID),
                    now));
            if (proposal.given().add(dose).compareTo(proposal.maximum()) >= 0) {
                FiredRules.asking("DAILY_MAXIMUM").forEach(rule -> raise(rule, give.id(), now, give.entered()));
            }
            return true;
        }

        private MedicationOrder order(boolean alcohol) {
            var id = OrderId.create();
            return new MedicationOrder(
                    id,
                    id,
                    null,
                    PersonId.create(),
                    CentreId.create(),
                    null,
                    alcohol ? DIAZEPAM : BUPRENORPHINE,
                    alcohol ? BY_SYMPTOMS : AS_NEEDED,
                    "Withdrawal",
                    false,
                    start,
                    null,
                    null,
                    start,
                    StaffId.create(),
                    EntryId.create(),
                    null);
        }

        private List<ObservationEvent> events(PlannedObservation planned) {
            var events = new ArrayList<ObservationEvent>();
            forms.values().stream()
                    .filter(form -> form.counts
                            && form.seen.instrument().equals(planned.instrument())
                            && form.seen.status() != AssessmentStatus.INCOMPLETE)
                    .map(form -> new Completed(form.seen.at(), form.seen.band()))
                    .forEach(events::add);
            events.addAll(omissions.getOrDefault(planned.instrument(), List.of()));
            if (planned.afterDose() != null) {
                doses.forEach(dose -> events.add(new Dosed(dose.at())));
            }
            return events;
        }

        ObservationCourse course(PlannedObservation planned, long now) {
            var events = events(planned);
            var watch = new ObservationClock(ShippedProtocols.timing(), planned, start);
            var whole = watch.at(events, at(now));
            var results = events.stream().filter(Completed.class::isInstance).toList();
            if (results.size() < MOST) {
                return whole;
            }
            // As the board reads it: the latest results only
            events.removeAll(results.stream()
                    .sorted(Comparator.comparing(ObservationEvent::at))
                    .limit(results.size() - MOST)
                    .toList());
            return watch.resumed(events, at(now));
        }

        void tell(PlannedObservation planned, long now) {
            OmissionWatch.call(course(planned, now), ShippedProtocols.timing())
                    .ifPresent(slot -> FiredRules.asking(
                                    slot.outcome() == SlotOutcome.REFUSED
                                            ? "OBSERVATIONS_REFUSED"
                                            : "OBSERVATIONS_MISSED")
                            .forEach(rule -> raise(
                                    rule, OmissionWatch.name(who, planned.instrument(), slot), slot.endedAt(), now)));
        }

        private void raise(String rule, String cause, Instant occurred, long raised) {
            if (causes.add(rule + " " + cause)) {
                alarms.add(new Alarm(rule, occurred, at(raised)));
            }
        }

        private Alarm alarm(String rule, long occurred, long raised, boolean acknowledged) {
            return alarms.stream()
                    .filter(alarm -> alarm.rule.equals(rule)
                            && alarm.acknowledged == acknowledged
                            && minute(alarm.occurred) == occurred / 60
                            && minute(alarm.raised) == raised / 60)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(who + " has no such " + rule + ": " + alarms));
        }

        void lines(long now, Map<StaffFunction, List<StaffId>> holders, List<String> lines) {
            if (watched) {
                instruments().forEach(planned -> lines.add(line(who, planned.instrument(), course(planned, now))));
            }
            for (var alarm : alarms) {
                var dueAt = alarm.raised.plus(FiredRules.rule(alarm.rule).within());
                lines.add(line(
                        who,
                        alarm.rule,
                        alarm.occurred,
                        alarm.raised,
                        dueAt,
                        alarm.acknowledged ? null : FiredRules.asked(alarm.rule, alarm.raised, holders, at(now))));
            }
        }
    }

    private static final class Signed {

        private final FiredRules.Seen seen;
        private String root;
        private boolean counts = true;

        Signed(FiredRules.Seen seen, String root) {
            this.seen = seen;
            this.root = root;
        }
    }

    private static final class Alarm {

        private final String rule;
        private final Instant occurred;
        private final Instant raised;
        private boolean acknowledged;

        Alarm(String rule, Instant occurred, Instant raised) {
            this.rule = rule;
            this.occurred = occurred;
            this.raised = raised;
        }
    }
}
