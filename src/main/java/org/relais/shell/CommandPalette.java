package org.relais.shell;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;
import org.relais.uikit.PaletteEntry;
import org.relais.uikit.PaletteSource;

/** Search and go: one field, what the rooms answer to it in groups, arrows to choose, Enter to open, Escape to leave. */
final class CommandPalette extends Dialog {

    private static final int PAUSE_MILLISECONDS = 150;
    private static final int LONGEST = 100;

    private final transient List<PaletteSource> sources;
    private final TextField field = new TextField();
    private final Div results = new Div();

    CommandPalette(List<PaletteSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(PaletteSource::order))
                .toList();
        addClassName("relais-palette");
        setTop("12vh");
        getElement().setAttribute("aria-label", getTranslation("shell.palette"));
        results.addClassName("relais-palette-results");
        results.setId("relais-palette-results");
        results.getElement().setAttribute("role", "listbox");
        results.getElement().setAttribute("aria-label", getTranslation("shell.palette.results"));
        var keys = new PaletteKeys();
        keys.add(createField(), results, createFooter());
        add(keys);
        show("");
    }

    private TextField createField() {
        field.setAriaLabel(getTranslation("shell.search"));
        field.setPlaceholder(getTranslation("shell.search"));
        field.setPrefixComponent(Glyph.SEARCH.create());
        field.setSuffixComponent(new KeyHint(getTranslation("shell.key.escape")));
        field.setMaxLength(LONGEST);
        field.setAutofocus(true);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.addValueChangeListener(change -> show(change.getValue()));
        return field;
    }

    private Footer createFooter() {
        var footer = new Footer(
                new KeyHint("↑", "↓"),
                new Span(getTranslation("shell.palette.choose")),
                new KeyHint("↵"),
                new Span(getTranslation("shell.palette.open")));
        var logged = new Span(getTranslation("shell.palette.logged"));
        logged.addClassName("relais-palette-logged");
        footer.add(logged);
        return footer;
    }

    private void show(String text) {
        results.removeAll();
        var wanted = text.strip();
        var found = sources.stream()
                .flatMap(source -> source.find(wanted, getLocale()).stream())
                .collect(Collectors.groupingBy(PaletteEntry::group, LinkedHashMap::new, Collectors.toList()));
        found.forEach(this::addGroup);
        if (found.isEmpty()) {
            results.add(new Paragraph(getTranslation("shell.palette.nothing", wanted)));
        }
    }

    private void addGroup(String name, List<PaletteEntry> entries) {
        var head = new Span(name);
        head.addClassName("relais-palette-group");
        head.getElement().setAttribute("aria-hidden", "true");
        var group = new Div(head);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", name);
        entries.forEach(entry -> group.add(createOption(entry)));
        results.add(group);
    }

    private Div createOption(PaletteEntry entry) {
        var title = new Span(entry.title());
        title.addClassName("relais-palette-title");
        var words = new Span(title, new Span(entry.detail()));
        words.addClassNames("relais-grow", "relais-ellipsis");
        var option = new Div(entry.glyph().create(), words);
        option.addClassName("relais-palette-option");
        option.getElement().setAttribute("role", "option");
        var keys = entry.keys();
        if (keys != null) {
            option.add(new KeyHint(keys.split(" ")));
        }
        option.addClickListener(_ -> {
            close();
            UI.getCurrentOrThrow().navigate(entry.path());
        });
        return option;
    }
}
