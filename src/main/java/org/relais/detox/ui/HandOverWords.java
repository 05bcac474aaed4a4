package org.relais.detox.ui;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.assessment.Definitions;
import org.relais.assessment.LatestResult;
import org.relais.detox.DetoxState;
import org.relais.detox.HandOverChanges;
import org.relais.detox.HandOverEvent;
import org.relais.detox.HandOverFacts;
import org.relais.detox.HandOverText;
import org.relais.detox.HandOverWording;
import org.relais.detox.ObservationNow;
import org.relais.detox.ObservationStatus;
import org.relais.escalation.Alarm;
import org.relais.medication.Administration;
import org.relais.medication.MedicationOrder;
import org.relais.medication.OrderedDrug;
import org.relais.person.Alert;
import org.relais.person.AlertKind;
import org.relais.uikit.Formats;

/** The words of the hand-over, from the bundles of this room; no page need be open for it. */
@Component
class HandOverWords implements HandOverWording {

    private static final int TREND = 4;
    private static final Set<String> AGONISTS = Set.of("METHADONE", "BUPRENORPHINE", "BUPRENORPHINE_NALOXONE");

    private final Definitions definitions;

    HandOverWords(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public HandOverText page(HandOverFacts facts, ZoneId zone, Instant now, Locale language) {
        return new Page(facts, new Formats(language, zone), new ResultWords(definitions, language), now).text();
    }

    @Override
    public String changes(HandOverChanges changes, ZoneId zone, Instant now, Locale language) {
        return changes(changes, new Formats(language, zone), now, language);
    }

    private static String changes(HandOverChanges changes, Formats formats, Instant now, Locale language) {
        var parts = Stream.of(
                        counted("scores", changes.scores(), language),
                        counted("doses", changes.given(), language),
                        counted("not-given", changes.notGiven(), language),
                        counted("alarms", changes.alarms(), language),
                        counted("orders", changes.orders(), language),
                        counted("not-observed", changes.notObserved(), language))
                .flatMap(Optional::stream)
                .toList();
        var since = formats.day(changes.since()).equals(formats.day(now))
                ? formats.time(changes.since())
                : formats.shortDate(formats.day(changes.since())) + " " + formats.time(changes.since());
        return say(
                language, "since", since, parts.isEmpty() ? say(language, "since.nothing") : String.join(", ", parts));
    }

    private static Optional<String> counted(String what, int count, Locale language) {
        return count == 0 ? Optional.empty() : Optional.of(say(language, "since." + what, count));
    }

    private static String say(Locale language, String key, Object... arguments) {
        return word(language, "detox.hand-over." + key, arguments);
    }

    private static String word(Locale language, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle(
                "i18n.detox.texts",
                Locale.of(language.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }

    /** One person's page in the making. */
    private record Page(HandOverFacts facts, Formats formats, ResultWords results, Instant now) {

        HandOverText text() {
            var last = scored(leading());
            var first = last.isEmpty() ? null : last.getFirst();
            var next = facts.observations().stream()
                    .min(Comparator.comparing(one -> one.course().dueAt()));
            return new HandOverText(
                    facts.bed().bed().label(),
                    facts.name().display(),
                    about(),
                    facts.detox() == null ? "" : substances(),
                    first == null ? "" : results.instrument(first.instrument()) + " " + total(first),
                    first == null ? "" : results.band(first).orElse(""),
                    first == null || first.findings() == null
                            ? null
                            : first.findings().severity(),
                    earlyWarning().map(Page::total).map(String::valueOf).orElse(""),
                    next.map(one -> formats.time(one.course().dueAt())).orElse(""),
                    next.filter(one -> one.course().status() == ObservationStatus.OVERDUE)
                            .isPresent(),
                    identity(),
                    facts.withheld() ? "" : situation(last),
                    facts.withheld() ? "" : background(),
                    facts.withheld() ? "" : assessment(first),
                    facts.withheld() ? "" : recommendation(),
                    toKnow(),
                    facts.withheld() ? "" : changes(facts.changes(), formats, now, results.locale()),
                    facts.changes().events().stream()
                            .map(event -> new HandOverText.Line(event.at(), event(event)))
                            .toList());
        }

        private String about() {
            var about = new ArrayList<String>();
            age().ifPresent(about::add);
            if (facts.name().alias()) {
                about.add(word("detox.card.alias"));
            }
            if (facts.detox() != null) {
                about.add(word("detox.card.day", facts.detox().day()));
            }
            return String.join(" · ", about);
        }

        private String identity() {
            var sentences = new ArrayList<String>();
            age().ifPresent(age -> sentences.add(age + "."));
            if (facts.name().alias()) {
                sentences.add(say("identity.alias"));
            }
            var allergies = alerts(AlertKind.ALLERGY);
            sentences.add(allergies.isEmpty() ? say("identity.no-allergy") : say("identity.allergy", allergies));
            return String.join(" ", sentences);
        }

        private String situation(List<LatestResult> scored) {
            var detox = facts.detox();
            var sentences = new ArrayList<String>();
            if (detox == null) {
                sentences.add(say("situation.none"));
            } else {
                sentences.add(say("situation.detox", substances(), detox.day()));
                if (detox.state() == DetoxState.SUSPENDED) {
                    sentences.add(word(detox.state().key()) + ".");
                }
                sentences.add(trend(scored));
            }
            for (var one : facts.observations()) {
                if (one.course().status() == ObservationStatus.OVERDUE) {
                    sentences.add(say(
                            "situation.late",
                            results.instrument(one.instrument()),
                            formats.time(one.course().dueAt())));
                }
                if (one.course().omittedInRow() > 0) {
                    sentences.add(say(
                            "situation.omitted",
                            results.instrument(one.instrument()),
                            one.course().omittedInRow()));
                }
            }
            facts.alarms().forEach(alarm -> sentences.add(alarm(alarm)));
            return String.join(" ", sentences);
        }

        private String trend(List<LatestResult> scored) {
            if (scored.isEmpty()) {
                return say("situation.no-score");
            }
            var last = scored.getFirst();
            var instrument = results.instrument(last.instrument());
            var band = results.band(last).orElse("");
            if (scored.size() == 1) {
                return say("situation.one-score", instrument, total(last), band);
            }
            var before = total(scored.get(1));
            var course = scored.stream()
                    .limit(TREND)
                    .map(result -> String.valueOf(total(result)))
                    .toList()
                    .reversed();
            var key = total(last) > before ? "rise" : total(last) < before ? "fall" : "same";
            return say("situation." + key, instrument, before, total(last), band, String.join(", ", course));
        }

        private String alarm(Alarm alarm) {
            var matter = alarm.matter();
            var name = matter == null
                    ? word("detox.card.alarm.locked")
                    : matter.rule().name().in(results.locale());
            var seen = alarm.acknowledged();
            return seen == null
                    ? say("situation.alarm", name, formats.time(alarm.raisedAt()))
                    : say("situation.alarm.seen", name, formats.time(alarm.raisedAt()), formats.time(seen.at()));
        }

        private String background() {
            var sentences = new ArrayList<>(others());
            var agonists = facts.orders().stream()
                    .filter(order ->
                            AGONISTS.contains(String.valueOf(order.drug().code())))
                    .map(MedicationOrder::drug)
                    .map(OrderedDrug::name)
                    .distinct()
                    .toList();
            if (!agonists.isEmpty()) {
                sentences.add(say("background.agonist", String.join(", ", agonists)));
            }
            return sentences.isEmpty() ? say("background.none") : String.join(" ", sentences);
        }

        private List<String> others() {
            return facts.alerts().stream()
                    .filter(alert -> alert.kind() != AlertKind.ALLERGY && alert.kind() != AlertKind.SUICIDE_RISK)
                    .map(this::alert)
                    .toList();
        }

        private String alert(Alert alert) {
            var kind = alert.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return say("alert." + kind, alert.text());
        }

        private String toKnow() {
            var sentences = new ArrayList<String>();
            var allergies = alerts(AlertKind.ALLERGY);
            if (!allergies.isEmpty()) {
                sentences.add(say("identity.allergy", allergies));
            }
            facts.alerts().stream()
                    .filter(alert -> alert.kind() != AlertKind.ALLERGY)
                    .map(this::alert)
                    .forEach(sentences::add);
            return String.join(" ", sentences);
        }

        private String assessment(@Nullable LatestResult last) {
            var sentences = new ArrayList<String>();
            if (last != null) {
                sentences.add(say(
                        "assessment.score",
                        results.instrument(last.instrument()),
                        total(last),
                        formats.time(last.occurredAt())));
            }
            earlyWarning()
                    .ifPresent(signs -> sentences.add(
                            say("assessment.score", "NEWS2", total(signs), formats.time(signs.occurredAt()))));
            facts.alerts().stream()
                    .filter(alert -> alert.kind() == AlertKind.SUICIDE_RISK)
                    .map(this::alert)
                    .forEach(sentences::add);
            facts.also().stream().filter(result -> result.findings() != null).forEach(result -> {
                var total = Objects.requireNonNull(result.findings()).total();
                var value = results.band(result).orElseGet(() -> total == null ? "" : String.valueOf(total));
                if (!value.isEmpty()) {
                    sentences.add(say(
                            "assessment.also",
                            results.instrument(result.instrument()),
                            value,
                            formats.dateTime(result.occurredAt())));
                }
            });
            sentences.add(doses());
            var notGiven = facts.doses().stream()
                    .filter(dose -> !dose.given())
                    .map(dose -> dose.drug().name() + " ("
                            + say("outcome." + dose.outcome().name().toLowerCase(Locale.ROOT)) + ")")
                    .toList();
            if (!notGiven.isEmpty()) {
                sentences.add(say("assessment.not-given", String.join(", ", notGiven)));
            }
            return String.join(" ", sentences);
        }

        private String doses() {
            var given = new LinkedHashMap<String, List<Administration>>();
            facts.doses().stream()
                    .filter(Administration::given)
                    .toList()
                    .reversed()
                    .forEach(dose -> given.computeIfAbsent(
                                    dose.drug().name() + "\n" + dose.drug().unit(), _ -> new ArrayList<>())
                            .add(dose));
            if (given.isEmpty()) {
                return say("assessment.no-doses");
            }
            return say(
                    "assessment.doses",
                    given.values().stream()
                            .map(doses -> {
                                var drug = doses.getFirst().drug();
                                var sum = doses.stream()
                                        .map(Administration::dose)
                                        .filter(Objects::nonNull)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                                return say(
                                        "assessment.dose", drug.name(), formats.number(sum, drug.unit()), doses.size());
                            })
                            .collect(Collectors.joining(", ")));
        }

        private String recommendation() {
            var sentences = new ArrayList<String>();
            var next = facts.observations().stream()
                    .sorted(Comparator.comparing(one -> one.course().dueAt()))
                    .map(one -> say(
                            one.course().status() == ObservationStatus.OVERDUE ? "next.late" : "next",
                            results.instrument(one.instrument()),
                            formats.time(one.course().dueAt())))
                    .toList();
            if (!next.isEmpty()) {
                sentences.add(String.join(", ", next) + ".");
            }
            var pending = facts.pending().stream()
                    .map(dose -> formats.time(dose.slot().at()) + " "
                            + dose.order().drug().name() + " "
                            + formats.number(
                                    dose.slot().dose(), dose.order().drug().unit()))
                    .toList();
            if (!pending.isEmpty()) {
                sentences.add(say("recommendation.doses", String.join(", ", pending)));
            }
            facts.rechecks()
                    .forEach(recheck -> sentences.add(say(
                            "recommendation.recheck", recheck.dose().drug().name(), formats.time(recheck.dueAt()))));
            facts.calls()
                    .forEach(call -> sentences.add(say(
                            "recommendation.call",
                            results.instrument(call.instrument()),
                            call.atLeast(),
                            call.rule().rule().code())));
            if (facts.detox() != null) {
                sentences.add(
                        say("recommendation.end", formats.date(facts.detox().plannedEnd())));
            }
            return sentences.isEmpty() ? say("recommendation.none") : String.join(" ", sentences);
        }

        private String event(HandOverEvent event) {
            var what =
                    switch (event.kind()) {
                        case OBSERVATION_MISSED, OBSERVATION_REFUSED, ASLEEP -> results.instrument(event.what());
                        case ALARM -> Objects.requireNonNull(event.name()).in(results.locale());
                        case ORDERED, STOPPED, DOSE_REFUSED, DOSE_HELD, DOSE_MISSED -> event.what();
                    };
            return word(event.kind().key(), what);
        }

        private Optional<String> age() {
            return Optional.ofNullable(facts.name().birthDate()).map(birth -> formats.age(birth, formats.day(now)));
        }

        private String substances() {
            return Objects.requireNonNull(facts.detox()).substances().stream()
                    .map(one -> word(one.key()))
                    .collect(Collectors.joining(" + "));
        }

        private String alerts(AlertKind kind) {
            return facts.alerts().stream()
                    .filter(alert -> alert.kind() == kind)
                    .map(Alert::text)
                    .collect(Collectors.joining(", "));
        }

        private List<ObservationNow> leading() {
            return facts.observations().stream().limit(1).toList();
        }

        private Optional<LatestResult> earlyWarning() {
            return scored(facts.observations().stream()
                            .filter(one -> one.instrument().equals(Definitions.EARLY_WARNING))
                            .toList())
                    .stream()
                    .findFirst();
        }

        private static List<LatestResult> scored(List<ObservationNow> observations) {
            return observations.stream()
                    .flatMap(one -> one.results().stream())
                    .filter(result ->
                            result.findings() != null && result.findings().total() != null)
                    .toList();
        }

        private static int total(LatestResult result) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(result.findings()).total());
        }

        private String say(String key, Object... arguments) {
            return HandOverWords.say(results.locale(), key, arguments);
        }

        private String word(String key, Object... arguments) {
            return HandOverWords.word(results.locale(), key, arguments);
        }
    }
}
