package org.relais.escalation.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;

import org.relais.assessment.Consciousness;
import org.relais.assessment.Definitions;
import org.relais.assessment.LocalText;
import org.relais.assessment.Meaning;
import org.relais.assessment.VitalSign;
import org.relais.escalation.Alarm;
import org.relais.escalation.Asked;
import org.relais.escalation.EscalationRule;
import org.relais.escalation.Reading;
import org.relais.escalation.Trigger;
import org.relais.shared.CentreId;
import org.relais.uikit.Formats;

/** How alarms are put into words. */
@Component
class AlarmWords {

    // Names of instruments and bands are the same in all their versions
    private static final int ANY_VERSION = 1;

    private final Definitions definitions;
    private final AlarmDesk desk;

    AlarmWords(Definitions definitions, AlarmDesk desk) {
        this.definitions = definitions;
        this.desk = desk;
    }

    static String say(Locale locale, String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    /** For what it was raised, with what the rule saw: "CIWA-Ar très élevé : CIWA-Ar 23". */
    String title(EscalationRule rule, List<Reading> readings, Locale locale) {
        var name = rule.name().in(locale);
        var seen = readings(rule, readings, locale);
        return seen.isEmpty() || seen.equals(name) ? name : say(locale, "escalation.title", name, seen);
    }

    /** What the rule saw, in one line. */
    String readings(EscalationRule rule, List<Reading> readings, Locale locale) {
        return readings.stream()
                .map(reading -> reading(rule, reading, locale))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** Who is asked now, until when, and who comes next. */
    String asked(Asked asked, CentreId centre, Locale locale) {
        if (asked.now().isEmpty()) {
            return say(locale, "escalation.asked.nobody");
        }
        var until = asked.until();
        return until == null
                ? say(locale, "escalation.asked", people(asked.now(), locale))
                : say(
                        locale,
                        "escalation.asked.until",
                        people(asked.now(), locale),
                        time(until, centre, locale),
                        people(asked.next(), locale));
    }

    String time(Instant instant, CentreId centre, Locale locale) {
        return new Formats(locale, desk.zone(centre)).time(instant);
    }

    /** The hour, with its day unless that is today. */
    String moment(Instant instant, CentreId centre, Locale locale) {
        var formats = new Formats(locale, desk.zone(centre));
        return formats.day(instant).equals(formats.day(desk.now())) ? formats.time(instant) : formats.dateTime(instant);
    }

    /** Who answered and when; the system where nobody did. */
    String answered(String key, Alarm.Answer answer, CentreId centre, Locale locale) {
        var by = answer.by();
        return say(
                locale,
                key,
                by == null ? say(locale, "escalation.by.system") : desk.name(by),
                moment(answer.at(), centre, locale));
    }

    private String people(List<Asked.Called> called, Locale locale) {
        return called.stream()
                .map(one -> say(
                        locale,
                        "escalation.called",
                        desk.name(one.staff()),
                        say(locale, one.function().key())))
                .collect(Collectors.joining(", "));
    }

    private String reading(EscalationRule rule, Reading reading, Locale locale) {
        return switch (reading.kind()) {
            case TOTAL -> name(reading.subject()) + " " + reading.value();
            case RISE -> name(reading.subject()) + " +" + reading.value();
            case ITEMS, NOT_ASSESSABLE -> name(reading.subject());
            case BAND ->
                say(
                        locale,
                        "escalation.reading.band",
                        name(reading.subject()),
                        band(reading.subject(), reading.value())
                                .map(label -> label.in(locale))
                                .orElse(reading.value()));
            case SIGN -> {
                var sign = VitalSign.valueOf(reading.subject());
                yield say(
                        locale,
                        "escalation.reading.sign",
                        say(locale, sign.key()),
                        new Formats(locale, desk.clock().getZone()).number(new BigDecimal(reading.value())),
                        say(locale, sign.key() + ".unit"));
            }
            case CONSCIOUSNESS ->
                say(locale, Consciousness.valueOf(reading.value()).key());
            case EVENT, TOLD ->
                label(rule, reading.subject()).map(label -> label.in(locale)).orElse("");
        };
    }

    private static Optional<LocalText> label(EscalationRule rule, String code) {
        return rule.triggers().stream()
                .flatMap(trigger -> switch (trigger) {
                    case Trigger.Event event when event.code().equals(code) -> Optional.of(event.label()).stream();
                    case Trigger.Told told when told.condition().equals(code) -> Optional.of(told.label()).stream();
                    case Trigger.DosesWithoutFall effect
                    when effect.condition().equals(code) -> Optional.of(effect.label()).stream();
                    default -> Optional.<LocalText>empty().stream();
                })
                .findFirst();
    }

    private String name(String instrument) {
        return definitions
                .instrument(instrument, ANY_VERSION)
                .map(found -> found.shortName())
                .orElse(instrument);
    }

    private Optional<LocalText> band(String instrument, String code) {
        return definitions.instrument(instrument, ANY_VERSION).stream()
                .flatMap(found -> Stream.concat(
                        found.outcomes().stream(),
                        found.profiles().stream().flatMap(profile -> profile.bands().stream())))
                .filter(meaning -> meaning.code().equals(code))
                .map(Meaning::label)
                .findFirst();
    }
}
