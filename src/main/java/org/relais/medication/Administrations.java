package org.relais.medication;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.medication.Administration.Recheck;
import org.relais.shared.AdministrationId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.OrderId;

/**
 * The administration record: what was given, refused, held or missed. Rows are only added; a dose twice, by a double
 * click or by two at once, is stopped by a key of the database.
 */
@Service
public class Administrations {

    private static final int WORDS = 500;

    private final AdministrationTable table;
    private final OrderTable orders;
    private final Findings findings;
    private final MedicationDefinitions definitions;
    private final MedicationTraces traces;
    private final ApplicationEventPublisher events;
    private final AccessService access;
    private final Within within;
    private final Clock clock;

    Administrations(
            AdministrationTable table,
            OrderTable orders,
            Findings findings,
            MedicationDefinitions definitions,
            MedicationTraces traces,
            ApplicationEventPublisher events,
            AccessService access,
            Within within,
            Clock clock) {
        this.table = table;
        this.orders = orders;
        this.findings = findings;
        this.definitions = definitions;
        this.traces = traces;
        this.events = events;
        this.access = access;
        this.within = within;
        this.clock = clock;
    }

    /**
     * Whether a dose may be given now from an order by symptoms or as needed: which, or every reason why not.
     *
     * @param grant to read or write the medical section, in full
     * @throws NotFound when there is no such order, or not so much of it may be read
     */
    public DoseProposal proposal(Grant grant, OrderId order) {
        access.require(grant, Section.MEDICAL, Right.READ);
        return within.one(() -> {
            var found = order(grant, order);
            return findings.proposal(grant, found, clock.instant(), null);
        });
    }

    /**
     * Enters a dose that was given. Entering the same id again changes nothing.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code dose}, {@code observedAt}, {@code sedation}; at {@code words} when the dose or its
     *     time differs from the order and nothing says why
     * @throws DoseRefused when the order allows no dose, with every reason
     * @throws Conflict when the dose was given or answered meanwhile, or its order does not hold
     */
    public Administration give(Grant write, GiveDose command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        return once(write, command.id(), () -> given(write, command));
    }

    /**
     * Enters a dose that was not given, and why. Entering the same id again changes nothing.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code reason}, {@code words}, {@code observedAt}
     * @throws Conflict when the dose was answered meanwhile, or its order does not hold
     */
    public Administration withhold(Grant write, WithholdDose command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        return once(write, command.id(), () -> withheld(write, command));
    }

    /**
     * Corrects what was entered: a new row in place of the old one, which stays.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code dose}, {@code reason}, {@code words}
     * @throws Conflict when it was corrected meanwhile
     */
    public Administration correct(Grant write, CorrectDose command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        return once(write, command.id(), () -> corrected(write, command));
    }

    /**
     * Enters how it was after a dose. Entering it again changes nothing.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code effect}, {@code remark}, {@code observedAt}
     * @throws Conflict when the dose does not count
     */
    public Administration recheck(Grant write, RecheckDose command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        try {
            return within.one(() -> rechecked(write, command));
        } catch (DuplicateKeyException twice) {
            return within.one(() -> found(write, command.dose()));
        }
    }

    private Administration once(Grant write, AdministrationId id, Supplier<Administration> act) {
        try {
            return within.one(() -> table.find(write.people(), id).orElseGet(act));
        } catch (DuplicateKeyException twice) {
            return within.one(() -> table.find(write.people(), id)
                    .orElseThrow(() -> new Conflict("medication.error.answered-meanwhile")));
        }
    }

