package org.relais.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.access.ConsentPurpose;
import org.relais.access.Section;
import org.relais.access.SharingConsent;
import org.relais.person.MayBeTold;
import org.relais.person.TellingTopic;
import org.relais.shared.ServiceDay;

/** Decides what may go to a recipient. Pure: the same facts give the same verdict. */
final class SharingCheck {

    private SharingCheck() {}

    /**
     * For a partner: every section asked has to stand in a consent in force that names the partner and the purpose.
     *
     * @param consents those of the person that name the partner
     */
    static SharingVerdict partner(
            Collection<SharingConsent> consents, ConsentPurpose purpose, Set<Section> asked, ServiceDay day) {
        var holding = consents.stream()
                .filter(consent -> consent.inForce() && consent.purpose() == purpose)
                .toList();
        var open = EnumSet.noneOf(Section.class);
        holding.forEach(consent -> open.addAll(consent.sections()));
        var obstacles = new ArrayList<Obstacle>();
        if (holding.isEmpty()) {
            obstacles.add(none(consents, day));
        } else {
            asked.stream()
                    .sorted()
                    .filter(section -> !open.contains(section))
                    .forEach(section -> obstacles.add(new Obstacle.NotIncluded(section)));
        }
        return new SharingVerdict(
                open,
                until(holding, day),
                holding.stream().map(SharingConsent::id).toList(),
                obstacles);
    }

    /** For somebody close: every section asked is opened by topics of which they may be told today. */
    static SharingVerdict relative(
            MayBeTold told, Map<Section, Set<TellingTopic>> topics, Set<Section> asked, LocalDate today) {
        var open = topics.entrySet().stream()
                .filter(entry -> entry.getValue().stream().allMatch(topic -> told.allows(topic, today)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
        var obstacles = new ArrayList<Obstacle>();
        var until = told.until();
        if (until != null && today.isAfter(until)) {
            obstacles.add(new Obstacle.ToldUntil(until));
            return new SharingVerdict(Set.of(), until, List.of(), obstacles);
        }
        for (var section : asked.stream().sorted().toList()) {
            var needed = topics.get(section);
            if (needed == null) {
                obstacles.add(new Obstacle.NeverTold(section));
            } else {
                needed.stream()
                        .sorted()
                        .filter(topic -> !told.allows(topic, today))
                        .map(Obstacle.NotTold::new)
                        .filter(obstacle -> !obstacles.contains(obstacle))
                        .forEach(obstacles::add);
            }
        }
        return new SharingVerdict(open, until, List.of(), obstacles);
    }

    /** When there is nobody to send to any more. */
    static SharingVerdict gone() {
        return new SharingVerdict(Set.of(), null, List.of(), List.of(new Obstacle.Gone()));
    }

    private static Obstacle none(Collection<SharingConsent> consents, ServiceDay day) {
        var other = consents.stream().filter(SharingConsent::inForce).findFirst();
        if (other.isPresent()) {
            return new Obstacle.OtherPurpose(other.get().purpose());
        }
        return consents.stream()
                .max(Comparator.comparing(SharingConsent::givenAt))
                .map(last -> ended(last, day))
                .orElseGet(Obstacle.NoConsent::new);
    }

    private static Obstacle ended(SharingConsent last, ServiceDay day) {
        var withdrawn = last.withdrawnAt();
        var until = last.until();
        if (withdrawn != null && (until == null || withdrawn.isBefore(until))) {
            return new Obstacle.Withdrawn(day.of(withdrawn));
        }
        return until == null ? new Obstacle.NoConsent() : new Obstacle.Expired(day.of(until));
    }

    private static @Nullable LocalDate until(List<SharingConsent> holding, ServiceDay day) {
        Function<SharingConsent, @Nullable Instant> end = SharingConsent::until;
        return holding.stream()
                .map(end)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(instant -> day.of(instant.minusSeconds(1)))
                .orElse(null);
    }
}
