package org.relais.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.ServletContext;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import org.relais.Portal;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.demo.Bulk.Place;
import org.relais.indicator.SummingUp;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.HouseSignIn;
import org.relais.support.Screen;
import org.relais.support.SignInOfThisContext;
import org.relais.support.TestDatabase;
import org.relais.support.TestServer;
import org.relais.support.Turns;
import org.relais.support.Window;
import org.relais.support.Window.Answer;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finding a person, opening their record, signing a set of observations and the dashboard, by the protocol of the screens,
 * among many people: {@code ./relais bench service}. Beside each, in the same run and on the same rows, the same on a bare page
 * ({@link BareView}) that checks nothing and logs nothing. Server, database and clients share the machine. No part of the
 * tests: its name does not end like theirs.
 */
@SpringBootTest(
        classes = Portal.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Nobody touches a key here
        properties = "relais.session.idle=2h")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({House.class, HouseSignIn.class})
@TestExecutionListeners(listeners = SignInOfThisContext.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class ServiceBench {

    private static final int PEOPLE = Integer.getInteger("relais.people", 100_000);
    private static final int ENTRIES = PEOPLE * 10;
    private static final int FACTS = Integer.getInteger("relais.facts", 10_000_000);
    private static final int ACTS = Integer.getInteger("relais.bench.acts", 60);
    private static final int LOOP_SECONDS = Integer.getInteger("relais.bench.seconds", 20);
    private static final int COUNTED = 15;
    private static final String COMPOSER = "assessment.vital-signs";
    private static final Map<String, String> VALUES = Map.of(
            "Systolic pressure", "118",
            "Diastolic pressure", "74",
            "Pulse", "72",
            "Respiratory rate", "14",
            "Oxygen saturation", "97",
            "Temperature", "36.8",
            "Capillary glucose", "5.4");

    @Autowired
    House house;

    @Autowired
    StaffSetup staff;

    @Autowired
    AccessService access;

    @Autowired
    SummingUp sums;

    @Autowired
    ServletContext servlet;

    @Autowired
    JdbcTemplate template;

    @LocalServerPort
    int port;

    private final StringBuilder lines = new StringBuilder();
    private final List<House.Place> places = new ArrayList<>();
    private Connection administrator;

    @Test
    void find_open_and_save_against_a_bare_page() throws Exception {
        var nurses = nurses(100);
        address();
        lines.append(String.format(
                Locale.ROOT,
                "%,d people with %,d entries and %,d facts in %d centres; %d processors; load before %.1f%n%n",
                PEOPLE,
                template.queryForObject("SELECT COUNT(*) FROM record_entry", Long.class),
                FACTS,
                places.size(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        alone(nurses.getFirst());
        costs(nurses.getFirst());
        dashboard(everywhere(Role.COORDINATOR));
        sessions(nurses);
        Turns.write("service.txt", lines.toString());
        for (var clients : List.of(20, 100)) {
            loops(nurses.subList(0, clients));
        }
        lines.append(String.format(
                Locale.ROOT,
                "%nload after %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        Turns.write("service.txt", lines.toString());
    }

    // --- What is measured --------------------------------------------------------------------------------------------

    /** One client: each act in turns with the bare one. */
    private void alone(House.Member nurse) {
        var own = new Client(nurse);
        var bare = new BareClient(nurse);
        var acts = new TreeMap<String, Turns>();
        for (var turn = 0; turn <= Turns.COUNT; turn++) {
            var took = new TreeMap<String, List<Double>>();
            for (var act = 0; act < ACTS; act++) {
                var number = turn * ACTS + act;
                var swapped = number % 2 == 1;
                var both = swapped
                        ? List.<Supplier<Map<String, Double>>>of(() -> bare.loop(number), () -> own.loop(number))
                        : List.<Supplier<Map<String, Double>>>of(() -> own.loop(number), () -> bare.loop(number));
                both.forEach(one -> one.get()
                        .forEach((name, seconds) -> took.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(seconds)));
            }
            if (turn > 0) {
                for (var name : List.of("find", "open", "save")) {
                    acts.computeIfAbsent(name, _ -> new Turns()).add(median(took, name), median(took, "bare " + name));
                }
                acts.computeIfAbsent("open, with what follows", _ -> new Turns())
                        .add(median(took, "open") + median(took, "follow"), median(took, "bare open"));
            }
        }
        lines.append("one client, Relais against the bare page:\n");
        acts.forEach((name, turns) -> lines.append(turns.line("  " + name)));
    }

    /** Bytes and statements of each act. */
    private void costs(House.Member nurse) throws SQLException {
        lines.append("\nof one act, in the middle of ").append(COUNTED).append(":\n");
        for (var name : List.of("find", "open", "follow", "save")) {
            var own = new Client(nurse);
            lines.append(cost("  " + name, own, name));
        }
        for (var name : List.of("find", "open", "save")) {
            lines.append(cost("  bare " + name, new BareClient(nurse), name));
        }
    }

    private String cost(String title, Actor actor, String act) throws SQLException {
        return cost(title, number -> actor.before(act, number), number -> actor.act(act, number));
    }

    private String cost(String title, IntConsumer goesThere, IntFunction<Answer> act) throws SQLException {
        var counted = new TreeMap<String, List<Double>>();
        for (var number = 0; number < COUNTED; number++) {
            goesThere.accept(number);
            var before = status();
            var answer = act.apply(number);
            var after = status();
            counted.computeIfAbsent("took", _ -> new ArrayList<>()).add(answer.seconds());
            after.forEach((name, value) -> counted.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add((double) (value - before.getOrDefault(name, 0L))));
            counted.computeIfAbsent("bytes", _ -> new ArrayList<>()).add((double) answer.bytes());
            counted.computeIfAbsent("zipped", _ -> new ArrayList<>()).add((double) zipped(answer.body()));
        }
        return String.format(
                Locale.ROOT,
                "%-22s %6.1f ms; %3.0f selects, %2.0f writes, %2.0f commits; %6.0f rows examined; %7.1f kB, zipped %5.1f kB%n",
                title,
                median(counted, "took") * 1_000,
                median(counted, "Com_select"),
                median(counted, "writes"),
                median(counted, "Com_commit"),
                median(counted, "examined"),
                median(counted, "bytes") / 1000,
                median(counted, "zipped") / 1000);
    }

    /** The dashboard of all centres, of a month and of a year. */
    private void dashboard(House.Member coordinator) throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var wire = Wire.signedIn(port, coordinator);
        var window = Window.open(wire, "places");
        for (var days : List.of(30, 365)) {
            var asked = "from=" + today.minusDays(days - 1L) + "&to=" + today;
            lines.append(cost(
                    "  dashboard, %d days".formatted(days),
                    _ -> window.go("places"),
                    _ -> requireSays(window.go("dashboard", asked), "relais-dashboard-tiles")));
        }
        wire.close();
    }

    /** Live heap of a hundred sessions with an open record. */
    private void sessions(List<House.Member> nurses) throws InterruptedException {
        lines.append('\n');
        for (var bare : List.of(false, true)) {
            var before = heap();
            for (var client = 0; client < nurses.size(); client++) {
                // The client is forgotten at once; what it opened stays with the server
                var actor = actor(nurses.get(client), bare);
                actor.act("open", client);
                if (!bare) {
                    actor.act("follow", client);
                }
                actor.close();
            }
            lines.append(String.format(
                    Locale.ROOT,
                    "live heap of a session with an open record%s: %.0f kB%n",
                    bare ? ", bare" : "",
                    (heap() - before) / 1000.0 / nurses.size()));
        }
    }

    /** Clients in a closed loop: find, open, save, and again. */
    private void loops(List<House.Member> nurses) throws Exception {
        lines.append(String.format(
                "%n%d clients in a closed loop of finding, opening and saving, %d s each:%n",
                nurses.size(), LOOP_SECONDS));
        for (var bare : List.of(false, true, false, true)) {
            var actors = nurses.stream().map(nurse -> actor(nurse, bare)).toList();
            var next = new AtomicInteger(1);
            var took = new ArrayList<Map<String, List<Double>>>();
            try (var threads = Executors.newFixedThreadPool(actors.size())) {
                // The first seconds warm up
                for (var seconds : List.of(Math.max(1, LOOP_SECONDS / 4), LOOP_SECONDS)) {
                    took.clear();
                    var until = System.nanoTime() + seconds * 1_000_000_000L;
                    var work = actors.stream()
                            .<Callable<Map<String, List<Double>>>>map(actor -> () -> {
                                var mine = new TreeMap<String, List<Double>>();
                                while (System.nanoTime() < until) {
                                    actor.loop(next.getAndIncrement())
                                            .forEach((name, second) -> mine.computeIfAbsent(
                                                            name.replace("bare ", ""), _ -> new ArrayList<>())
                                                    .add(second));
                                }
                                return mine;
                            })
                            .toList();
                    for (var done : threads.invokeAll(work)) {
                        took.add(done.get());
                    }
                }
            }
            actors.forEach(Actor::close);
            var all = new TreeMap<String, List<Double>>();
            took.forEach(one -> one.forEach((name, some) ->
                    all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(some)));
            lines.append(String.format(
                    Locale.ROOT,
                    "  %-6s %6.1f loops/s; median and 95th percentile: find %.1f and %.1f ms, open %.1f and %.1f ms, save %.1f and %.1f ms%n",
                    bare ? "bare" : "Relais",
                    (double) all.getOrDefault("save", List.of()).size() / LOOP_SECONDS,
                    quantile(all, "find", 0.5),
                    quantile(all, "find", 0.95),
                    quantile(all, "open", 0.5),
                    quantile(all, "open", 0.95),
                    quantile(all, "save", 0.5),
                    quantile(all, "save", 0.95)));
        }
    }

    // --- Who acts ----------------------------------------------------------------------------------------------------

    private Actor actor(House.Member nurse, boolean bare) {
        return bare ? new BareClient(nurse) : new Client(nurse);
    }

    /** Somebody at a screen. */
    private abstract static class Actor {

        /** Goes to where the act begins. */
        abstract void before(String act, int number);

        abstract Answer act(String act, int number);

        /** Finds, opens and saves; how long each took, by its name. */
        abstract Map<String, Double> loop(int number);

        abstract void close();
    }

    private final class Client extends Actor {

        private final Wire wire;
        private final Window window;

        Client(House.Member nurse) {
            wire = Wire.signedIn(port, nurse);
            window = Window.open(wire, "people");
            // As the list does when the browser draws it
            window.say(Screen.call(window.last(tag("vaadin-grid")).node(), "setViewportRange", "0,50"));
        }

        @Override
        void before(String act, int number) {
            switch (act) {
                case "follow" -> open(number);
                case "save" -> {
                    open(number);
                    write(number);
                }
                default -> list();
            }
        }

        @Override
        Answer act(String act, int number) {
            return switch (act) {
                case "find" -> find(number);
                case "open" -> open(number);
                case "follow" -> follow();
                case "save" -> sign();
                default -> throw new IllegalArgumentException(act);
            };
        }

        @Override
        Map<String, Double> loop(int number) {
            var took = new TreeMap<String, Double>();
            list();
            took.put("find", find(number).seconds());
            took.put("open", open(number).seconds());
            took.put("follow", follow().seconds());
            write(number);
            took.put("save", sign().seconds());
            return took;
        }

        @Override
        void close() {
            wire.close();
        }

        private void list() {
            window.go("people");
            window.say(Screen.call(window.last(tag("vaadin-grid")).node(), "setViewportRange", "0,50"));
        }

        private Answer find(int number) {
            var field = window.last(tag("vaadin-text-field"));
            var answer = window.say(Screen.value(field.node(), "value", typed(number)));
            return requireSays(answer, Bulk.familyName(number(number)));
        }

        private Answer open(int number) {
            var answer = window.go("people/" + Bulk.person(number(number)));
            return requireSays(answer, "Nuit calme");
        }

        private Answer follow() {
            return window.say(Screen.event(window.last(tag("relais-after")).node(), "relais-shown"));
        }

        private void write(int number) {
            window.go("people/" + Bulk.person(number(number)), "write=" + COMPOSER);
            var values = VALUES.entrySet().stream()
                    .map(value -> Screen.value(
                            window.last(thing -> thing.get("label").equals(value.getKey()))
                                    .node(),
                            "value",
                            value.getValue()))
                    .toList();
            window.say(values.toArray(String[]::new));
        }

        private Answer sign() {
            var button = window.last(thing -> thing.get("tag").equals("vaadin-button")
                    && thing.get("theme").equals("primary")
                    && window.says(thing, "Sign"));
            return requireSays(window.say(Screen.event(button.node(), "click")), "97");
        }
    }

    private final class BareClient extends Actor {

        private final Wire wire;
        private final Window window;

        BareClient(House.Member nurse) {
            wire = Wire.signedIn(port, nurse);
            window = Window.open(wire, BareView.PATH);
            window.say(Screen.call(window.last(tag("vaadin-grid")).node(), "setViewportRange", "0,50"));
        }

        @Override
        void before(String act, int number) {
            if (act.equals("save")) {
                open(number);
            } else {
                list();
            }
        }

        @Override
        Answer act(String act, int number) {
            return switch (act) {
                case "find" -> find(number);
                case "open" -> open(number);
                case "save" -> save();
                default -> throw new IllegalArgumentException(act);
            };
        }

        @Override
        Map<String, Double> loop(int number) {
            var took = new TreeMap<String, Double>();
            list();
            took.put("bare find", find(number).seconds());
            took.put("bare open", open(number).seconds());
            took.put("bare save", save().seconds());
            return took;
        }

        @Override
        void close() {
            wire.close();
        }

        private void list() {
            window.go(BareView.PATH);
            window.say(Screen.call(window.last(tag("vaadin-grid")).node(), "setViewportRange", "0,50"));
        }

        private Answer find(int number) {
            var field = window.last(tag("vaadin-text-field"));
            var answer = window.say(Screen.value(field.node(), "value", typed(number)));
            return requireSays(answer, Bulk.familyName(number(number)));
        }

        private Answer open(int number) {
            return requireSays(window.go(BareView.PATH + "/" + Bulk.person(number(number))), "Nuit calme");
        }

        private Answer save() {
            return requireSays(
                    window.say(Screen.event(window.last(tag("button")).node(), "click")), "saved");
        }
    }

    private static Predicate<Window.Thing> tag(String tag) {
        return thing -> thing.get("tag").equals(tag);
    }

    private static Answer requireSays(Answer answer, String words) {
        assertThat(answer.body()).contains(words);
        return answer;
    }

    // The number of the person that an act is about: somebody with a full record who is followed now
    private int number(int act) {
        return Bulk.withFullRecord(act * 37 % (PEOPLE / Bulk.FULL_RECORD_EVERY));
    }

    // Family name and the beginning of the given name, as somebody in a hurry types it
    private String typed(int act) {
        var number = number(act);
        // Without accents: the bare page compares letters only
        return Normalizer.normalize(Bulk.familyName(number) + " " + Bulk.givenName(number), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .substring(0, Bulk.familyName(number).length() + 4);
    }

    // --- What it stands on -------------------------------------------------------------------------------------------

    @BeforeEach
    void fill() throws SQLException {
        for (var pair = 0; pair < 2; pair++) {
            var opened = house.open();
            places.add(opened.here());
            places.add(opened.elsewhere());
        }
        administrator = TestServer.get().administrator();
        administrator.setCatalog(template.queryForObject("SELECT DATABASE()", String.class));
        var bulk = new Bulk(
                administrator,
                places.stream()
                        .map(place -> new Place(
                                place.centre(),
                                place.team(),
                                place.member(Role.NURSE).id()))
                        .toList(),
                Instant.now());
        bulk.people(PEOPLE, ENTRIES, (_, _) -> {});
        bulk.facts(FACTS, LocalDate.now(ZoneOffset.UTC), (_, _) -> {});
        access.taskScope("bench", places.getFirst().centre(), Section.REPORT, Purpose.COORDINATION);
        sums.sumEverything();
        try (var statement = administrator.createStatement()) {
            statement.execute("CREATE TABLE bench_observation (id UUID PRIMARY KEY, person_id UUID NOT NULL,"
                    + " code VARCHAR(40) NOT NULL, measured DECIMAL(8,2) NOT NULL, at DATETIME(6) NOT NULL,"
                    + " KEY bench_observation_person (person_id, at))");
            for (var table :
                    List.of("record_entry", "person_name_key", "person_centre", "assessment_form", "indicator_fact")) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }

    private List<House.Member> nurses(int count) {
        var nurses = new ArrayList<House.Member>();
        for (var number = 0; number < count; number++) {
            nurses.add(everywhere(Role.NURSE));
        }
        return nurses;
    }

    private House.Member everywhere(Role role) {
        var member = house.another(places.getFirst(), role);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            for (var place : places.subList(1, places.size())) {
                staff.assign(member.id(), place.centre(), null);
            }
            return null;
        });
        return member;
    }

    private void address() {
        RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlet)))
                .setRoute(BareView.PATH, BareView.class);
    }

    private Map<String, Long> status() throws SQLException {
        var values = new TreeMap<String, Long>();
        try (var statement = administrator.createStatement();
                var rows =
                        statement.executeQuery("SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select','Com_insert',"
                                + "'Com_update','Com_delete','Com_commit','Handler_read_first','Handler_read_key',"
                                + "'Handler_read_next','Handler_read_prev','Handler_read_rnd_next')")) {
            while (rows.next()) {
                var name = rows.getString(1);
                values.put(name, rows.getLong(2));
                if (name.startsWith("Handler")) {
                    values.merge("examined", rows.getLong(2), Long::sum);
                } else if (List.of("Com_insert", "Com_update", "Com_delete").contains(name)) {
                    values.merge("writes", rows.getLong(2), Long::sum);
                }
            }
        }
        return values;
    }

    private static long heap() throws InterruptedException {
        for (var times = 0; times < 3; times++) {
            System.gc();
            Thread.sleep(300);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static int zipped(String body) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.size();
    }

    private static double median(Map<String, List<Double>> took, String name) {
        return Turns.quantile(took.getOrDefault(name, List.of()), 0.5);
    }

    private static double quantile(Map<String, List<Double>> took, String name, double part) {
        return Turns.quantile(took.getOrDefault(name, List.of()), part) * 1_000;
    }
}
