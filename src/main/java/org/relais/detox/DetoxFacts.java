package org.relais.detox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.MergedPeople;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.indicator.Fact;
import org.relais.indicator.FactSource;
import org.relais.shared.PersonId;

/**
 * Withdrawals that were completed (domain reference H.3, K3), on the service day on which they ended, and observations
 * that were overdue (K10), on the service day on which they were due. Everything that ended counts below the line but
 * what was entered in error, deaths and transfers to higher care too. Of the observations count those that are over, and
 * the one whose grace has passed; where a protocol plans visits, the visits say when the person is expected, and its
 * observations do not count.
 */
@Component
class DetoxFacts implements FactSource {

    private static final String COMPLETED = "K3";
    private static final String OVERDUE = "K10";

    private final DetoxTable table;
    private final ObservedSlots slots;
    private final MergedPeople merged;
    private final Centres centres;
    private final AccessService access;

    DetoxFacts(DetoxTable table, ObservedSlots slots, MergedPeople merged, Centres centres, AccessService access) {
        this.table = table;
        this.slots = slots;
        this.merged = merged;
        this.centres = centres;
        this.access = access;
    }

    @Override
    public Set<String> figures() {
        return Set.of(COMPLETED, OVERDUE);
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        var heads = merged.heads(scope, people);
        var withdrawals = table.counted(heads.keySet());
        var facts = new ArrayList<Fact>();
        for (var detox : withdrawals) {
            var outcome = detox.outcome();
            if (outcome != null) {
                facts.add(fact(
                        COMPLETED,
                        detox.id().value(),
                        detox,
                        heads,
                        Objects.requireNonNull(detox.endedAt()),
                        outcome.completed()));
            }
        }
        slots.of(scope, withdrawals, heads)
                .forEach(
                        slot -> facts.add(fact(OVERDUE, slot.id(), slot.detox(), heads, slot.dueAt(), slot.overdue())));
        return facts;
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        return merged.page(scope, table.records(after, most), after, most);
    }

    @Override
    public Set<PersonId> moving(Scope scope) {
        access.requireTask(scope, Purpose.COORDINATION);
        return table.watched();
    }

    private Fact fact(
            String figure, UUID source, DetoxRow detox, Map<PersonId, PersonId> heads, Instant at, boolean counts) {
        return new Fact(
                figure,
                source,
                detox.centre(),
                detox.unit(),
                heads.get(detox.person()),
                centres.centre(detox.centre()).serviceDay().of(at),
                counts ? 1 : 0,
                1,
                null);
    }
}
