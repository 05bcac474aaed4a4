package org.relais.oversight.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import org.relais.audit.AccessAction;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;

/** Narrows the log. Each choice is a new question; what is asked now shows in the fields. */
final class LogFilterBar extends Div {

    private final transient LogWords words;
    private final transient Consumer<LogQuestion> asked;
    private final ComboBox<StaffCard> search = new ComboBox<>();
    private final Div chosen = new Div();
    private final Select<Period> period = new Select<>();
    private final DateField from = new DateField(getTranslation("oversight.filter.from"));
    private final DateField until = new DateField(getTranslation("oversight.filter.until"));
    private final Select<CentreId> centre = new Select<>();
    private final Select<Role> role = new Select<>();
    private final Select<AccessAction> action = new Select<>();
    private final Select<String> basis = new Select<>();
    private final FilterChip refused = new FilterChip(getTranslation("oversight.filter.refused"), Glyph.BAN);
    private transient LogQuestion question = LogQuestion.TODAY;

    LogFilterBar(
            LogWords words,
            StaffDirectory directory,
            Centres centres,
            FieldErrors errors,
            Consumer<LogQuestion> asked) {
        this.words = words;
        this.asked = asked;
        addClassName("relais-log-filters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("oversight.filter"));
        createSearch(directory);
        errors.register("record", search);
        chosen.addClassName("relais-log-chosen");
        choice(period, "oversight.filter.period", one -> getTranslation(one.key()), List.of(Period.values()));
        period.setEmptySelectionAllowed(false);
        listen(period, one -> one == null ? question : question.period(one));
        for (var day : List.of(from, until)) {
            day.setClearButtonVisible(true);
            day.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    ask(question.days(from.getValue(), until.getValue()));
                }
            });
        }
        var places = centres.all().stream().map(Centre::id).toList();
        choice(centre, "oversight.log.centre", words::centre, places);
        listen(centre, one -> question.centre(one));
        choice(role, "oversight.filter.role", one -> words.role(one.name()), List.of(Role.values()));
        listen(role, one -> question.role(one));
        choice(action, "oversight.log.action", words::action, Arrays.asList(AccessAction.values()));
        listen(action, one -> question.action(one));
        choice(basis, "oversight.log.basis", words::basis, LogWords.BASES);
        listen(basis, one -> question.basis(one));
        refused.onToggle(pressed -> ask(question.allowed(pressed ? Boolean.FALSE : null)));
        add(search, chosen, period, from, until, centre, role, action, basis, refused);
    }

    /** Shows what is asked, without asking again. */
    void show(LogQuestion now) {
        question = now;
        search.clear();
        period.setValue(now.period());
        from.setVisible(now.period() == Period.DAYS);
        until.setVisible(now.period() == Period.DAYS);
        from.setValue(now.from());
        until.setValue(now.until());
        centre.setValue(now.centre());
        role.setValue(now.role());
        action.setValue(now.action());
        basis.setValue(now.basis());
        refused.setPressed(now.allowed() != null);
        for (var select : List.of(centre, role, action, basis)) {
            select.setClassName("relais-chosen", !select.isEmpty());
        }
        period.setClassName("relais-chosen", now.period() != Period.ALL);
        chosen.removeAll();
        var record = now.record();
        if (record != null) {
            chosen.add(chip(Glyph.FOLDER_OPEN, record, now.record(null)));
        }
        var staff = now.staff();
        if (staff != null) {
            chosen.add(chip(Glyph.USER_ROUND, words.name(staff), now.staff(null)));
        }
    }

    private void createSearch(StaffDirectory directory) {
        search.setAriaLabel(getTranslation("oversight.filter.search"));
        search.setPlaceholder(getTranslation("oversight.filter.search.placeholder"));
        search.setPrefixComponent(Glyph.SEARCH.create());
        search.addClassName("relais-log-search");
        search.setItems(directory.all().stream()
                .sorted(Comparator.comparing(StaffCard::familyName).thenComparing(StaffCard::givenName))
                .toList());
        search.setItemLabelGenerator(
                card -> card.name() + " · " + getTranslation(card.role().key()));
        search.setAllowCustomValue(true);
        search.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                ask(question.staff(event.getValue().id()));
            }
        });
        search.addCustomValueSetListener(
                event -> ask(question.record(event.getDetail().strip())));
    }

    private <T> void choice(Select<T> select, String key, ItemLabelGenerator<T> label, Iterable<T> items) {
        var name = getTranslation(key);
        select.addClassName("relais-log-choice");
        select.setAriaLabel(name);
        select.setPlaceholder(name);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("oversight.filter.any", name));
        select.setItems(java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .toList());
        select.setItemLabelGenerator(one -> one == null ? name : label.apply(one));
    }

    private <T> void listen(Select<T> select, Function<T, LogQuestion> asking) {
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                ask(asking.apply(event.getValue()));
            }
        });
    }

    private NativeButton chip(Glyph glyph, String text, LogQuestion without) {
        var chip = new NativeButton();
        chip.add(glyph.create(), new Span(text), Glyph.X.create());
        chip.addClassName("relais-chip");
        chip.getElement().setAttribute("type", "button");
        chip.setAriaLabel(getTranslation("oversight.filter.remove", text));
        chip.addClickListener(event -> ask(without));
        return chip;
    }

    private void ask(LogQuestion other) {
        asked.accept(other);
    }
}
