package org.relais.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.record.AnswerRequest.Answer;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RequestId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.CurrentStaff;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/**
 * What colleagues ask of each other for a person, across professions. A request goes only to somebody who may open the
 * record; it stands among their tasks until they answer, and request and answer stand in the record.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Requests {

    private static final int TEXT = 2_000;
    private static final int WORDS = 500;
    private static final int YEARS_AHEAD = 1;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final RecordReaders readers;
    private final Timeline timeline;
    private final Worklist worklist;
    private final Centres centres;
    private final CurrentStaff staff;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Requests(
            JdbcClient jdbc,
            AccessService access,
            RecordReaders readers,
            Timeline timeline,
            Worklist worklist,
            Centres centres,
            CurrentStaff staff,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.readers = readers;
        this.timeline = timeline;
        this.worklist = worklist;
        this.centres = centres;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Asks a colleague. A second call with the same id changes nothing.
     *
     * @param grant to write in the plan
     * @return the request's entry in the record
     * @throws InvalidInput at {@code centre}, {@code colleague}, {@code title}, {@code text} or {@code dueOn}
     */
    public EntryId ask(Grant grant, AskColleague command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = find(grant.people(), command.id());
        if (before.isPresent()) {
            return before.get().entry();
        }
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "record.error.centre");
        }
        var colleague = colleague(grant, command.colleague());
        var title = FreeText.requireLine("title", command.title(), FreeText.LINE);
        var text = FreeText.optional("text", command.text(), TEXT);
        var dueOn = dueOn(command);
        var now = clock.instant();
        var entry = timeline.append(
                grant,
                entry(grant, command.centre(), command.id(), RequestDetail.ASKED)
                        .saying(title, text)
                        .with(Map.of(
                                RequestDetail.COLLEAGUE, colleague.toString(), RequestDetail.DUE, dueOn.toString())));
        jdbc.sql("""
                        INSERT INTO record_request
                            (id, person_id, centre_id, asked_by, asked_of, title, due_on, entry_id, asked_at)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(command.id().value())
                .param(grant.person().value())
                .param(command.centre().value())
                .param(grant.actor().id().value())
                .param(colleague.value())
                .param(title)
                .param(dueOn)
                .param(entry.value())
                .param(Utc.column(now))
                .update();
        put(grant, command.centre(), command.id(), TaskTitle.text(title), dueOn, colleague);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "record-request", command.id());
        return entry;
    }

    /**
     * Says what became of a request that was made to the actor. A declined one goes back to whoever asked.
     *
     * @param grant to write in the plan
     * @return the answer's entry in the record
     * @throws InvalidInput at {@code words}
     * @throws NotFound when the actor was not asked
     * @throws Conflict when it was answered meanwhile
     */
    public EntryId answer(Grant grant, AnswerRequest command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var request = find(grant.people(), command.request())
                .filter(found -> found.askedOf().equals(grant.actor().id()))
                .orElseThrow(NotFound::new);
        var declined = command.answer() == Answer.DECLINED;
        var words = declined
                ? FreeText.require("words", command.words(), WORDS)
                : FreeText.optional("words", command.words(), WORDS);
        var now = clock.instant();
        var answered = jdbc.sql(
                        "UPDATE record_request SET answer = ?, words = ?, answered_at = ? WHERE id = ? AND answer IS NULL")
                .param(command.answer().name())
                .param(words)
                .param(Utc.column(now))
                .param(request.id().value())
                .update();
        if (answered == 0) {
            throw new Conflict("record.request.error.answered");
        }
        // The entry comes before the task closes: the actor may take part in the care through that task alone
        var entry = timeline.append(
                grant,
                entry(grant, request.centre(), request.id(), RequestDetail.ANSWERED)
                        .saying(request.title(), words)
                        .with(Map.of(
                                RequestDetail.ANSWER,
                                command.answer().name(),
                                RequestDetail.COLLEAGUE,
                                grant.actor().id().toString())));
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "record-request", request.id());
        if (declined && readers.mayBeAsked(grant, grant.person(), Section.PLAN, Right.READ, request.askedBy())) {
            // The task of whoever was asked is replaced by one for whoever asked
            put(
                    grant,
                    request.centre(),
                    request.id(),
                    TaskTitle.key("record.request.declined", request.title()),
                    today(request.centre()),
                    request.askedBy());
        } else {
            worklist.complete(grant, request.id());
        }
        return entry;
    }

    /**
     * Whoever asked has read that it was declined: it leaves their list.
     *
     * @param grant to write in the plan
     * @throws NotFound when the actor did not ask
     */
    public void acknowledge(Grant grant, RequestId request) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var asked = find(grant.people(), request)
                .filter(found -> found.askedBy().equals(grant.actor().id()))
                .orElseThrow(NotFound::new);
        worklist.complete(grant, asked.id());
    }

    private void put(
            Grant grant, CentreId centre, RequestId request, TaskTitle title, LocalDate dueOn, StaffId colleague) {
        worklist.put(
                grant,
                new NewTask(
                        grant.person(),
                        Section.PLAN,
                        discipline(colleague),
                        RequestDetail.ASKED,
                        title,
                        centres.centre(centre).serviceDay().endOf(dueOn),
                        dueOn,
                        colleague,
                        null,
                        centre,
                        request,
                        null));
    }

    private NewEntry entry(Grant grant, CentreId centre, RequestId request, String type) {
        return NewEntry.of(
                        grant.person(),
                        Section.PLAN,
                        grant.actor().role().discipline(),
                        type,
                        clock.instant(),
                        centre,
                        request)
                .by(grant.actor().id());
    }

    private StaffId colleague(Grant grant, @Nullable StaffId chosen) {
        if (chosen == null) {
            throw new InvalidInput("colleague", "shared.error.required");
        }
        if (chosen.equals(grant.actor().id())) {
            throw new InvalidInput("colleague", "record.request.error.self");
        }
        readers.requireAskable(grant, grant.person(), Section.PLAN, Right.WRITE, chosen, "colleague");
        return staff.now(chosen)
                .filter(member -> member.centres().stream().anyMatch(grant.centres()::contains))
                .orElseThrow(() -> new InvalidInput("colleague", "access.error.askable"))
                .id();
    }

    private LocalDate dueOn(AskColleague command) {
        var today = today(command.centre());
        if (command.dueOn() == null) {
            throw new InvalidInput("dueOn", "shared.error.required");
        }
        if (command.dueOn().isBefore(today) || command.dueOn().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new InvalidInput("dueOn", "record.request.error.due", YEARS_AHEAD);
        }
        return command.dueOn();
    }

    private Discipline discipline(StaffId colleague) {
        return staff.now(colleague).orElseThrow(NotFound::new).role().discipline();
    }

    private LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    private Optional<Request> find(Collection<PersonId> people, RequestId request) {
        return jdbc.sql("SELECT * FROM record_request WHERE id = :id AND person_id IN (:people)")
                .param("id", request.value())
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, number) -> new Request(
                        new RequestId(Utc.uuid(row, "id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        new StaffId(Utc.uuid(row, "asked_by")),
                        new StaffId(Utc.uuid(row, "asked_of")),
                        row.getString("title"),
                        new EntryId(Utc.uuid(row, "entry_id"))))
                .optional();
    }

    private record Request(
            RequestId id, CentreId centre, StaffId askedBy, StaffId askedOf, String title, EntryId entry) {}
}
