package org.relais.record.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;

import org.relais.centre.Centre;
import org.relais.record.Drafts.Waiting;
import org.relais.record.page.ComposerType;
import org.relais.shared.CentreId;
import org.relais.uikit.Glyph;

/** The line where something is added: closed, it costs nothing; open, it holds the form of the chosen type. */
final class RecordComposer extends Section {

    private static final int AT_HAND = 4;
    private static final int AT_HAND_WHILE_WRITING = 2;

    // Design guide, section 5; a type with a key of its own is always at hand
    private static final Map<String, String> KEYS =
            Map.of("record.transmission", "T", "assessment.detox-note", "S", "record.phone-call", "A");

    private final transient List<ComposerType> types;
    private final transient Consumer<ComposerType> chosen;
    private final transient PageWords words;
    private final String person;

    RecordComposer(List<ComposerType> types, String person, PageWords words, Consumer<ComposerType> chosen) {
        this.types = types;
        this.person = person;
        this.words = words;
        this.chosen = chosen;
        addClassName("relais-composer");
        setAriaLabel(getTranslation("record.composer", person));
    }

    /** What the keys of the types at hand begin. */
    Map<String, String> shortcuts() {
        var words = new LinkedHashMap<String, String>();
        types.forEach(type -> {
            if (KEYS.get(type.form()) instanceof String key) {
                words.put(key, getTranslation(type.labelKey()));
            }
        });
        if (!types.isEmpty()) {
            words.put(getTranslation("record.sign.keys"), getTranslation("record.sign"));
        }
        return words;
    }

    /** Closes the form and names the drafts that wait. */
    void close(List<Waiting> drafts) {
        removeAll();
        removeClassName("relais-open");
        var line =
                new NativeButton(getTranslation("record.composer", person), event -> chosen.accept(types.getFirst()));
        line.addClassName("relais-composer-line");
        line.getElement().setAttribute("type", "button");
        add(line, createBar(types, AT_HAND));
        drafts.forEach(draft -> types.stream()
                .filter(type -> type.form().equals(draft.form()) && type.section() == draft.section())
                .findFirst()
                .ifPresent(type -> add(createResume(type, draft))));
    }

    boolean isOpen() {
        return hasClassName("relais-open");
    }

    /**
     * Shows the form of a type.
     *
     * @param moved called with the centre the author would rather write for
     * @param beside what may be chosen beside the form, whichever it is
     */
    void open(
            ComposerType type,
            Component form,
            WritingCentres centres,
            CentreId centre,
            Consumer<CentreId> moved,
            List<Component> beside) {
        removeAll();
        addClassName("relais-open");
        var bar = createBar(types.stream().filter(other -> other != type).toList(), AT_HAND_WHILE_WRITING);
        var name = new Span(type.glyph().create(), new Span(getTranslation(type.labelKey())));
        name.addClassName("relais-composer-type");
        bar.addComponentAsFirst(name);
        if (centres.offered().size() > 1) {
            bar.add(createCentre(centres, centre, moved));
        }
        bar.add(beside);
        add(bar, form, new CaretPlace(type.form()));
    }

    private Div createBar(List<ComposerType> offered, int most) {
        var bar = new Div();
        bar.addClassName("relais-composer-bar");
        var atHand = IntStream.range(0, offered.size())
                .filter(at -> at < most || KEYS.containsKey(offered.get(at).form()))
                .mapToObj(offered::get)
                .toList();
        atHand.stream().map(this::createAtHand).forEach(bar::add);
        if (offered.size() > atHand.size()) {
            var menu = new MenuBar();
            menu.addThemeName("tertiary");
            var more = menu.addItem(Glyph.ELLIPSIS.create());
            more.add(new Span(getTranslation("record.composer.more")));
            offered.stream()
                    .filter(type -> !atHand.contains(type))
                    .forEach(type ->
                            more.getSubMenu().addItem(getTranslation(type.labelKey()), event -> chosen.accept(type)));
            bar.add(menu);
        }
        return bar;
    }

    private Button createAtHand(ComposerType type) {
        var button = new Button(getTranslation(type.labelKey()), type.glyph().create(), event -> chosen.accept(type));
        button.addThemeName("tertiary");
        if (KEYS.get(type.form()) instanceof String key) {
            RecordKeys.bind(button, key);
        }
        return button;
    }

    private Component createCentre(WritingCentres centres, CentreId centre, Consumer<CentreId> moved) {
        var choice = new Select<CentreId>();
        choice.addClassName("relais-composer-centre");
        choice.addThemeName("small");
        choice.setAriaLabel(getTranslation("record.composer.centre"));
        choice.setPrefixComponent(Glyph.BUILDING_2.create());
        choice.setItems(centres.offered().stream().map(Centre::id).toList());
        choice.setItemLabelGenerator(words::centre);
        choice.setValue(centre);
        choice.addValueChangeListener(event -> moved.accept(event.getValue()));
        return choice;
    }

    private Component createResume(ComposerType type, Waiting draft) {
        var formats = words.formats();
        var saved = formats.day(draft.savedAt()).equals(words.today())
                ? formats.time(draft.savedAt())
                : formats.dateTime(draft.savedAt());
        var text = new Span(getTranslation("record.draft.waiting", getTranslation(type.labelKey()), saved));
        var resume = new Button(getTranslation("record.draft.resume"), event -> chosen.accept(type));
        resume.addThemeNames("tertiary", "small");
        var line = new Div(Glyph.PEN_LINE.create(), text, resume);
        line.addClassName("relais-draft-line");
        return line;
    }
}