    private Administration given(Grant write, GiveDose command) {
        var order = order(write, command.order());
        var limits = definitions.limits(order.centre());
        requireTime(command.observedAt(), limits);
        var dose = OrderForm.dose("dose", command.dose());
        if (!order.inForceAt(command.observedAt())) {
            throw new Conflict("medication.error.not-in-force");
        }
        var slot = slot(order, command.slot());
        // Read before the doses are: one that is given meanwhile takes this turn, and not the next
        var turn = nextTurn(write, order);
        var proposal = slot.isPresent() ? null : proposal(write, order, command);
        var ordered = slot.map(Slot::dose).orElseGet(() -> proposal == null ? null : proposal.dose());
        if (proposal != null && proposal.given().add(dose).compareTo(proposal.maximum()) > 0) {
            throw new InvalidInput("dose", "medication.error.maximum", proposal.given(), proposal.maximum());
        }
        var differs = ordered == null
                || dose.compareTo(ordered) != 0
                || slot.filter(one -> !inTime(one, command.observedAt(), limits))
                        .isPresent();
        var words = differs ? deviation(command.words(), limits) : FreeText.optional("words", command.words(), WORDS);
        var row = row(
                write,
                command.id(),
                order,
                slot.map(Slot::name).orElse(null),
                Outcome.GIVEN,
                dose,
                ordered,
                null,
                words,
                command.sedation(),
                proposal,
                command.observedAt());
        table.takeTurn(write.person(), order.drug().key(), turn, row.id());
        var stored = store(write, row, null);
        events.publishEvent(doseGiven(write, order, stored, proposal));
        return stored;
    }

    private DoseProposal proposal(Grant write, MedicationOrder order, GiveDose command) {
        var proposal = findings.proposal(write, order, command.observedAt(), command.sedation());
        if (!proposal.possible()) {
            throw new DoseRefused(proposal);
        }
        // An earlier time must not slip a dose in before one that is known
        if (findings.laterDose(write, order, command.observedAt())) {
            throw new Conflict("medication.error.later-dose");
        }
        return proposal;
    }

    private Administration withheld(Grant write, WithholdDose command) {
        var order = order(write, command.order());
        var limits = definitions.limits(order.centre());
        requireTime(command.observedAt(), limits);
        if (command.reason() == null) {
            throw new InvalidInput("reason", "shared.error.required");
        }
        var words = command.reason().needsWords()
                ? Orders.requireReason("words", command.words(), limits)
                : FreeText.optional("words", command.words(), WORDS);
        var slot = slot(order, command.slot());
        if (slot.isEmpty() && !order.inForceAt(command.observedAt())) {
            throw new Conflict("medication.error.not-in-force");
        }
        var row = row(
                write,
                command.id(),
                order,
                slot.map(Slot::name).orElse(null),
                command.reason().outcome(),
                null,
                slot.map(Slot::dose).orElse(null),
                command.reason(),
                words,
                null,
                null,
                command.observedAt());
        var stored = store(write, row, null);
        events.publishEvent(doseNotGiven(write, order, stored));
        return stored;
    }

    private Administration corrected(Grant write, CorrectDose command) {
        var earlier = found(write, command.corrects());
        var order = order(write, earlier.order());
        var limits = definitions.limits(order.centre());
        if (!earlier.counts()) {
            throw new Conflict("medication.error.corrected-meanwhile");
        }
        var words = Orders.requireReason("words", command.words(), limits);
        var given = command.outcome() == Outcome.GIVEN;
        var back = command.outcome() == Outcome.ENTERED_IN_ERROR;
        var dose = given ? OrderForm.dose("dose", command.dose()) : null;
        var reason = given || back ? null : command.reason();
        if (!given && !back && (reason == null || reason.outcome() != command.outcome())) {
            throw new InvalidInput("reason", "shared.error.required");
        }
        var row = new Administration(
                command.id(),
                order.id(),
                order.course(),
                earlier.person(),
                centre(write, order),
                write.unitIn(centre(write, order)).orElse(null),
                order.drug(),
                earlier.kind(),
                command.outcome(),
                dose,
                earlier.orderedDose(),
                earlier.slot(),
                reason,
                words,
                given ? earlier.sedation() : null,
                given ? earlier.form() : null,
                earlier.observedAt(),
                clock.instant(),
                write.actor().id(),
                earlier.id(),
                false,
                earlier.entry(),
                null);
        if (given && earlier.outcome() != Outcome.GIVEN) {
            table.takeTurn(write.person(), order.drug().key(), nextTurn(write, order), row.id());
        }
        if (back && earlier.slot() != null) {
            table.releaseSlot(order.course(), earlier.slot());
        }
        var stored = store(write, row, earlier);
        traces.takeBack(write, earlier, row.centre(), words, clock.instant());
        events.publishEvent(given ? doseGiven(write, order, stored, null) : doseNotGiven(write, order, stored));
        return stored;
    }

