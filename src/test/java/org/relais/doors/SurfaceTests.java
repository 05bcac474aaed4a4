package org.relais.doors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.BeginEmergency;
import org.relais.access.CareRelations;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReason;
import org.relais.access.GiveConsent;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Merges;
import org.relais.access.PolicyMatrix;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.centre.CentreSetup;
import org.relais.centre.UnitKind;
import org.relais.detox.WardBoard;
import org.relais.detox.WardRow;
import org.relais.doors.Door.Kind;
import org.relais.doors.Situation.Strangers;
import org.relais.doors.Viewer.Where;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.PlaceLists;
import org.relais.person.PersonName;
import org.relais.person.PersonService;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.shared.Discipline;
import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.TaskId;
import org.relais.shared.TransferId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a door gives, to whomever, in every situation a person can be in: a word that must not come out does not,
 * however deep it lies in the answer or in the refusal, and a word that must come out does. The doors are those of
 * {@link DoorTests}, which holds that each has its row: every list, count, detail, panel, day, task, search, suggestion,
 * notice and presence on a screen comes through one of them.
 */
@RelaisTest
@Import({Doors.class, MarkedPeople.class, SocialMarks.class, MovableClock.class})
class SurfaceTests {

    /** To whom of the colleagues a task is given. */
    static final Role ASSIGNEE = Role.PHYSICIAN;

    private static final Pattern MARK = Pattern.compile("q[a-z]{14}");

    private static final Set<Kind> READING =
            EnumSet.of(Kind.READ, Kind.FULL_READ, Kind.LIST, Kind.FULL_LIST, Kind.PERMITTED_LIST);

    @Autowired
    Doors doors;

    @Autowired
    MarkedPeople people;

    @Autowired
    House house;

    @Autowired
    StaffSetup staff;

    @Autowired
    CentreSetup centres;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    GivenAccesses givenAccesses;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    Merges merges;

    @Autowired
    CareRelations relations;

    @Autowired
    EpisodeService episodes;

    @Autowired
    PlaceLists places;

    @Autowired
    WardBoard board;

    @Autowired
    PersonService persons;

    @Autowired
    Worklist worklist;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    Rules rules;

    @Autowired
    RuleKind<PolicyMatrix> matrixKind;

    private final List<Viewer> viewers = new ArrayList<>();
    private final Map<String, Object> passes = new HashMap<>();
    private House.Opened opened;
    private PolicyMatrix matrix;
    private UnitId annexElsewhere;

