package org.relais.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.shared.CentreId;

/** The escalation rules in force at a centre today, and the versions by which earlier alarms were raised. */
@Component
public class EscalationRules {

    /** Most severe first, then by code: the one order in which rules are listed (domain reference 0). */
    static final Comparator<EscalationRule> ORDER = Comparator.comparing(EscalationRule::severity)
            .thenComparing(rule -> rule.rule().code());

    private final Rules rules;
    private final RuleKind<EscalationRule> kind;
    private final Centres centres;
    private final Clock clock;

    EscalationRules(Rules rules, RuleKind<EscalationRule> kind, Centres centres, Clock clock) {
        this.rules = rules;
        this.kind = kind;
        this.centres = centres;
        this.clock = clock;
    }

    /** The rules of the day, in their order. */
    public List<EscalationRule> inForce(CentreId centre) {
        var today = centres.centre(centre).serviceDay().of(clock.instant());
        return rules.all(kind).stream()
                .map(rule -> rule.rule().code())
                .distinct()
                .flatMap(code -> rules.on(kind, code, today).stream())
                .sorted(ORDER)
                .toList();
    }

    /** The rule of the day with this code. */
    public Optional<EscalationRule> inForce(CentreId centre, String code) {
        LocalDate today = centres.centre(centre).serviceDay().of(clock.instant());
        return rules.on(kind, code, today);
    }

    /**
     * The version an alarm was raised by.
     *
     * @throws IllegalStateException when its file is gone
     */
    public EscalationRule version(String code, int version) {
        return rules.version(kind, code, version)
                .orElseThrow(() -> new IllegalStateException("No rule " + code + " version " + version));
    }

    /** The events that somebody can record at the centre, each once, in the order of the rules that ask for them. */
    public List<Trigger.Event> events(CentreId centre) {
        return inForce(centre).stream()
                .flatMap(rule -> rule.triggers().stream())
                .filter(Trigger.Event.class::isInstance)
                .map(Trigger.Event.class::cast)
                .collect(Collectors.toMap(Trigger.Event::code, event -> event, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