    private Administration rechecked(Grant write, RecheckDose command) {
        var dose = found(write, command.dose());
        if (dose.recheck() != null) {
            return dose;
        }
        if (!dose.given()) {
            throw new Conflict("medication.error.nothing-to-recheck");
        }
        if (command.effect() == null) {
            throw new InvalidInput("effect", "shared.error.required");
        }
        var order = order(write, dose.order());
        if (command.observedAt().isBefore(dose.observedAt())
                || command.observedAt().isAfter(clock.instant())) {
            throw new InvalidInput("observedAt", "medication.error.recheck-time");
        }
        var remark = FreeText.optional("remark", command.remark(), WORDS);
        var entry = traces.recheck(write, dose, command, centre(write, order), remark);
        table.insertRecheck(
                dose.id(),
                new Recheck(
                        command.effect(),
                        remark,
                        command.observedAt(),
                        write.actor().id()),
                clock.instant(),
                entry);
        traces.log(write, AccessAction.CREATE, "medication-recheck", dose.id());
        return found(write, dose.id());
    }

    private void requireTime(Instant observedAt, MedicationLimits limits) {
        var now = clock.instant();
        if (observedAt.isAfter(now)) {
            throw new InvalidInput("observedAt", "medication.error.future");
        }
        if (observedAt.isBefore(now.minus(Duration.ofHours(limits.entryHours())))) {
            throw new InvalidInput("observedAt", "medication.error.too-late", limits.entryHours());
        }
    }