    @BeforeEach
    void prepare() {
        opened = house.open();
        matrix = rules.all(matrixKind).getLast();
        viewers.clear();
        annexElsewhere = ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            var here = opened.here();
            var elsewhere = opened.elsewhere();
            var annexHere = centres.openUnit(here.centre(), "Annex", UnitKind.OUTPATIENT_TEAM);
            var annexThere = centres.openUnit(elsewhere.centre(), "Annex", UnitKind.OUTPATIENT_TEAM);
            for (var role : Role.values()) {
                var author = here.member(role);
                viewers.add(new Viewer(Where.AUTHOR, role, author.id(), author.username()));
                viewers.add(enter(Where.COLLEAGUE, role, here, null));
                viewers.add(enter(Where.OTHER_UNIT, role, here, annexHere));
                var other = elsewhere.member(role);
                viewers.add(new Viewer(Where.ELSEWHERE, role, other.id(), other.username()));
                viewers.add(enter(Where.STRANGER, role, elsewhere, annexThere));
            }
            return annexThere;
        });
    }

    @Test
    void what_must_not_come_out_of_any_door_does_not() {
        var tried = new Tried();
        var everyDoor = (Predicate<Door>) door -> true;
        // Reading the whole log again says the same of everybody: once is enough
        var reading = (Predicate<Door>)
                door -> (READING.contains(door.kind()) && !door.key().startsWith("LogSeal.verify("))
                        || door.key().startsWith("Notices.")
                        || door.key().startsWith("EmergencyAccess.mine");

        var open = Situation.of("nothing said", alone());
        look(open, everyDoor, tried);

        var hidden = Situation.of("protected", told(alone())).naming(named());
        protect(hidden.marked());
        look(hidden, everyDoor, tried);

        var looked = false;
        for (var section : MarkedPeople.lockable()) {
            // What auditors read of the log is the same whichever section is locked, and longer each time
            var desk = !looked;
            looked = true;
            var locked =
                    Situation.of("locked " + section, shared(alone())).sharing().locking(Set.of(section));
            lock(locked.marked(), section);
            look(
                    locked,
                    door -> reading.test(door)
                            && (desk || door.section() != Section.AUDIT_LOG)
                            && (door.section() == section
                                    || door.section() == Section.RECORD
                                    || door.kind().scoped()),
                    // A lock opens nothing to those for whom all is closed
                    EnumSet.of(Where.AUTHOR, Where.COLLEAGUE, Where.ELSEWHERE),
                    tried);
        }

        var ward = Situation.of("locked ward", shared(alone())).sharing().lockingTheWard();
        coordinate(ward.marked(), grant -> locks.lockUnit(grant, opened.here().ward()));
        look(ward, reading, tried);

        var agreed = alone();
        var consent = coordinate(agreed, grant -> consents.give(grant, GiveConsent.everywhere(null, "fr")));
        look(Situation.of("consent given", agreed).sharing(), reading, tried);
        coordinate(agreed, grant -> {
            consents.withdraw(grant, consent);
            return true;
        });
        look(Situation.of("consent withdrawn", agreed), reading, tried);

        var urgent = alone();
        lock(urgent, Section.SOCIAL);
        lock(urgent, Section.HARM_REDUCTION);
        coordinate(urgent, grant -> locks.lockUnit(grant, opened.here().ward()));
        begin(urgent);
        var calm = Situation.of("emergency over", urgent)
                .locking(Set.of(Section.SOCIAL, Section.HARM_REDUCTION))
                .lockingTheWard();
        look(calm.opening(Strangers.EMERGENCY), reading, tried);
        clock.move(Duration.ofMinutes(31));
        look(calm, reading, tried);

        var lent = alone();
        give(lent, Duration.ofHours(1));
        look(Situation.of("access given", lent).opening(Strangers.GIVEN), reading, tried);
        clock.move(Duration.ofMinutes(61));
        look(Situation.of("given access over", lent), reading, tried);

        var guest = alone();
        receive(guest, Duration.ofHours(1), Duration.ofHours(2));
        look(Situation.of("guest to come", guest), reading, tried);
        clock.move(Duration.ofHours(1));
        look(Situation.of("guest", guest).opening(Strangers.GUEST), reading, tried);
        coordinate(guest, grant -> consents.give(grant, GiveConsent.everywhere(null, "fr")));
        look(Situation.of("guest who shares", guest).sharing().opening(Strangers.GUEST), reading, tried);
        clock.move(Duration.ofMinutes(61));
        look(Situation.of("guest who left", guest).sharing(), reading, tried);

        var one = alone();
        var two = people.build(opened.here(), 1, assignee());
        house.follow(opened.elsewhere(), two.fixture().person());
        lock(two, Section.SOCIAL);
        merge(one, two);
        look(Situation.of("two records in one", one).absorbing(two).locking(Set.of(Section.SOCIAL)), reading, tried);
        protect(one);
        look(
                Situation.of("two records in one, protected", one)
                        .absorbing(two)
                        .locking(Set.of(Section.SOCIAL))
                        .naming(named()),
                reading,
                tried);

        tried.print();
        assertThat(tried.wrong).as(tried.summary()).isEmpty();
        assertThat(tried.doors)
                .as("doors that were tried")
                .containsAll(doors.rows().stream().map(Door::key).toList());
    }

    @Test
    void a_protected_person_changes_nothing_for_whom_they_are_hidden_from() {
        var known = people.build(opened.here(), 0, null);
        var before = lists(known.fixture());
        var marked = people.build(opened.here(), 1, assignee());
        protect(marked);
        var after = lists(known.fixture());
        var asked = lists(marked.fixture());
        var unknown = lists(MarkedPeople.nobody(known.fixture()));
        var wrong = new ArrayList<String>();
        before.forEach((which, answer) -> {
            // A bed that is taken is not free for anybody, nor is an hour of a colleague; neither says for whom
            if (!which.startsWith("EpisodeService.beds(")
                    && !which.startsWith("WardBoard.of(")
                    && !which.startsWith("PlaceLists.board(")
                    && !which.startsWith("Appointments.day(")
                    && !which.startsWith("Appointments.agenda(")
                    && !which.startsWith("Dashboards.present(")
                    && !answer.equals(after.get(which))) {
                wrong.add("shows that somebody came: " + which);
            }
        });
        unknown.forEach((which, answer) -> {
            if (!answer.equals(asked.get(which))) {
                wrong.add("knows whom it is asked for: " + which);
            }
        });
        assertThat(wrong)
                .as("%d answers compared", before.size() + unknown.size())
                .isEmpty();
        assertThat(before).isNotEmpty();
    }

    @Test
    void the_bed_of_a_protected_person_is_not_free_and_names_nobody() {
        var marked = marked();
        protect(marked);
        var bed = opened.here().beds().getFirst();
        var seen = viewer(Where.COLLEAGUE, Role.NURSE)
                .look(() ->
                        episodes
                                .beds(
                                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                        opened.here().ward())
                                .stream()
                                .filter(row -> row.bed().id().equals(bed))
                                .findFirst()
                                .orElseThrow());
        assertThat(seen.taken()).isTrue();
        assertThat(seen)
                .extracting(BedRow::person, BedRow::name, BedRow::episode, BedRow::since, BedRow::day)
                .containsExactly(null, null, null, null, 0);
        var placed = viewer(Where.COLLEAGUE, Role.NURSE)
                .look(() -> places.board(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null)).units().stream()
                        .flatMap(unit -> unit.beds().stream())
                        .filter(row -> row.bed().id().equals(bed))
                        .findFirst()
                        .orElseThrow());
        assertThat(placed).isEqualTo(seen);
        var shown = viewer(Where.COLLEAGUE, Role.NURSE)
                .look(() -> board
                        .of(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                access.scope(Section.MEDICAL, Purpose.CARE, null),
                                opened.here().ward())
                        .stream()
                        .filter(row -> row.bed().bed().id().equals(bed))
                        .findFirst()
                        .orElseThrow());
        assertThat(shown).isEqualTo(new WardRow(seen, null, List.of(), List.of(), false));
    }

    @Test
    void a_task_given_beyond_the_centre_is_on_the_list_of_whom_it_was_given_to_with_the_name() {
        var marked = marked();
        var stranger = viewer(Where.STRANGER, Role.PHYSICIAN);
        opened.here().as(Role.PHYSICIAN, () -> {
            var person = marked.fixture().person();
            var write = access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
            return transaction.execute(status -> worklist.put(
                    write,
                    new NewTask(
                            person,
                            Section.MEDICAL,
                            Discipline.MEDICAL,
                            "test.task",
                            TaskTitle.text("Second opinion"),
                            clock.instant(),
                            null,
                            stranger.id(),
                            null,
                            opened.here().centre(),
                            TaskId.create(),
                            null)));
        });
        stranger.look(() -> {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            assertThat(worklist.mine(scope, 20).rows())
                    .extracting(DueRow::title)
                    .containsExactly(TaskTitle.text("Second opinion"));
            assertThat(persons.names(scope, List.of(marked.fixture().person())))
                    .extractingByKey(marked.fixture().person())
                    .extracting(PersonName::person)
                    .isEqualTo(marked.fixture().person());
            return null;
        });
    }

    private void look(Situation situation, Predicate<Door> which, Tried tried) {
        look(situation, which, EnumSet.allOf(Where.class), tried);
    }

    private void look(Situation situation, Predicate<Door> which, Set<Where> from, Tried tried) {
        for (var viewer :
                viewers.stream().filter(one -> from.contains(one.where())).toList()) {
            var answers = new LinkedHashMap<String, String>();
            passes.clear();
            doors.rows().stream()
                    .filter(which)
                    .filter(door -> READING.contains(door.kind()))
                    .forEach(door -> answers.put(
                            door.key(), ask(door, viewer, situation.marked().fixture(), tried)));
            // What the doors that write leave behind would push the rest off a page
            doors.rows().stream()
                    .filter(which)
                    .filter(door -> !READING.contains(door.kind()))
                    .forEach(door -> answers.put(
                            door.key(), ask(door, viewer, situation.marked().fixture(), tried)));
            judge(situation, viewer, answers, tried);
        }
    }

    private void judge(Situation situation, Viewer viewer, Map<String, String> answers, Tried tried) {
        var where = viewer + ", " + situation.name();
        var found = new HashMap<String, Set<String>>();
        answers.forEach((door, answer) -> MARK.matcher(answer)
                .results()
                .forEach(mark -> found.computeIfAbsent(mark.group(), _ -> new TreeSet<>())
                        .add(door)));
        for (var canary : situation.canaries()) {
            var at = found.getOrDefault(canary.mark(), Set.of());
            if (!situation.mayShow(canary, viewer, matrix)) {
                tried.closed += answers.size();
                at.forEach(door -> tried.wrong.add(door + " shows " + canary.what() + " to " + where));
                continue;
            }
            tried.open++;
            if (at.isEmpty()
                    && situation.mustShow(canary, viewer, matrix)
                    && tried.asksFor(canary, answers.keySet(), doors)) {
                tried.wrong.add("shows nowhere: " + canary.what() + " to " + where);
            }
        }
        if (situation.hiddenFrom(viewer)) {
            var person = situation.marked().fixture().person().toString();
            answers.forEach((door, answer) -> {
                if (answer.contains(person) && !tellsOfAccess(door)) {
                    tried.wrong.add(door + " knows of somebody hidden from " + where);
                }
            });
        }
    }

    private String ask(Door door, Viewer viewer, Fixture fixture, Tried tried) {
        tried.cases++;
        tried.doors.add(door.key());
        tried.byRoom.merge(door.key().substring(0, door.key().indexOf('.')), 1, Integer::sum);
        return answer(door, viewer, fixture);
    }

    private String answer(Door door, Viewer viewer, Fixture fixture) {
        return viewer.look(() -> {
            try {
                return Rendering.of(
                        call(door, READING.contains(door.kind()) ? kept(door, fixture) : pass(door, fixture), fixture));
            } catch (AccessDenied | AccessDeniedException refused) {
                return Rendering.of(refused);
            } catch (RuntimeException other) {
                return Rendering.of(other);
            }
        });
    }

    @SuppressWarnings("NullAway") // a door of a role takes no pass
    private static @Nullable Object call(Door door, @Nullable Authority pass, Fixture fixture) {
        return door.call().apply(pass, fixture);
    }

    // One pass serves every door of its section that reads, as on a page
    private @Nullable Authority kept(Door door, Fixture fixture) {
        var key = door.kind().scoped() + " " + door.section();
        var known = passes.get(key);
        if (known instanceof AccessDenied refused) {
            throw refused;
        }
        if (known instanceof Authority pass) {
            return pass;
        }
        try {
            var pass = pass(door, fixture);
            passes.put(key, pass);
            return pass;
        } catch (AccessDenied refused) {
            passes.put(key, refused);
            throw refused;
        }
    }

    private @Nullable Authority pass(Door door, Fixture fixture) {
        if (door.section() == null) {
            return null;
        }
        return door.kind().scoped()
                ? access.scope(door.section(), Purpose.CARE, null)
                : access.grant(fixture.person(), door.section(), door.kind().right(), Purpose.CARE);
    }

    /** What every list answers to everybody of the centre who is not named, with whatever is counted up taken out. */
    private Map<String, String> lists(Fixture fixture) {
        var answers = new LinkedHashMap<String, String>();
        for (var viewer : viewers) {
            if (named().contains(viewer.id()) || viewer.where() == Where.AUTHOR) {
                continue;
            }
            for (var door : doors.rows()) {
                var kind = door.kind();
                var list = kind == Kind.LIST || kind == Kind.FULL_LIST || kind == Kind.PERMITTED_LIST;
                if (list && !tellsOfAccess(door.key())) {
                    passes.clear();
                    answers.put(door.key() + " to " + viewer, withoutIds(answer(door, viewer, fixture)));
                }
            }
        }
        return answers;
    }

    // An auditor must see above all who opened the record of a protected person; they learn its number, and no word
    private boolean tellsOfAccess(String door) {
        return doors.rows().stream().anyMatch(one -> one.key().equals(door) && one.section() == Section.AUDIT_LOG);
    }

    // A door that answers with a new id answers with another one each time
    private static String withoutIds(String answer) {
        return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#");
    }

    // In a house of their own, so that nobody pushes anybody else off a page
    private Marked alone() {
        prepare();
        return marked();
    }

    private Marked marked() {
        var marked = people.build(opened.here(), 0, assignee());
        house.follow(opened.elsewhere(), marked.fixture().person());
        return marked;
    }

    private StaffId assignee() {
        return viewer(Where.COLLEAGUE, ASSIGNEE).id();
    }

    private Set<StaffId> named() {
        return Set.of(
                opened.here().member(Role.PHYSICIAN).id(),
                opened.here().member(Role.PSYCHOLOGIST).id(),
                opened.here().member(Role.COORDINATOR).id());
    }

    // What was told before is told to nobody who is not named
    private Marked told(Marked marked) {
        begin(marked);
        clock.move(Duration.ofMinutes(31));
        return marked;
    }

    private Marked shared(Marked marked) {
        coordinate(marked, grant -> consents.give(grant, GiveConsent.everywhere(null, "fr")));
        return marked;
    }

    private void protect(Marked marked) {
        coordinate(marked, grant -> {
            protections.protect(grant, named(), "Threatened");
            return true;
        });
    }

    private void lock(Marked marked, Section section) {
        coordinate(marked, grant -> locks.lockSection(grant, section));
    }

    private void begin(Marked marked) {
        viewers.stream()
                .filter(viewer -> viewer.where() == Where.STRANGER)
                .filter(viewer -> Situation.IN_EMERGENCY.contains(viewer.role()))
                .forEach(viewer -> viewer.look(() -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(),
                        marked.fixture().person(),
                        EmergencyReason.UNCONSCIOUS,
                        "Found unconscious in the corridor",
                        30))));
    }

    private void give(Marked marked, Duration time) {
        viewers.stream()
                .filter(viewer -> viewer.where() == Where.STRANGER)
                .forEach(viewer -> coordinate(
                        marked,
                        grant -> givenAccesses.give(
                                grant,
                                opened.here().centre(),
                                viewer.id(),
                                clock.instant().plus(time),
                                "Second opinion")));
    }

    // The unit of the strangers, for a time that begins and ends by itself
    private void receive(Marked marked, Duration from, Duration until) {
        coordinate(
                marked,
                grant -> transaction.execute(status -> {
                    relations.beginForUnitBetween(
                            grant,
                            grant.person(),
                            RelationKind.GUEST,
                            opened.elsewhere().centre(),
                            annexElsewhere,
                            TransferId.create(),
                            clock.instant().plus(from),
                            clock.instant().plus(until));
                    return true;
                }));
    }

    private void merge(Marked surviving, Marked absorbed) {
        opened.here().as(Role.COORDINATOR, () -> {
            var first = administrative(surviving.fixture().person());
            var second = administrative(absorbed.fixture().person());
            transaction.executeWithoutResult(status -> merges.link(first, second, "One person"));
            return true;
        });
    }

    private <T> T coordinate(Marked marked, java.util.function.Function<Grant, T> act) {
        return opened.here()
                .as(
                        Role.COORDINATOR,
                        () -> act.apply(administrative(marked.fixture().person())));
    }

    private Grant administrative(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private Viewer enter(Where where, Role role, House.Place place, @Nullable UnitId unit) {
        var username =
                where.name().toLowerCase(Locale.ROOT) + "." + place.member(role).username();
        var id = staff.enter(username, "Given", "Another", role);
        staff.assign(id, place.centre(), unit);
        return new Viewer(where, role, id, username);
    }

    private Viewer viewer(Where where, Role role) {
        return viewers.stream()
                .filter(one -> one.where() == where && one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** What was tried, and what came of it. */
    private static final class Tried {

        private final List<String> wrong = new ArrayList<>();
        private final Set<String> doors = new TreeSet<>();
        private final Map<String, Integer> byRoom = new TreeMap<>();
        private int cases;
        private int closed;
        private int open;

        // Where only some doors were tried, nothing is asked of the others
        boolean asksFor(Canary canary, Set<String> keys, Doors all) {
            return all.rows().stream()
                    .filter(door -> door.section() == canary.section() && door.kind() == Kind.READ)
                    .allMatch(door -> keys.contains(door.key()));
        }

        String summary() {
            return "%d cases, %d answers compared with what they must not say, %d pieces open, %d unexpected, %d doors"
                    .formatted(cases, closed, open, wrong.size(), doors.size());
        }

        void print() {
            System.out.println("SurfaceTests: " + summary() + " " + byRoom);
            wrong.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.replaceAll(" (to|from) [A-Z_]+ [A-Z_]+,", " in"),
                            TreeMap::new,
                            Collectors.counting()))
                    .forEach((what, times) -> System.out.println("SurfaceTests: " + times + " times " + what));
        }
    }
}
