package org.relais.record.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BaseJsonNode;

import org.relais.access.AccessDenied;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.record.Amendment;
import org.relais.record.EntryRow;
import org.relais.record.Presence;
import org.relais.record.RecordNews;
import org.relais.record.TimelineCounts;
import org.relais.record.Visibility;
import org.relais.record.page.ComposerType;
import org.relais.record.page.EntryThread;
import org.relais.record.page.RecordContext;
import org.relais.record.page.RecordSection;
import org.relais.record.ui.Contributions.Decorations;
import org.relais.record.ui.RecordReading.Frame;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;
import org.relais.worklist.DueRow;

/** One open record: the strip, the sections, and in the centre the timeline or one section. */
final class RecordPage extends Div implements RecordContext, EntryCard.OnPage {

    /** Names, in the address, the form that is open: a page that loads again opens it again, with its draft. */
    static final String WRITING = "write";

    private final transient RecordPages pages;
    private final transient PageWords words;
    private transient Frame frame;
    private final transient Decorations decorations;
    private final PresenceLine presence;
    private final Div banners = new Div();
    private final SectionNav sections;
    private final Div centre = new Div();
    private final Div columns = new Div();
    private PersonStrip strip;
    private Aside side;
    private final RecordComposer composer;
    private final transient WritingCentres centres;
    private transient Grant grant;
    private @Nullable TimelinePanel timeline;
    private transient List<EntryThread.Choice> choices = List.of();
    private boolean shown;
    private transient RecordNews.@Nullable Subscription subscription;
    private transient Presence.@Nullable Visit visit;

    RecordPage(Grant record, RecordPages pages, PageWords words) {
        this.grant = record;
        this.pages = pages;
        this.words = words;
        this.frame = pages.reading().frame(record);
        this.decorations = pages.contributions().decorations();
        this.presence = new PresenceLine(words);
        this.centres = new WritingCentres(words.centres(), record, frame.episodes(), words.home());
        addClassName("relais-record-page");
        var types = pages.contributions().composerTypes(record);
        composer = new RecordComposer(types, person(), words, type -> compose(type, null));
        composer.setVisible(!types.isEmpty());
        if (!types.isEmpty()) {
            composer.close(frame.drafts());
        }
        sections = new SectionNav(grant.person());
        var navigation = new Div(sections);
        navigation.addClassName("relais-record-navigation");
        centre.addClassName("relais-record-centre");
        side = createSide();
        strip = createStrip();
        columns.add(navigation, centre, side);
        columns.addClassName("relais-record-columns");
        banners.addClassName("relais-record-banners");
        add(strip, banners, columns, new RecordKeys(), new Afterwards(this::readWhatFollows), new Pulse(() -> {
            if (visit != null) {
                visit.beat();
            }
        }));
    }

    String person() {
        return frame.head().name().display();
    }

    /** The page's keys, as far as its reader has something to do with them. */
    Map<String, String> shortcuts() {
        var words = new LinkedHashMap<String, String>();
        words.put("G 1–9", getTranslation("record.sections"));
        words.put("/", getTranslation("record.filter"));
        words.putAll(composer.shortcuts());
        return words;
    }

    boolean isAbout(PersonId person) {
        return grant.person().equals(person);
    }

    /** The address of the record that is shown. */
    String path() {
        return PersonRoutes.record(grant.person());
    }

    /** Shows the timeline, or the section with this path. */
    void show(String path) {
        var section = path.isEmpty() ? null : section(path);
        sections.show(pages.contributions().sections(grant), frame.counts(), section);
        centre.removeAll();
        columns.setClassName("relais-record-wide", section != null && section.wide());
        if (section == null) {
            timeline = new TimelinePanel(
                    pages.reading().timeline(),
                    this::record,
                    words,
                    frame.counts(),
                    person(),
                    row -> new EntryCard(row, decorations.of(row.type()), words, this, this),
                    counts -> showSections(counts, null),
                    this::showSigns);
            centre.add(composer, timeline);
        } else {
            timeline = null;
            var title = new H2(getTranslation(section.titleKey()));
            title.addClassName("relais-record-section-title");
            if (!section.wide()) {
                centre.add(title);
            }
            var opened = pages.access().grant(grant.person(), section.section());
            if (opened.locked(section.section())) {
                centre.add(lockedSection());
            }
            centre.add(section.create(opened));
        }
    }

