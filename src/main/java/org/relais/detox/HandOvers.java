package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.detox.HandOverComposer.Composed;
import org.relais.detox.HandOverNow.Stage;
import org.relais.detox.HandOverNow.Which;
import org.relais.detox.HandOverTable.StoredPage;
import org.relais.episode.EpisodeService;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.HandOverId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;

/**
 * The hand-over of a ward from shift to shift (domain reference B.7): written by the software, read person by person,
 * signed by who gives it, and signed for by who takes over. What was signed stays word for word.
 *
 * <p>Lists take three passes for care: over the administrative section (who lies where), over the medical one, of a
 * reader who sees all of it, and over the risks (allergies and other alerts).
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class HandOvers {

    /** The longest sentence, in characters. */
    public static final int SENTENCE = 300;

    // Older ones were followed by others long since
    private static final Duration WAITING = Duration.ofHours(24);

    private final HandOverTable table;
    private final HandOverComposer composer;
    private final HandOverWording wording;
    private final ShiftPlans plans;
    private final EpisodeService episodes;
    private final Centres centres;
    private final StaffFunctions functions;
    private final LateHandOvers lateOnes;
    private final AccessService access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HandOvers(
            HandOverTable table,
            HandOverComposer composer,
            HandOverWording wording,
            ShiftPlans plans,
            EpisodeService episodes,
            Centres centres,
            StaffFunctions functions,
            LateHandOvers lateOnes,
            AccessService access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.composer = composer;
        this.wording = wording;
        this.plans = plans;
        this.episodes = episodes;
        this.centres = centres;
        this.functions = functions;
        this.lateOnes = lateOnes;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The hand-over as it stands for the reader. The number of SQL does not depend on how many people there are.
     *
     * @throws NotFound for whoever does not work in the unit
     */
    public HandOverNow of(Scope beds, Scope medical, Scope risk, UnitId unit, Which which, Locale language) {
        access.requireFull(medical, Section.MEDICAL);
        var ward = ward(beds, unit);
        return now(beds, medical, risk, ward, change(ward, which), language);
    }

    /**
     * Notes that the reader has read a page as it stood.
     *
     * @param basis as the page said
     * @throws NotFound when nobody of the ward's hand-over is meant
     */
    public void read(Scope beds, Scope medical, UnitId unit, Instant change, PersonId person, String basis) {
        access.requireFull(medical, Section.MEDICAL);
        var ward = ward(beds, unit);
        if (medical.hidden().contains(person) || !isThere(beds, medical, ward, change, person)) {
            throw new NotFound();
        }
        table.read(unit, change, person, medical.actor().id(), FreeText.requireLine("basis", basis, 80));
    }

    /**
     * Writes the sentence about the person for the next team; an empty one takes it out.
     *
     * @param write a grant to write in the medical section
     * @param expectedVersion of the sentence on the screen; 0 when there was none
     * @throws SentenceChanged when a colleague wrote meanwhile: theirs stands
     * @throws Conflict when the hand-over is signed
     */
    public HandOverSentence write(
            Grant write, UnitId unit, Instant change, @Nullable String text, int expectedVersion) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        if (centres.unit(unit)
                .filter(ward -> write.centres().contains(ward.centre()))
                .isEmpty()) {
            throw new NotFound();
        }
        if (table.given(unit, change).isPresent()) {
            throw new Conflict("detox.hand-over.error.signed");
        }
        var checked = FreeText.optional("sentence", text, SENTENCE);
        var said = checked == null ? "" : checked;
        var stored = table.sentence(unit, change, write.person());
        if (stored.isPresent() && stored.get().text().equals(said)) {
            return stored.get();
        }
        if (!table.save(
                unit,
                change,
                write.person(),
                said,
                expectedVersion,
                write.actor().id())) {
            throw new SentenceChanged(
                    table.sentence(unit, change, write.person()).orElseThrow());
        }
        return table.sentence(unit, change, write.person()).orElseThrow();
    }

    /**
     * Signs the hand-over: what is read now is kept word for word.
     *
     * @throws Conflict when a colleague signed it, when its hour has not come, when a page changed or was not read, and
     *     for anybody but a nurse
     */
    public GivenHandOver give(Scope beds, Scope medical, Scope risk, GiveHandOver command) {
        requireSigning(medical);
        var ward = ward(beds, command.unit());
        var me = medical.actor().id();
        var before = table.given(command.unit(), command.change());
        if (before.isPresent()) {
            if (before.get().id().equals(command.id())) {
                return before.get();
            }
            throw new Conflict("detox.hand-over.error.given");
        }
        var change = signable(ward, command.change());
        var now = now(beds, medical, risk, ward, change, command.language());
        var unread = now.pages().size() - now.read();
        if (unread > 0) {
            throw new Conflict("detox.hand-over.error.unread", unread);
        }
        if (!table.insert(command, ward.centre(), now.shifts(), me)) {
            throw new Conflict("detox.hand-over.error.given");
        }
        var place = 0;
        for (var page : now.pages()) {
            table.insert(command.id(), place++, page);
        }
        signed(
                medical,
                command.id(),
                "hand-over",
                now.pages().stream().map(HandOverPage::person).toList());
        events.publishEvent(new WardChanged(ward.centre()));
        return table.find(command.id()).orElseThrow();
    }

    /**
     * Signs for a hand-over. Saying it twice says it once; a second colleague may sign too.
     *
     * @throws Conflict for who gave it, when a page was not read, and for anybody but a nurse
     * @throws NotFound when there is none in the units of the scope
     */
    public GivenHandOver receive(Scope medical, HandOverId id) {
        requireSigning(medical);
        var given = table.find(id)
                .filter(one -> medical.actor().worksIn(one.centre(), one.unit()))
                .orElseThrow(NotFound::new);
        var me = medical.actor().id();
        if (given.givenBy().equals(me)) {
            throw new Conflict("detox.hand-over.error.own");
        }
        if (given.receivedBy(me)) {
            return given;
        }
        var pages = table.pages(id, medical.hidden());
        var people = access.show(medical, pages.stream().map(StoredPage::person).toList());
        var readings = table.readings(given.unit(), given.change(), me);
        var unread = people.stream()
                .filter(person -> !signedBasis(id).equals(readings.get(person)))
                .count();
        if (unread > 0) {
            throw new Conflict("detox.hand-over.error.unread", unread);
        }
        if (table.receive(id, me)) {
            signed(medical, id, "hand-over-receipt", people);
            events.publishEvent(new WardChanged(given.centre()));
        }
        return table.find(id).orElseThrow();
    }

    /** Counts a printed copy and logs whom it tells of. What is on the sheet is what this answers. */
    public Printed print(Scope beds, Scope medical, Scope risk, UnitId unit, Which which, Locale language) {
        access.requireFull(medical, Section.MEDICAL);
        var ward = ward(beds, unit);
        var now = now(beds, medical, risk, ward, change(ward, which), language);
        var copy = table.print(unit, now.change().at(), medical.actor().id());
        now.pages()
                .forEach(page ->
                        access.recordChange(medical, page.person(), AccessAction.PRINT, "hand-over", copy.id()));
        return new Printed(now, copy);
    }

    /**
     * Those that nobody signed for in time, at the centres in which the acting member of staff is charge nurse today; none
     * before this node's watch saw one.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<GivenHandOver.Unreceived> unreceived() {
        if (!lateOnes.any()) {
            return List.of();
        }
        var charge = functions.mine(StaffFunction.CHARGE_NURSE);
        if (charge.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return table.unreceived(charge, now.minus(WAITING)).stream()
                .filter(given -> !dueAt(given).isAfter(now))
                .map(given -> new GivenHandOver.Unreceived(
                        given.id(),
                        centres.unit(given.unit()).orElseThrow(),
                        given.change(),
                        given.givenBy(),
                        dueAt(given)))
                .toList();
    }

    /** Those of the centres that nobody signed for yet, whoever may. */
    List<GivenHandOver> waiting(Scope scope) {
        return table.unreceived(scope.centres(), clock.instant().minus(WAITING));
    }

    Instant dueAt(GivenHandOver given) {
        return given.givenAt().plus(Duration.ofMinutes(plans.of(given.centre()).receiveWithin()));
    }

    private HandOverNow now(Scope beds, Scope medical, Scope risk, Unit ward, ShiftChange change, Locale language) {
        var shifts = plans.of(ward.centre());
        var given = table.given(ward.id(), change.at()).orElse(null);
        var me = medical.actor();
        var stage = stage(medical, given);
        var own = stage == Stage.RECEIVE || stage == Stage.RECEIVED
                ? awaySince(medical, ward, shifts, change)
                : change.began();
        var composed = composer.of(beds, medical, risk, ward, shifts, change, own);
        var readings = table.readings(ward.id(), change.at(), me.id());
        var pages = given == null
                ? live(ward, change, composed, readings, language)
                : signed(medical, given, composed, readings, language);
        return new HandOverNow(change, shifts, stage, shifts.opens(change, clock.instant()), pages, given);
    }

    private List<HandOverPage> live(
            Unit ward,
            ShiftChange change,
            Map<PersonId, Composed> composed,
            Map<PersonId, String> readings,
            Locale language) {
        var zone = plans.zone(ward.centre());
        var sentences = table.sentences(ward.id(), change.at());
        var pages = new ArrayList<HandOverPage>();
        composed.forEach((person, one) -> {
            var sentence = one.facts().withheld() ? null : sentences.get(person);
            var basis = one.facts().basis(sentence == null ? 0 : sentence.version());
            var text = wording.page(one.facts(), zone, clock.instant(), language);
            pages.add(new HandOverPage(
                    person,
                    text,
                    sentence,
                    basis,
                    basis.equals(readings.get(person)),
                    one.facts().withheld(),
                    text.since()));
        });
        return pages;
    }

    private List<HandOverPage> signed(
            Scope medical,
            GivenHandOver given,
            Map<PersonId, Composed> composed,
            Map<PersonId, String> readings,
            Locale language) {
        var zone = plans.zone(given.centre());
        var stored = table.pages(given.id(), medical.hidden());
        var people =
                access.show(medical, stored.stream().map(StoredPage::person).collect(Collectors.toSet()));
        var closed = closed(medical, people, given.unit());
        return stored.stream()
                .map(page -> {
                    var withheld = page.withheld() || closed.contains(page.person());
                    var news = composed.get(page.person());
                    return new HandOverPage(
                            page.person(),
                            withheld ? page.text().concealed() : page.text(),
                            withheld || page.sentence() == null
                                    ? null
                                    : new HandOverSentence(
                                            page.sentence(), 0, Objects.requireNonNull(page.by()), given.givenAt()),
                            signedBasis(given.id()),
                            signedBasis(given.id()).equals(readings.get(page.person())),
                            withheld,
                            withheld || news == null
                                    ? ""
                                    : wording.changes(news.own(), zone, clock.instant(), language));
                })
                .toList();
    }

    // Locked since it was signed, or locked to whoever does not work on this ward
    private Set<PersonId> closed(Scope medical, Set<PersonId> people, UnitId unit) {
        var closed = new HashSet<>(access.lockedBy(medical, Section.MEDICAL, people));
        access.lockedUnits(medical, people).forEach((person, units) -> {
            if (units.contains(unit)) {
                closed.add(person);
            }
        });
        return closed;
    }

    private static Stage stage(Scope medical, @Nullable GivenHandOver given) {
        var me = medical.actor();
        var nurse = me.role() == Role.NURSE;
        if (given == null) {
            return nurse ? Stage.GIVE : Stage.READ;
        }
        if (given.givenBy().equals(me.id())) {
            return Stage.GIVEN;
        }
        if (given.receivedBy(me.id())) {
            return Stage.RECEIVED;
        }
        return nurse ? Stage.RECEIVE : Stage.READ;
    }

    // They left when they gave one, or at the end of the shift for which they received one
    private Instant awaySince(Scope medical, Unit ward, WardShifts shifts, ShiftChange change) {
        var last = table.lastShift(ward.id(), medical.actor().id(), change.at());
        var since = last.gave();
        if (last.received() != null) {
            var end = shifts.next(last.received(), plans.zone(ward.centre())).at();
            since = since == null || end.isAfter(since) ? end : since;
        }
        if (since == null || since.isAfter(change.at())) {
            return change.began();
        }
        var earliest = clock.instant().minus(Duration.ofHours(shifts.lookBackHours()));
        return since.isBefore(earliest) ? earliest : since;
    }

    private ShiftChange change(Unit ward, Which which) {
        var shifts = plans.of(ward.centre());
        var zone = plans.zone(ward.centre());
        var now = clock.instant();
        var coming = shifts.next(now, zone);
        if (shifts.opens(coming, now)) {
            return which == Which.NEXT ? shifts.next(coming.at(), zone) : coming;
        }
        var last = shifts.last(now, zone);
        return which == Which.NEXT
                        || (shifts.closed(last, now)
                                && table.given(ward.id(), last.at()).isEmpty())
                ? coming
                : last;
    }

    private ShiftChange signable(Unit ward, Instant at) {
        var shifts = plans.of(ward.centre());
        var zone = plans.zone(ward.centre());
        var now = clock.instant();
        var change = shifts.next(at.minusSeconds(1), zone);
        if (!change.at().equals(at) || !shifts.opens(change, now) || shifts.closed(change, now)) {
            throw new Conflict("detox.hand-over.error.hour");
        }
        return change;
    }

    private boolean isThere(Scope beds, Scope medical, Unit ward, Instant change, PersonId person) {
        var bed = episodes.bedsOf(beds, Set.of(person)).get(person);
        return (bed != null && bed.unit().equals(ward.id()))
                || table.given(ward.id(), change).stream()
                        .flatMap(given -> table.pages(given.id(), medical.hidden()).stream())
                        .anyMatch(page -> page.person().equals(person));
    }

    private Unit ward(Scope beds, UnitId unit) {
        return centres.unit(unit)
                .filter(ward -> beds.actor().worksIn(ward.centre(), ward.id()))
                .orElseThrow(NotFound::new);
    }

    private void requireSigning(Scope medical) {
        access.requireFull(medical, Section.MEDICAL);
        access.requireWriter(medical);
        if (medical.actor().role() != Role.NURSE) {
            throw new Conflict("detox.hand-over.error.nurse");
        }
    }

    private void signed(Authority authority, HandOverId id, String type, List<PersonId> people) {
        people.forEach(person -> access.recordChange(authority, person, AccessAction.SIGN, type, id));
    }

    private static String signedBasis(HandOverId id) {
        return "signed/" + id;
    }

    /** What was printed, and which copy it is. */
    public record Printed(HandOverNow handOver, HandOverCopy copy) {}
}