    private Optional<Slot> slot(MedicationOrder order, @Nullable SlotName name) {
        if (!order.regimen().type().timed()) {
            if (name != null) {
                throw new Conflict("medication.error.no-such-slot");
            }
            return Optional.empty();
        }
        if (name == null) {
            throw new Conflict("medication.error.no-such-slot");
        }
        var zone = definitions.zone(order.centre());
        var from = name.day().minusDays(1).atStartOfDay(zone).toInstant();
        var to = name.day().plusDays(2).atStartOfDay(zone).toInstant();
        return Optional.of(DoseSchedule.slots(order, from, to, zone).stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Conflict("medication.error.no-such-slot")));
    }

    private static boolean inTime(Slot slot, Instant observedAt, MedicationLimits limits) {
        var status = DoseSchedule.status(slot.at(), observedAt, limits);
        return status == SlotStatus.DUE || status == SlotStatus.OVERDUE;
    }

    private static String deviation(@Nullable String words, MedicationLimits limits) {
        if (words == null || words.isBlank()) {
            throw new InvalidInput("words", "medication.error.deviation");
        }
        return Orders.requireReason("words", words, limits);
    }

    private Administration row(
            Grant write,
            AdministrationId id,
            MedicationOrder order,
            @Nullable SlotName slot,
            Outcome outcome,
            @Nullable BigDecimal dose,
            @Nullable BigDecimal ordered,
            @Nullable NotGivenReason reason,
            @Nullable String words,
            @Nullable Integer sedation,
            @Nullable DoseProposal proposal,
            Instant observedAt) {
        var centre = centre(write, order);
        return new Administration(
                id,
                order.id(),
                order.course(),
                write.person(),
                centre,
                write.unitIn(centre).orElse(null),
                order.drug(),
                order.regimen().type(),
                outcome,
                dose,
                ordered,
                slot,
                reason,
                words,
                sedation,
                proposal == null || proposal.scale() == null
                        ? null
                        : proposal.scale().form(),
                observedAt,
                clock.instant(),
                write.actor().id(),
                null,
                false,
                EntryId.create(),
                null);
    }

    private int nextTurn(Grant write, MedicationOrder order) {
        return table.lastTurn(write.people(), order.drug().key()) + 1;
    }

    private Administration store(Grant write, Administration row, @Nullable Administration corrects) {
        var slot = row.slot();
        if (slot != null && corrects == null) {
            table.takeSlot(row.course(), slot, row.id());
        }
        var takenBack = row.outcome() == Outcome.ENTERED_IN_ERROR;
        table.insert(takenBack ? row : withEntry(row, traces.dose(write, row)));
        traces.log(write, AccessAction.CREATE, "medication-dose", row.id());
        return found(write, row.id());
    }

    // Where the dose is given, when the actor works there; a guest's dose belongs to where the actor works
    private static CentreId centre(Grant write, MedicationOrder order) {
        return write.centres().contains(order.centre())
                ? order.centre()
                : write.centres().stream().findFirst().orElseThrow(NotFound::new);
    }

    private MedicationOrder order(Grant grant, OrderId id) {
        return orders.find(grant.people(), id)
                .filter(order -> Orders.readable(grant, order))
                .orElseThrow(NotFound::new);
    }

    private Administration found(Grant grant, AdministrationId id) {
        return table.find(grant.people(), id)
                .filter(row -> readable(grant, row))
                .orElseThrow(NotFound::new);
    }

    static boolean readable(Grant grant, Administration row) {
        return grant.entryLevel(
                        Section.MEDICAL,
                        row.centre(),
                        row.unit(),
                        row.recordedBy().equals(grant.actor().id()))
                == EntryLevel.FULL;
    }

    private DoseGiven doseGiven(
            Grant write, MedicationOrder order, Administration row, @Nullable DoseProposal proposal) {
        var dose = row.dose();
        if (dose == null) {
            throw new IllegalStateException("A dose that was given has an amount");
        }
        var classes = definitions.drugs(order.centre()).classesOf(order.drug().code());
        return new DoseGiven(
                write,
                write.person(),
                row.centre(),
                row.id(),
                order.id(),
                row.kind(),
                order.drug().code(),
                order.drug().name(),
                classes.stream().map(DrugList.DrugClass::code).collect(java.util.stream.Collectors.toSet()),
                classes.stream().anyMatch(DrugList.DrugClass::sedative),
                classes.stream().anyMatch(DrugList.DrugClass::opioid),
                dose,
                order.drug().unit(),
                row.form(),
                proposal == null ? null : proposal.given().add(dose),
                proposal == null ? null : proposal.maximum(),
                row.corrects(),
                row.observedAt());
    }

    private static DoseNotGiven doseNotGiven(Grant write, MedicationOrder order, Administration row) {
        return new DoseNotGiven(
                write,
                write.person(),
                row.centre(),
                row.id(),
                order.id(),
                row.kind(),
                order.drug().code(),
                order.drug().name(),
                row.outcome(),
                row.reason(),
                row.corrects(),
                row.observedAt());
    }

    private static Administration withEntry(Administration row, EntryId entry) {
        return new Administration(
                row.id(),
                row.order(),
                row.course(),
                row.person(),
                row.centre(),
                row.unit(),
                row.drug(),
                row.kind(),
                row.outcome(),
                row.dose(),
                row.orderedDose(),
                row.slot(),
                row.reason(),
                row.words(),
                row.sedation(),
                row.form(),
                row.observedAt(),
                row.recordedAt(),
                row.recordedBy(),
                row.corrects(),
                row.corrected(),
                entry,
                row.recheck());
    }
}