    // Opening a record costs the same however many rooms there are: what they add comes with the next round trip
    private void readWhatFollows() {
        if (shown) {
            return;
        }
        shown = true;
        whileSignedIn(() -> {
            readSides(place -> true);
            if (timeline != null) {
                showSigns(timeline.cards());
            }
        });
    }

    private void readSides(Predicate<SidePlace> wanted) {
        if (shown) {
            side.getChildren()
                    .filter(SidePlace.class::isInstance)
                    .map(SidePlace.class::cast)
                    .filter(wanted)
                    .forEach(place -> place.read(this));
        }
    }

    private void showSigns(List<EntryCard> cards) {
        var entries = cards.stream()
                .filter(card -> !card.row().locked())
                .collect(Collectors.toMap(card -> card.row().id(), Function.identity()));
        if (!shown || entries.isEmpty()) {
            return;
        }
        var signs = new HashMap<EntryId, List<Component>>();
        for (var thread : pages.contributions().threads()) {
            thread.signs(record(), entries.keySet())
                    .forEach((entry, tied) -> signs.computeIfAbsent(entry, first -> new ArrayList<>())
                            .addAll(tied));
        }
        entries.forEach((entry, card) -> card.show(signs.getOrDefault(entry, List.of())));
    }

    private NoticeBar lockedSection() {
        var bar = new NoticeBar(
                Severity.INFO,
                Glyph.LOCK,
                getTranslation("record.section-locked"),
                getTranslation("record.section-locked.text"));
        offer().ifPresent(bar::add);
        return bar;
    }

    private void showSections(TimelineCounts counts, @Nullable RecordSection current) {
        sections.show(pages.contributions().sections(grant), counts, current);
    }

    /** Opens a form again, if the reader may write it and none is open. */
    void resume(String form) {
        if (!composer.isOpen()) {
            pages.contributions().composerTypes(grant).stream()
                    .filter(type -> type.form().equals(form))
                    .findFirst()
                    .ifPresent(type -> compose(type, null));
        }
    }

    private void showBanners() {
        banners.removeAll();
        banners.add(pages.contributions().banners(this));
    }

    /** Begins to listen and to be seen. */
    void join(UI ui) {
        leave();
        if (banners.getChildren().findAny().isEmpty()) {
            showBanners();
        }
        var record = record();
        subscription = pages.news().listen(record, entry -> later(ui, () -> arrived(entry)));
        visit = pages.presence().enter(record, () -> later(ui, this::showPresence));
        writing(composer.isOpen());
        showPresence();
    }

