package org.relais.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.Slice;
import org.relais.shared.StepId;

/**
 * A person's referrals to partners, and letters to those close to them. A letter is made of nothing that may not be
 * shared with its recipient, and leaves only while the person's consent holds. Each change is kept, stands in the record
 * and moves its reminder.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PartnerReferrals {

    /** The most referrals a person's list holds; older closed ones are in the record. */
    public static final int MOST_REFERRALS = 200;

    private static final int OUTCOME = 500;
    private static final int MOST_PARAGRAPHS = 30;
    private static final int YEARS_AHEAD = 3;

    private final PartnerReferralTable table;
    private final Sharing sharing;
    private final LetterWriter writer;
    private final LetterPdf pdf;
    private final ReferralTraces traces;
    private final ReferralDays days;
    private final AccessService access;
    private final Clock clock;

    PartnerReferrals(
            PartnerReferralTable table,
            Sharing sharing,
            LetterWriter writer,
            LetterPdf pdf,
            ReferralTraces traces,
            ReferralDays days,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.sharing = sharing;
        this.writer = writer;
        this.pdf = pdf;
        this.traces = traces;
        this.days = days;
        this.access = access;
        this.clock = clock;
    }

    /** The sections of which letters can speak, in the order of the matrix. */
    public List<Section> letterSections(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var sections = EnumSet.of(Section.SOCIAL);
        sections.addAll(writer.sections());
        return List.copyOf(sections);
    }

    /**
     * What the person agreed to share with a recipient, and why not what is asked.
     *
     * @param grant for the social section
     * @param administrative of the same person, for the administrative section
     */
    @Transactional(readOnly = true)
    public SharingVerdict verdict(Grant grant, Grant administrative, ComposeLetter asked) {
        access.require(grant, Section.SOCIAL, Right.READ);
        requireSame(grant, administrative);
        return sharing.verdict(
                administrative, asked.centre(), asked.recipient(), asked.purpose(), asked.sections(), false);
    }

    /**
     * A letter as the record makes it: of the sections that are asked, may be shared with the recipient and may be read
     * in full by the author. Nothing is stored.
     *
     * @param grant to write in the social section
     * @param administrative of the same person, for the administrative section
     * @param others for further sections of the letter
     */
    @Transactional(readOnly = true)
    public List<LetterParagraph> compose(
            Grant grant, Grant administrative, Collection<Grant> others, ComposeLetter asked, Locale locale) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var open = EnumSet.noneOf(Section.class);
        open.addAll(verdict(grant, administrative, asked).open());
        open.retainAll(asked.sections());
        var paragraphs = new ArrayList<>(writer.write(all(grant, administrative, others), open, locale));
        if (open.contains(Section.SOCIAL)) {
            request(asked, locale, paragraphs);
        }
        return paragraphs;
    }

    /**
     * Begins a referral, as a draft. What the letter says may still be changed, and is shared with nobody.
     *
     * @param grant to write in the social section
     * @param administrative of the same person, for the administrative section
     * @throws InvalidInput at {@code recipient}, {@code subject}, {@code need}, {@code letter} or {@code centre}
     */
    public PartnerReferralRow start(Grant grant, Grant administrative, StartReferral command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        requireSame(grant, administrative);
        var before = table.find(grant.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "referral.error.centre");
        }
        var recipient = command.recipient();
        if (recipient == null) {
            throw new InvalidInput("recipient", "referral.error.recipient");
        }
        var need = command.need();
        if (need == null) {
            throw new InvalidInput("need", "shared.error.required");
        }
        var referral = new PartnerReferralTable.New(
                command.id(),
                command.centre(),
                recipient,
                sharing.name(administrative, recipient),
                FreeText.requireLine("subject", command.subject(), FreeText.LINE),
                need,
                command.purpose(),
                command.step(),
                command.goal());
        var letter = checked(command.letter());
        var now = clock.instant();
        var by = grant.actor().id();
        table.insert(grant.person(), referral, grant.unitIn(command.centre()).orElse(null), by, now);
        table.write(command.id(), letter);
        var row = stored(grant, command.id());
        var standing = standing(row);
        var today = days.today(row.centre());
        var entry = traces.changed(grant, row, null, standing, today, now);
        table.keep(row.id(), row.version(), standing, today, entry, by, now);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "partner-referral", row.id());
        return row;
    }

    /**
     * Changes what a letter says, until it is sent.
     *
     * @param grant to write in the social section
     * @throws StaleReferral when it was changed meanwhile
     * @throws Conflict when it was sent
     */
    public PartnerReferralRow write(
            Grant grant, PartnerReferralId id, int expectedVersion, List<LetterParagraph> letter) {
        var before = opened(grant, id, expectedVersion);
        if (before.state() != ReferralState.DRAFT && before.state() != ReferralState.CONSENTED) {
            throw new Conflict("referral.error.sent");
        }
        var checked = checked(letter);
        var now = clock.instant();
        if (!table.rewrite(id, expectedVersion, checked, grant.actor().id(), now)) {
            throw new StaleReferral(stored(grant, id));
        }
        var after = stored(grant, id);
        var standing = standing(after);
        var today = days.today(after.centre());
        var entry = traces.changed(grant, after, after.state(), standing, today, now);
        table.keep(id, after.version(), standing, today, entry, grant.actor().id(), now);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "partner-referral", id);
        return after;
    }

    /**
     * What stands between a letter and its recipient, as it is now: for saying it before the click.
     *
     * @param grant for the social section, in full
     * @param administrative of the same person, for the administrative section
     */
    @Transactional(readOnly = true)
    public SharingVerdict mayBeSent(Grant grant, Grant administrative, PartnerReferralId id) {
        access.require(grant, Section.SOCIAL, Right.READ);
        requireSame(grant, administrative);
        return verdict(administrative, readable(grant, id), false);
    }

    /**
     * Says that the person consented to this letter for this recipient. Nothing leaves.
     *
     * @param grant to write in the social section
     * @param administrative of the same person, for the administrative section
     * @throws SharingRefused when no consent covers it
     * @throws StaleReferral when it was changed meanwhile
     */
    public PartnerReferralRow consent(Grant grant, Grant administrative, PartnerReferralId id, int expectedVersion) {
        var before = opened(grant, id, expectedVersion);
        requireSame(grant, administrative);
        requireAllowed(verdict(administrative, before, true));
        return follow(grant, before, before.state().way(ReferralState.CONSENTED), standing(before), today(before));
    }

    /**
     * Sends the letter: from now on an answer is awaited. The consent is looked at again and held until it is done.
     *
     * @param grant to write in the social section
     * @param administrative of the same person, for the administrative section
     * @throws SharingRefused when the person did not consent to every section of the letter for this recipient
     * @throws StaleReferral when it was changed meanwhile
     * @throws Conflict when it was sent before, or says nothing
     */
    public PartnerReferralRow send(Grant grant, Grant administrative, PartnerReferralId id, int expectedVersion) {
        var before = opened(grant, id, expectedVersion);
        requireSame(grant, administrative);
        var way = before.state().way(ReferralState.SENT);
        if (table.letter(id).isEmpty()) {
            throw new Conflict("referral.error.empty");
        }
        var verdict = verdict(administrative, before, true);
        requireAllowed(verdict);
        var today = today(before);
        var sent = new PartnerReferralTable.Standing(ReferralState.SENT, null, today, before.awaitedOn(), null, null);
        var after = follow(grant, before, way, sent, today);
        table.rely(id, verdict.consents(), clock.instant());
        return after;
    }

    /**
     * Says what became of a referral; what an answer implies is said with it. Nothing happens when it stands so.
     *
     * @param grant to write in the social section
     * @throws StaleReferral when it was changed meanwhile, with how it stands now
     * @throws Conflict when it cannot go there from where it stands, or is to be sent
     * @throws InvalidInput at {@code outcome}, {@code on}, {@code awaitedOn} or {@code appointmentAt}
     */
    public PartnerReferralRow move(Grant grant, MoveReferral command) {
        var before = opened(grant, command.referral(), command.expectedVersion());
        var to = command.state();
        if (to == ReferralState.SENT || to == ReferralState.CONSENTED) {
            throw new Conflict("referral.error.by-sending");
        }
        var on = on(before, command.on());
        var after = new PartnerReferralTable.Standing(
                to,
                outcome(command),
                before.sentOn(),
                awaitedOn(before, command, on),
                appointment(before, command),
                null);
        if (to == before.state() && to != ReferralState.APPOINTMENT) {
            if (!waits(to) || Objects.equals(after.awaitedOn(), before.awaitedOn())) {
                return before;
            }
            return follow(grant, before, List.of(to), after, on);
        }
        if (to == before.state() && Objects.equals(after.appointmentAt(), before.appointmentAt())) {
            return before;
        }
        return follow(grant, before, before.state().way(to), after, on);
    }

    /**
     * Notes a call or a letter about a referral.
     *
     * @param grant to write in the social section
     * @throws InvalidInput at {@code words}
     * @throws NotFound when there is no such referral, or not so much of it may be read
     */
    public PartnerReferralDetail note(Grant grant, NoteExchange command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var row = writable(grant, command.referral());
        var words = FreeText.optional("words", command.words(), OUTCOME);
        var now = clock.instant();
        if (table.note(command, words, grant.actor().id(), now)) {
            traces.exchanged(grant, row, command, words, now);
            access.recordChange(grant, grant.person(), AccessAction.CREATE, "partner-exchange", command.id());
        }
        return detail(row);
    }

    /**
     * The person's referrals, cut to what the grant shows.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public ReferralList of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var read = Slice.of(table.of(grant.people(), MOST_REFERRALS + 1), MOST_REFERRALS);
        var full = at(grant, read.rows(), EntryLevel.FULL);
        var titles = at(grant, read.rows(), EntryLevel.SUMMARY).stream()
                .map(row -> new ReferralTitle(row.createdAt(), row.createdBy(), row.centre(), row.subject()))
                .sorted(Comparator.comparing(ReferralTitle::createdAt).reversed())
                .toList();
        return new ReferralList(
                full, titles, at(grant, read.rows(), EntryLevel.EXISTENCE).size(), read.more());
    }

    /**
     * The referrals that serve these steps, by step, open ones first; those that may be read in full.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public Map<StepId, List<PartnerReferralRow>> ofSteps(Grant grant, Collection<StepId> steps) {
        access.require(grant, Section.SOCIAL, Right.READ);
        return at(grant, table.ofSteps(grant.people(), steps), EntryLevel.FULL).stream()
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.step())));
    }

    /**
     * One referral with how it stood and the calls about it.
     *
     * @param grant for the social section, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public PartnerReferralDetail detail(Grant grant, PartnerReferralId id) {
        access.require(grant, Section.SOCIAL, Right.READ);
        return detail(readable(grant, id));
    }

    /**
     * A letter as its reader may see it: of each section only with a pass that shows it in full.
     *
     * @param grant for the social section, in full
     * @param others for further sections of the letter
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public Letter letter(Grant grant, Collection<Grant> others, PartnerReferralId id) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var row = readable(grant, id);
        var passes = new ArrayList<>(others);
        passes.forEach(pass -> requireSame(grant, pass));
        return letter(
                row, shown(grant, passes, table.letter(id)), table.letter(id).size());
    }

    /**
     * A letter for its recipient, on paper or as a file; that it is made is logged. It is refused when the person's
     * consent no longer covers it, also after it was sent.
     *
     * @param grant to write in the social section
     * @param administrative of the same person, for the administrative section
     * @param others for further sections of the letter
     * @param action {@link AccessAction#PRINT} or {@link AccessAction#EXPORT}
     * @throws SharingRefused when something of it may not be shared with the recipient now
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public Letter outgoing(
            Grant grant, Grant administrative, Collection<Grant> others, PartnerReferralId id, AccessAction action) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        requireSame(grant, administrative);
        var row = writable(grant, id);
        var verdict = verdict(administrative, row, true);
        requireAllowed(verdict);
        var passes = new ArrayList<>(others);
        passes.add(administrative);
        passes.forEach(pass -> requireSame(grant, pass));
        var letter = table.letter(id);
        var paragraphs = shown(grant, passes, letter).stream()
                .filter(paragraph -> verdict.open().contains(paragraph.section()))
                .toList();
        access.recordChange(grant, grant.person(), action, "partner-letter", id);
        return letter(row, paragraphs, letter.size());
    }

    /** As {@link #outgoing}, as a PDF. */
    public byte[] pdf(
            Grant grant, Grant administrative, Collection<Grant> others, PartnerReferralId id, Locale locale) {
        return pdf.of(outgoing(grant, administrative, others, id, AccessAction.EXPORT), locale);
    }

    /**
     * The open referrals across people, the most late first. The people on the page are logged before it is returned.
     * Where a person locked the section, what others wrote shows that it exists, and not among those of a need.
     *
     * @param scope over the social section, in full
     * @param after read on from here; null for the first page
     * @param size how many, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<ReferralCaseRow> across(Scope scope, ReferralFilter filter, @Nullable ReferralCursor after, int size) {
        access.requireFull(scope, Section.SOCIAL);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 referrals: " + size);
        }
        var rows = new ArrayList<ReferralCaseRow>();
        var from = after;
        var more = true;
        while (more && rows.size() < size) {
            var left = size - rows.size();
            var page = Slice.of(table.across(scope, filter, from, left + 1), left);
            rows.addAll(shown(scope, filter, page.rows()));
            more = page.more();
            from = more ? page.rows().getLast().cursor() : from;
        }
        return new Slice<>(rows, more);
    }

    private List<ReferralCaseRow> shown(Scope scope, ReferralFilter filter, List<PartnerReferralRow> read) {
        var people = read.stream().map(PartnerReferralRow::person).distinct().toList();
        access.show(scope, people);
        var locked = access.lockedBy(scope, Section.SOCIAL, people);
        var me = scope.actor().id();
        return read.stream()
                .map(row -> ReferralCaseRow.of(row, locked.contains(row.person()) && !row.concerns(me)))
                .filter(row -> row.referral() != null || filter.need() == null)
                .toList();
    }

    // Each state on the way is a version of its own; only the last one carries what was said
    private PartnerReferralRow follow(
            Grant grant,
            PartnerReferralRow before,
            List<ReferralState> way,
            PartnerReferralTable.Standing last,
            LocalDate on) {
        var now = clock.instant();
        var version = before.version();
        var was = before.state();
        for (var state : way) {
            var end = state == way.getLast();
            var sentOn = state.sent() ? last.sentOn() : before.sentOn();
            var appointmentAt = end ? last.appointmentAt() : before.appointmentAt();
            var standing = new PartnerReferralTable.Standing(
                    state,
                    end ? last.outcome() : null,
                    sentOn,
                    last.awaitedOn(),
                    appointmentAt,
                    days.dueOn(before.centre(), state, sentOn, last.awaitedOn(), appointmentAt));
            if (!table.update(before.id(), version, standing, grant.actor().id(), now)) {
                throw new StaleReferral(stored(grant, before.id()));
            }
            version++;
            var entry = traces.changed(grant, before, was, standing, on, now);
            table.keep(before.id(), version, standing, on, entry, grant.actor().id(), now);
            was = state;
        }
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "partner-referral", before.id());
        var after = stored(grant, before.id());
        if (!Objects.equals(after.dueOn(), before.dueOn()) || after.state() != before.state()) {
            traces.remind(grant, after);
        }
        return after;
    }

    private PartnerReferralRow opened(Grant grant, PartnerReferralId id, int expectedVersion) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var before = writable(grant, id);
        if (before.version() != expectedVersion) {
            throw new StaleReferral(before);
        }
        return before;
    }

    private PartnerReferralRow writable(Grant grant, PartnerReferralId id) {
        var row = readable(grant, id);
        if (!grant.centres().contains(row.centre())) {
            throw new NotFound();
        }
        return row;
    }

    private PartnerReferralRow readable(Grant grant, PartnerReferralId id) {
        return table.find(grant.people(), id)
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private PartnerReferralRow stored(Grant grant, PartnerReferralId id) {
        return table.find(grant.people(), id).orElseThrow(NotFound::new);
    }

    private PartnerReferralDetail detail(PartnerReferralRow row) {
        return new PartnerReferralDetail(row, table.changes(row.id()), table.exchanges(row.id()));
    }

    private SharingVerdict verdict(Grant administrative, PartnerReferralRow row, boolean held) {
        var asked = EnumSet.of(Section.SOCIAL);
        table.letter(row.id()).forEach(paragraph -> asked.add(paragraph.section()));
        return sharing.verdict(administrative, row.centre(), row.recipient(), row.purpose(), asked, held);
    }

    private void requireSame(Grant grant, Grant other) {
        access.require(other, other.section(), Right.READ);
        if (!grant.person().equals(other.person())) {
            throw new IllegalArgumentException("The passes are for two people");
        }
    }

    private static void requireAllowed(SharingVerdict verdict) {
        if (!verdict.allowed()) {
            throw new SharingRefused(verdict);
        }
    }

    private Letter letter(PartnerReferralRow row, List<LetterParagraph> paragraphs, int all) {
        var sentOn = row.sentOn();
        return new Letter(
                row.centre(),
                row.recipientName(),
                sharing.address(row.recipient()),
                row.subject(),
                sentOn == null ? today(row) : sentOn,
                paragraphs,
                all - paragraphs.size());
    }

    private static List<LetterParagraph> shown(
            Grant grant, Collection<Grant> passes, List<LetterParagraph> paragraphs) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.section() == Section.SOCIAL
                        || passes.stream().anyMatch(pass -> LetterWriter.readsInFull(pass, paragraph.section())))
                .filter(paragraph -> paragraph.section() != Section.SOCIAL
                        || grant.level(Section.SOCIAL).atLeast(Level.READ))
                .toList();
    }

    private static List<Grant> all(Grant grant, Grant administrative, Collection<Grant> others) {
        var all = new ArrayList<>(others);
        all.add(grant);
        all.add(administrative);
        return all;
    }

    private static void request(ComposeLetter asked, Locale locale, List<LetterParagraph> paragraphs) {
        var need = asked.need();
        var words = asked.request();
        var text = new ArrayList<String>();
        if (need != null) {
            text.add(ReferralTexts.say(locale, "referral.letter.need", ReferralTexts.say(locale, need.key())));
        }
        if (words != null && !words.isBlank()) {
            text.add(words.strip());
        }
        if (!text.isEmpty()) {
            var place = paragraphs.stream()
                    .takeWhile(paragraph -> paragraph.section() == Section.ADMINISTRATIVE)
                    .count();
            paragraphs.add(
                    (int) place,
                    new LetterParagraph(
                            Section.SOCIAL,
                            ReferralTexts.say(locale, "referral.letter.request"),
                            String.join("\n", text)));
        }
    }

    private static List<LetterParagraph> checked(List<LetterParagraph> letter) {
        if (letter.size() > MOST_PARAGRAPHS) {
            throw new InvalidInput("letter", "referral.error.paragraphs", MOST_PARAGRAPHS);
        }
        var checked = new ArrayList<LetterParagraph>();
        for (var paragraph : letter) {
            if (!paragraph.section().shareable()) {
                throw new InvalidInput("letter", "referral.error.section");
            }
            var text = FreeText.optional("letter", paragraph.text(), FreeText.NOTE);
            if (text != null) {
                checked.add(new LetterParagraph(
                        paragraph.section(), FreeText.requireLine("letter", paragraph.heading(), FreeText.LINE), text));
            }
        }
        return checked;
    }

    private LocalDate on(PartnerReferralRow before, @Nullable LocalDate on) {
        var today = today(before);
        if (on == null) {
            return today;
        }
        var sentOn = before.sentOn();
        if (on.isAfter(today) || (sentOn != null && on.isBefore(sentOn))) {
            throw new InvalidInput("on", "referral.error.on");
        }
        return on;
    }

    private static @Nullable String outcome(MoveReferral command) {
        return command.state().needsOutcome()
                ? FreeText.require("outcome", command.outcome(), OUTCOME)
                : FreeText.optional("outcome", command.outcome(), OUTCOME);
    }

    private static @Nullable LocalDate awaitedOn(PartnerReferralRow before, MoveReferral command, LocalDate on) {
        var awaited = command.awaitedOn();
        if (awaited == null || !waits(command.state())) {
            return before.awaitedOn();
        }
        if (awaited.isBefore(on) || awaited.isAfter(on.plusYears(YEARS_AHEAD))) {
            throw new InvalidInput("awaitedOn", "referral.error.awaited", YEARS_AHEAD);
        }
        return awaited;
    }

    private @Nullable Instant appointment(PartnerReferralRow before, MoveReferral command) {
        var now = clock.instant();
        return switch (command.state()) {
            case APPOINTMENT -> {
                var at = command.appointmentAt();
                if (at == null) {
                    throw new InvalidInput("appointmentAt", "shared.error.required");
                }
                var sentOn = before.sentOn();
                if ((sentOn != null && days.day(before.centre(), at).isBefore(sentOn))
                        || at.isAfter(now.plus(Duration.ofDays(366L * YEARS_AHEAD)))) {
                    throw new InvalidInput("appointmentAt", "referral.error.appointment", YEARS_AHEAD);
                }
                yield at;
            }
            case ATTENDED, NO_SHOW -> {
                if (before.appointmentAt() != null && before.appointmentAt().isAfter(now)) {
                    throw new Conflict("referral.error.before-appointment");
                }
                yield before.appointmentAt();
            }
            default -> before.appointmentAt();
        };
    }

    private static boolean waits(ReferralState state) {
        return state == ReferralState.RECEIVED || state == ReferralState.ACCEPTED || state == ReferralState.WAITLISTED;
    }

    private LocalDate today(PartnerReferralRow row) {
        return days.today(row.centre());
    }

    private static List<PartnerReferralRow> at(Grant grant, List<PartnerReferralRow> rows, EntryLevel level) {
        return rows.stream().filter(row -> level(grant, row) == level).toList();
    }

    private static EntryLevel level(Grant grant, PartnerReferralRow row) {
        return grant.entryLevel(
                Section.SOCIAL,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()));
    }

    private static PartnerReferralTable.Standing standing(PartnerReferralRow row) {
        return new PartnerReferralTable.Standing(
                row.state(), row.outcome(), row.sentOn(), row.awaitedOn(), row.appointmentAt(), row.dueOn());
    }
}
