package org.relais.medication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Definitions;
import org.relais.audit.AccessAction;
import org.relais.medication.MedicationOrder.Stop;
import org.relais.person.Alert;
import org.relais.person.PersonService;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.OrderId;
import org.relais.shared.Verdict;

/**
 * Signs and stops orders. Only the roles that the rules name as prescribers do. A signed order is never changed: what
 * differs is an order that replaces it.
 */
@Service
public class Orders {

    private static final int REASON = 500;

    private final OrderTable table;
    private final MedicationDefinitions definitions;
    private final Definitions instruments;
    private final PersonService people;
    private final MedicationTraces traces;
    private final AccessService access;
    private final Within within;
    private final Clock clock;

    Orders(
            OrderTable table,
            MedicationDefinitions definitions,
            Definitions instruments,
            PersonService people,
            MedicationTraces traces,
            AccessService access,
            Within within,
            Clock clock) {
        this.table = table;
        this.definitions = definitions;
        this.instruments = instruments;
        this.people = people;
        this.traces = traces;
        this.access = access;
        this.within = within;
        this.clock = clock;
    }

    /**
     * What the checks find about a drug, the most severe first: what the prescriber has to answer before signing.
     *
     * @param write a grant to write in the medical section
     * @param replaces the order that would be replaced; null for a new one
     */
    public List<OrderFinding> check(Grant write, CentreId centre, OrderedDrug drug, @Nullable OrderId replaces) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        requirePrescriber(write, centre, OrderId.create());
        return within.one(() -> findings(write, centre, drug, replaces));
    }

    /**
     * Signs an order. Signing the same id again gives the same order.
     *
     * @param write a grant to write in the medical section
     * @throws org.relais.access.AccessDenied when the role does not prescribe
     * @throws InvalidInput at {@code drug}, {@code strength}, {@code route}, {@code unit}, {@code kind}, {@code times},
     *     {@code days}, {@code scale}, {@code bands}, {@code dose}, {@code minimum}, {@code maximum}, {@code holds},
     *     {@code reassess}, {@code recheck}, {@code indication}, {@code startsAt}, {@code endsAt}, {@code note},
     *     {@code centre}; at {@code acknowledged} or {@code override} when a check is not answered
     * @throws Conflict when the order it replaces was replaced or ended meanwhile, or when a check forbids it
     */
    public MedicationOrder sign(Grant write, SignOrder command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        requirePrescriber(write, command.centre(), command.id());
        try {
            return within.one(() -> table.find(write.people(), command.id()).orElseGet(() -> store(write, command)));
        } catch (DuplicateKeyException twice) {
            return within.one(() -> table.find(write.people(), command.id())
                    .orElseThrow(() -> new Conflict("medication.error.replaced-meanwhile")));
        }
    }

    /**
     * Stops an order now. Stopping it again changes nothing.
     *
     * @param write a grant to write in the medical section
     * @throws org.relais.access.AccessDenied when the role does not prescribe
     * @throws InvalidInput at {@code reason}
     * @throws Conflict when it has ended already
     */
    public MedicationOrder stop(Grant write, StopOrder command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        try {
            return within.one(() -> end(write, command));
        } catch (DuplicateKeyException twice) {
            return within.one(() -> found(write, command.order()));
        }
    }

    private MedicationOrder store(Grant write, SignOrder command) {
        // As the columns hold it, so that the order reads back as it was signed
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var centre = command.centre();
        var limits = definitions.limits(centre);
        var drugs = definitions.drugs(centre);
        var form = new OrderForm(
                drugs,
                limits,
                instruments.detoxInstruments(centre).stream()
                        .map(one -> one.rule().code())
                        .collect(Collectors.toSet()));
        var drug = form.drug(command.drug());
        var regimen = form.regimen(command.regimen());
        var indication = FreeText.requireLine("indication", command.indication(), FreeText.LINE);
        var note = FreeText.optional("note", command.note(), FreeText.NOTE);
        var startsAt = command.startsAt() == null ? now : command.startsAt().truncatedTo(ChronoUnit.MICROS);
        if (startsAt.isBefore(now)) {
            throw new InvalidInput("startsAt", "medication.error.start-past");
        }
        var endsAt = form.end(regimen, startsAt, command.endsAt(), definitions.zone(centre));
        var replaced = replaced(write, command, startsAt);
        var findings = findings(write, centre, drug, command.replaces());
        answer(findings, command, limits);
        var unsigned = new MedicationOrder(
                command.id(),
                replaced == null ? command.id() : replaced.course(),
                command.replaces(),
                write.person(),
                centre,
                write.unitIn(centre).orElse(null),
                drug,
                regimen,
                indication,
                command.prophylaxis(),
                startsAt,
                endsAt,
                note,
                now,
                write.actor().id(),
                EntryId.create(),
                null);
        var order = signed(unsigned, traces.order(write, unsigned, command));
        table.insert(order, limits.rule().version());
        table.insertFindings(order.id(), findings, command.override());
        if (replaced != null) {
            table.insertStop(
                    replaced.id(), new Stop(startsAt, true, null, write.actor().id()), now, null);
        }
        traces.log(write, AccessAction.SIGN, "medication-order", order.id());
        return order;
    }

    private @Nullable MedicationOrder replaced(Grant write, SignOrder command, Instant startsAt) {
        if (command.replaces() == null) {
            return null;
        }
        var old = found(write, command.replaces());
        var stop = old.stop();
        if (stop != null && stop.replaced()) {
            throw new Conflict("medication.error.replaced-meanwhile");
        }
        if (old.endedAt(startsAt)) {
            throw new Conflict("medication.error.ended");
        }
        if (old.startsAt().isAfter(startsAt)) {
            throw new InvalidInput("startsAt", "medication.error.before-the-old");
        }
        return old;
    }

    private List<OrderFinding> findings(Grant write, CentreId centre, OrderedDrug drug, @Nullable OrderId replaces) {
        var others = table.of(write.people(), clock.instant()).stream()
                .filter(order -> !order.id().equals(replaces))
                .toList();
        var allergies = people.allergies(write).stream().map(Alert::text).toList();
        return new OrderSafety(definitions.drugs(centre), definitions.limits(centre))
                .check(drug, allergies, others, order -> readable(write, order));
    }

    private static void answer(List<OrderFinding> findings, SignOrder command, MedicationLimits limits) {
        for (var finding : findings) {
            switch (finding.verdict()) {
                case BLOCK_HARD, BLOCK_DUAL -> throw new Conflict("medication.error.forbidden", finding.rule());
                case BLOCK_OVERRIDABLE -> requireOverride(command.override(), limits);
                case WARN -> {
                    if (!command.acknowledged().contains(finding.rule())) {
                        throw new InvalidInput("acknowledged", "medication.error.acknowledge", finding.rule());
                    }
                }
                case INFO, ALLOW -> {}
            }
        }
        var needed = findings.stream().anyMatch(one -> one.verdict() == Verdict.BLOCK_OVERRIDABLE);
        if (!needed && command.override() != null) {
            throw new InvalidInput("override", "medication.error.nothing-to-override");
        }
    }

    private static void requireOverride(SignOrder.@Nullable Override override, MedicationLimits limits) {
        if (override == null || !limits.overrideReasons().contains(override.reason())) {
            throw new InvalidInput("override", "medication.error.override");
        }
        requireReason("overrideText", override.text(), limits);
    }

    private MedicationOrder end(Grant write, StopOrder command) {
        var order = found(write, command.order());
        requirePrescriber(write, order.centre(), order.id());
        var stop = order.stop();
        if (stop != null && !stop.replaced()) {
            return order;
        }
        var now = clock.instant();
        if (order.endedAt(now)) {
            throw new Conflict("medication.error.ended");
        }
        var reason = requireReason("reason", command.reason(), definitions.limits(order.centre()));
        var centre = write.centres().contains(order.centre())
                ? order.centre()
                : write.centres().iterator().next();
        var entry = traces.stop(write, order, reason, centre, now);
        table.insertStop(order.id(), new Stop(now, false, reason, write.actor().id()), now, entry);
        traces.log(write, AccessAction.CHANGE, "medication-order", order.id());
        return found(write, order.id());
    }

    static String requireReason(String field, @Nullable String text, MedicationLimits limits) {
        var reason = FreeText.require(field, text, REASON);
        if (reason.codePointCount(0, reason.length()) < limits.shortestReason()) {
            throw new InvalidInput(field, "medication.error.reason-too-short", limits.shortestReason());
        }
        return reason;
    }

    private MedicationOrder found(Grant grant, OrderId id) {
        return table.find(grant.people(), id)
                .filter(order -> readable(grant, order))
                .orElseThrow(NotFound::new);
    }

    private void requirePrescriber(Grant write, CentreId centre, OrderId order) {
        if (!definitions.limits(centre).prescribers().contains(write.actor().role())) {
            throw access.refuse(write, write.person(), "medication-order", order);
        }
        if (!write.centres().contains(centre)) {
            throw new InvalidInput("centre", "medication.error.centre");
        }
    }

    static boolean readable(Grant grant, MedicationOrder order) {
        return grant.entryLevel(
                        Section.MEDICAL,
                        order.centre(),
                        order.unit(),
                        order.signedBy().equals(grant.actor().id()))
                == EntryLevel.FULL;
    }

    private static MedicationOrder signed(MedicationOrder order, EntryId entry) {
        return new MedicationOrder(
                order.id(),
                order.course(),
                order.replaces(),
                order.person(),
                order.centre(),
                order.unit(),
                order.drug(),
                order.regimen(),
                order.indication(),
                order.prophylaxis(),
                order.startsAt(),
                order.endsAt(),
                order.note(),
                order.signedAt(),
                order.signedBy(),
                entry,
                null);
    }
}