    /** Stops listening and being seen. */
    void leave() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        if (visit != null) {
            visit.leave();
            visit = null;
        }
    }

    @Override
    public Grant record() {
        var before = grant;
        grant = pages.access().fresh(before);
        if (!grant.showsLike(before)) {
            // What it shows now is drawn before the answer to this click leaves
            getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> redraw()));
        }
        return grant;
    }

    /** Something was agreed, withdrawn, locked or ended since the page was drawn: it shows what may be seen now. */
    private void redraw() {
        frame = pages.reading().frame(record());
        var newSide = createSide();
        columns.replace(side, newSide);
        side = newSide;
        readSides(place -> true);
        var newStrip = createStrip();
        replace(strip, newStrip);
        strip = newStrip;
        showBanners();
        if (timeline != null) {
            timeline.redraw();
        }
    }

    private PersonStrip createStrip() {
        return new PersonStrip(frame, grant, words, new TeamAvatars(frame.counts(), words), presence);
    }

    @Override
    public void open(String sectionPath) {
        UI.getCurrentOrThrow()
                .navigate(
                        RecordView.class,
                        new RouteParameters(Map.of("personId", grant.person().toString(), "section", sectionPath)));
    }

    @Override
    public void refresh(EntryId entry) {
        var row = timeline == null ? entry(entry) : timeline.arrived(entry);
        row.map(EntryRow::type).ifPresent(type -> readSides(place -> place.followsFrom(type)));
    }

    private Optional<EntryRow> entry(EntryId entry) {
        return pages.reading().timeline().entry(record(), entry);
    }

    @Override
    public List<EntryThread.Act> acts(EntryRow row) {
        return pages.contributions().threads().stream()
                .flatMap(thread -> thread.act(row, this).stream())
                .toList();
    }

    @Override
    public boolean mayWrite(EntryRow row) {
        // What belongs to a process note is added where it is opened, by its author.
        return row.section() != null && row.section() != Section.PROCESS_NOTE && grant.mayWrite(row.section());
    }

    @Override
    public void begin(EntryRow row, Amendment how) {
        var section = row.section();
        if (section == null || row.type() == null) {
            return;
        }
        var name = row.title() == null ? words.type(row.type()) : row.title();
        new AmendDialog(how, name, text -> {
                    var write = pages.access().grant(grant.person(), section, Right.WRITE, grant.purpose());
                    var notes = pages.writing().notes();
                    var home = centres.usual();
                    if (how == Amendment.ADDENDUM) {
                        notes.addendum(write, row.id(), home, text);
                    } else {
                        notes.markEnteredInError(write, row.id(), home, text);
                    }
                    refresh(row.id());
                })
                .open();
    }

    // A process note and what its author keeps for some stay closed whatever happens; an emergency opens the rest once
    @Override
    public Optional<Component> offer(EntryRow row) {
        return row.visibility() == Visibility.TEAM ? offer() : Optional.empty();
    }

    private Optional<Component> offer() {
        return grant.emergencyUntil().isPresent()
                ? Optional.empty()
                : pages.contributions().refusalOffer(PersonRoutes.record(grant.person()));
    }

    private void compose(ComposerType type, @Nullable CentreId chosen) {
        var context = new OpenComposer(type, this::record, pages, words, centres, chosen, this::signed, this::closed);
        choices = pages.contributions().threads().stream()
                .flatMap(thread -> thread.choice(record()).stream())
                .toList();
        composer.open(
                type,
                type.create(context),
                centres,
                context.centre(),
                centre -> compose(type, centre),
                choices.stream().map(EntryThread.Choice::field).toList());
        writing(true);
        remember(QueryParameters.of(WRITING, type.form()));
    }

    private void signed(EntryId entry) {
        tie(entry);
        closed();
        refresh(entry);
        Toast.success(getTranslation("record.signed"));
    }

    // The entry is signed whatever becomes of what it is tied to
    private void tie(EntryId entry) {
        try {
            choices.forEach(choice -> choice.signed(record(), entry));
        } catch (RelaisException refusal) {
            Toast.error(getTranslation(refusal.key(), refusal.arguments()));
        }
    }

    private void closed() {
        choices = List.of();
        composer.close(pages.writing().drafts().waiting(record()));
        writing(false);
        remember(QueryParameters.empty());
    }

    private void remember(QueryParameters open) {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(
                        (BaseJsonNode) null,
                        new Location(ui.getInternals().getActiveViewLocation().getPath(), open)));
    }

    private void writing(boolean now) {
        if (visit != null) {
            visit.writing(now);
        }
    }

    private void arrived(EntryId entry) {
        whileSignedIn(() -> refresh(entry));
    }

    private void showPresence() {
        whileSignedIn(() -> presence.show(pages.presence().others(record())));
    }

    // News can come to a page whose session has just ended: nobody sits there any more.
    private void whileSignedIn(Runnable show) {
        try {
            if (pages.signedIn()) {
                show.run();
            }
        } catch (AccessDenied refusal) {
            withdraw();
        }
    }

    // A right that was lost while the record stood open: nothing of it stays on the screen.
    private void withdraw() {
        leave();
        removeAll();
        add(new EmptyState(
                Glyph.LOCK, getTranslation("record.withdrawn"), getTranslation("record.withdrawn.text"), null));
    }

    // What fails there is answered by the session's error handler.
    private static void later(UI ui, Command change) {
        var _ = ui.access(change);
    }

    private RecordSection section(String path) {
        return pages.contributions().section(grant, path).orElseThrow(NotFound::new);
    }

    private Optional<Component> acts(DueRow row) {
        return RequestActs.fit(row, grant)
                ? Optional.of(new RequestActs(row, grant, pages, this::redraw))
                : Optional.empty();
    }

    private Aside createSide() {
        var side = new Aside();
        pages.contributions().sides(grant).forEach(room -> side.add(new SidePlace(room)));
        side.add(
                new DueList(frame.due(), words, this::acts),
                new RelativeList(frame.head().relatives(), words));
        side.addClassName("relais-record-side");
        side.getElement().setAttribute("aria-label", getTranslation("record.side"));
        var toggle = new Button(getTranslation("record.side.count", frame.due().size()), Glyph.CHEVRON_DOWN.create());
        toggle.addClassName("relais-side-toggle");
        toggle.getElement().setAttribute("aria-expanded", "false");
        toggle.addClickListener(event -> {
            var open = !side.hasClassName("relais-open");
            side.setClassName("relais-open", open);
            toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
        side.addComponentAsFirst(toggle);
        return side;
    }
}
