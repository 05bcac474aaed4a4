package org.relais.relatives;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.person.PersonService;
import org.relais.person.Relative;
import org.relais.person.TellingTopic;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;
import org.relais.worklist.Worklist;

/**
 * Contacts with relatives, letters to them, and the support they were offered. What may not be told on a day is refused
 * where a topic is chosen or a letter is written; what was told all the same is kept with its reason and shown to the
 * key worker.
 *
 * <p>Every act takes a grant to write in the social section, and is {@link InvalidInput} at the property that does not
 * fit and {@link NotFound} for what is not the person's or not open to the actor.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class RelativeContacts {

    /** The longest text of what was said, in characters. */
    public static final int WORDS = 4_000;

    /** The longest part of a letter, in characters. */
    public static final int PART = 2_000;

    /** The longest reason or note, in characters. */
    public static final int NOTE = 500;

    private static final int MOST = 200;
    private static final Duration BACK = Duration.ofDays(366);

    private final RelativesTable table;
    private final RelativeTraces traces;
    private final PersonService people;
    private final GivenAccesses given;
    private final Worklist worklist;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;

    RelativeContacts(
            RelativesTable table,
            RelativeTraces traces,
            PersonService people,
            GivenAccesses given,
            Worklist worklist,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.traces = traces;
        this.people = people;
        this.given = given;
        this.worklist = worklist;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Logs a contact.
     *
     * @param record a grant for the record, for who the key worker is
     * @throws InvalidInput at {@code told} or {@code words} for what may not be told on that day, at {@code reason} where
     *     it was told all the same and nothing says why
     */
    public void log(Grant write, Grant record, LogContact command) {
        requireWrite(write, command.centre());
        if (table.contact(write.people(), command.id()).isPresent()) {
            return;
        }
        var keyWorker = given.keyWorker(record).orElse(null);
        var relative = relative(write, command.relative());
        if (command.form() == null) {
            throw new InvalidInput("form", "shared.error.required");
        }
        var at = at(command.at());
        var day = day(command.centre(), at);
        var words = FreeText.optional("words", command.words(), WORDS);
        var reason = requireWithin(TellingBand.of(relative.mayBeTold(), day), command, words);
        var row = new RelativeContactRow(
                command.id(),
                relative.id(),
                relative.name(),
                relative.relation(),
                command.centre(),
                write.unitIn(command.centre()).orElse(null),
                command.form(),
                at,
                day,
                command.told(),
                words,
                command.beyond(),
                reason,
                FreeText.optional("heard", command.heard(), WORDS),
                clock.instant(),
                write.actor().id(),
                null);
        keep(write, row, relative.version());
        if (!row.beyond().isEmpty()) {
            traces.beyond(write, row, keyWorker);
        }
    }

    /**
     * Writes a letter, as a contact like any other.
     *
     * @return what may be printed today
     * @throws InvalidInput at {@code parts} when nothing is in it, or a topic that may not be told today
     * @throws Conflict where not even the person's presence may be told: the letter would tell it
     */
    public RelativeLetter write(Grant write, WriteLetter command) {
        requireWrite(write, command.centre());
        if (table.contact(write.people(), command.id()).isEmpty()) {
            var relative = relative(write, command.relative());
            var now = clock.instant();
            var day = day(command.centre(), now);
            var band = TellingBand.of(relative.mayBeTold(), day);
            if (!band.allowsLetter()) {
                throw new Conflict("relatives.error.letter-presence");
            }
            var parts = new EnumMap<TellingTopic, String>(TellingTopic.class);
            command.parts().forEach((topic, text) -> {
                var checked = FreeText.optional(topic.name(), text, PART);
                if (checked != null) {
                    parts.put(topic, checked);
                }
            });
            if (parts.isEmpty()) {
                throw new InvalidInput("parts", "relatives.error.letter-empty");
            }
            if (!band.allows(parts.keySet())) {
                throw new InvalidInput("parts", "relatives.error.not-allowed");
            }
            keep(
                    write,
                    new RelativeContactRow(
                            command.id(),
                            relative.id(),
                            relative.name(),
                            relative.relation(),
                            command.centre(),
                            write.unitIn(command.centre()).orElse(null),
                            ContactForm.LETTER,
                            now,
                            day,
                            parts.keySet(),
                            null,
                            Set.of(),
                            null,
                            null,
                            now,
                            write.actor().id(),
                            null),
                    relative.version());
            table.insert(write.person(), command.id(), parts);
        }
        return letter(write, command.id());
    }

    /**
     * A letter as it may be printed today: what may no longer be told is left out.
     *
     * @param grant for the social section, in full
     * @throws Conflict when nothing of it may be printed any more
     */
    @Transactional(readOnly = true)
    public RelativeLetter letter(Grant grant, RelativeContactId id) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var row = table.contact(grant.people(), id)
                .filter(found -> found.form() == ContactForm.LETTER && open(grant, found))
                .orElseThrow(NotFound::new);
        var written = table.parts(id);
        if (written.isEmpty()) {
            throw new NotFound();
        }
        var today = day(row.centre(), clock.instant());
        Map<TellingTopic, String> allowed = people.relatives(grant).stream()
                .filter(relative -> relative.id().equals(row.relative()))
                .findFirst()
                .map(relative -> RelativeLetter.allowed(written, relative.mayBeTold(), today))
                .orElse(Map.of());
        if (allowed.isEmpty()) {
            throw new Conflict("relatives.error.letter-over");
        }
        return new RelativeLetter(
                id, row.name(), row.centre(), row.on(), row.recordedBy(), allowed, written.size() - allowed.size());
    }

    /**
     * Says that a copy is printed now.
     *
     * @param write to write in the social section
     * @return what may be printed
     */
    public RelativeLetter print(Grant write, RelativeContactId id) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var letter = letter(write, id);
        access.recordChange(write, write.person(), AccessAction.PRINT, "relative-letter", id);
        return letter;
    }

    /**
     * Takes note of what was told beyond what may be. Nothing happens the second time.
     *
     * @param write a grant to write in the section of the plan: a key worker may have no more than a look at the social
     *     one
     */
    public void seen(Grant write, RelativeContactId id) {
        access.require(write, Section.PLAN, Right.WRITE);
        var row = table.contact(write.people(), id)
                .filter(found -> write.centres().contains(found.centre())
                        && !found.beyond().isEmpty())
                .orElseThrow(NotFound::new);
        if (table.seen(write.person(), row.id(), write.actor().id(), clock.instant())) {
            worklist.complete(write, id);
            access.recordChange(write, write.person(), AccessAction.CHANGE, "relative-contact", id);
        }
    }

    /** Writes down that support was offered. */
    public void offer(Grant write, OfferSupport command) {
        requireWrite(write, command.centre());
        if (table.support(write.people(), command.id()).isPresent()) {
            return;
        }
        var relative = relative(write, command.relative());
        if (command.kind() == null) {
            throw new InvalidInput("kind", "shared.error.required");
        }
        var on = on(command.centre(), command.on(), null);
        var row = new SupportRow(
                command.id(),
                relative.id(),
                relative.name(),
                relative.relation(),
                command.centre(),
                write.unitIn(command.centre()).orElse(null),
                command.kind(),
                on,
                FreeText.optional("note", command.note(), NOTE),
                clock.instant(),
                write.actor().id(),
                List.of());
        var entry = traces.supported(write, row, null, row.note(), within(row.centre(), on));
        table.insert(write.person(), row, entry);
        access.recordChange(write, write.person(), AccessAction.CREATE, "relative-support", row.id());
    }

    /**
     * Writes down what the relative made of an offer; what they said before stays.
     *
     * @throws StaleVersion when somebody wrote down another answer meanwhile
     */
    public void answer(Grant write, AnswerSupport command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var row = table.support(write.people(), command.support())
                .filter(found -> write.centres().contains(found.centre())
                        && level(write, found.centre(), found.unit(), found.recordedBy()) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
        if (row.answers().size() != command.known()) {
            throw new StaleVersion();
        }
        if (command.answer() == null) {
            throw new InvalidInput("answer", "shared.error.required");
        }
        var last = row.last();
        var on = on(row.centre(), command.on(), last == null ? row.offeredOn() : last.on());
        var note = FreeText.optional("note", command.note(), NOTE);
        var entry = traces.supported(write, row, command.answer(), note, within(row.centre(), on));
        var answered = new SupportRow.Answered(
                command.known() + 1,
                command.answer(),
                on,
                note,
                clock.instant(),
                write.actor().id());
        if (!table.insert(write.person(), row.id(), answered, entry)) {
            throw new StaleVersion();
        }
        access.recordChange(write, write.person(), AccessAction.CHANGE, "relative-support", row.id());
    }

    /**
     * What there was with relatives, cut to what the grant shows.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public RelativeLog of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var contacts = new ArrayList<RelativeContactRow>();
        var titles = new ArrayList<RelativeContactTitle>();
        var elsewhere = 0;
        for (var row : table.contacts(grant.people(), MOST)) {
            switch (level(grant, row.centre(), row.unit(), row.recordedBy())) {
                case FULL -> contacts.add(row);
                case SUMMARY ->
                    titles.add(new RelativeContactTitle(row.form(), row.at(), row.centre(), row.recordedBy()));
                case EXISTENCE -> elsewhere++;
                case HIDDEN -> {}
            }
        }
        var supports = new ArrayList<SupportRow>();
        for (var row : table.supports(grant.people(), MOST)) {
            switch (level(grant, row.centre(), row.unit(), row.recordedBy())) {
                case FULL -> supports.add(row);
                case EXISTENCE -> elsewhere++;
                case SUMMARY, HIDDEN -> {}
            }
        }
        return new RelativeLog(contacts, supports, titles, elsewhere);
    }

    private void keep(Grant write, RelativeContactRow row, int relativeVersion) {
        var entry = traces.logged(write, row);
        table.insert(write.person(), row, relativeVersion, entry);
        access.recordChange(write, write.person(), AccessAction.CREATE, "relative-contact", row.id());
    }

    private static @Nullable String requireWithin(TellingBand band, LogContact command, @Nullable String words) {
        if (!band.allows(command.told())) {
            throw new InvalidInput("told", "relatives.error.not-allowed");
        }
        if (command.beyond().stream().anyMatch(band.may()::contains)) {
            throw new InvalidInput("beyond", "relatives.error.allowed");
        }
        if (command.beyond().isEmpty()) {
            if (words != null && band.may().isEmpty()) {
                throw new InvalidInput("words", "relatives.error.nothing");
            }
            return null;
        }
        return FreeText.require("reason", command.reason(), NOTE);
    }

    private Relative relative(Grant write, RelativeId id) {
        return people.relatives(write).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void requireWrite(Grant write, CentreId centre) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        if (!write.centres().contains(centre)) {
            throw new InvalidInput("centre", "relatives.error.centre");
        }
    }

    private Instant at(@Nullable Instant said) {
        var now = clock.instant();
        if (said == null) {
            return now;
        }
        if (said.isAfter(now) || said.isBefore(now.minus(BACK))) {
            throw new InvalidInput("at", "relatives.error.at");
        }
        return said;
    }

    private LocalDate on(CentreId centre, @Nullable LocalDate said, @Nullable LocalDate after) {
        if (said == null) {
            throw new InvalidInput("on", "shared.error.required");
        }
        var today = day(centre, clock.instant());
        if (said.isAfter(today) || said.isBefore(today.minusYears(1)) || (after != null && said.isBefore(after))) {
            throw new InvalidInput("on", "relatives.error.on");
        }
        return said;
    }

    private Instant within(CentreId centre, LocalDate day) {
        var now = clock.instant();
        var end = centres.centre(centre).serviceDay().endOf(day);
        return end.isBefore(now) ? end : now;
    }

    private LocalDate day(CentreId centre, Instant at) {
        return centres.centre(centre).serviceDay().of(at);
    }

    private static boolean open(Grant grant, RelativeContactRow row) {
        return level(grant, row.centre(), row.unit(), row.recordedBy()) == EntryLevel.FULL;
    }

    private static EntryLevel level(Grant grant, CentreId centre, @Nullable UnitId unit, StaffId author) {
        return grant.entryLevel(
                Section.SOCIAL, centre, unit, author.equals(grant.actor().id()));
    }
}
