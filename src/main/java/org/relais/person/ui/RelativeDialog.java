package org.relais.person.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.person.MayBeTold;
import org.relais.person.Relation;
import org.relais.person.Relative;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.uikit.FormDialog;
import org.relais.uikit.SegmentedSwitch;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Who a relative is, and topic by topic what the person agreed that they may be told. */
final class RelativeDialog extends FormDialog {
    /** What was answered about one topic. */
    private enum Answer {
        NOT_ASKED,
        YES,
        NO;

        private String key() {
            return "person.told." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final TextField name = new TextField();
    private final Select<Relation> relation = new Select<>();
    private final TextField telephone = new TextField();
    private final DatePicker givenOn = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Map<TellingTopic, SegmentedSwitch<Answer>> answers = new EnumMap<>(TellingTopic.class);
    private final transient Consumer<RelativeDetails> save;

    RelativeDialog(@Nullable Relative known, Consumer<RelativeDetails> save) {
        super(translate(known == null ? "person.relative.add" : "person.relative.change"), translate("person.save"));
        this.save = save;
        name.setLabel(getTranslation("person.relative.name"));
        name.addClassName("relais-wide");
        relation.setLabel(getTranslation("person.relative.relation"));
        relation.setItems(Relation.values());
        relation.setItemLabelGenerator(one -> getTranslation(one.key()));
        relation.setValue(Relation.OTHER_RELATIVE);
        telephone.setLabel(getTranslation("person.contact.telephone"));
        givenOn.setLabel(getTranslation("person.told.given-on"));
        givenOn.setLocale(getLocale());
        until.setLabel(getTranslation("person.told.until"));
        until.setLocale(getLocale());
        errors().register("name", name)
                .register("telephone", telephone)
                .register("givenOn", givenOn)
                .register("until", until);
        fields(name, relation, telephone, createTopics(), givenOn, until);
        if (known != null) {
            read(known);
        }
    }

    @Override
    protected void save() {
        var told = new EnumMap<TellingTopic, Boolean>(TellingTopic.class);
        answers.forEach((topic, field) -> {
            if (field.getValue() != Answer.NOT_ASKED) {
                told.put(topic, field.getValue() == Answer.YES);
            }
        });
        save.accept(new RelativeDetails(
                name.getValue(),
                relation.getValue(),
                telephone.getValue(),
                new MayBeTold(told, Dates.of("givenOn", givenOn), Dates.of("until", until))));
    }

    private Div createTopics() {
        var topics = new Div(new H3(getTranslation("person.told.title")));
        topics.addClassNames("relais-wide", "relais-told");
        for (var topic : TellingTopic.values()) {
            var word = getTranslation(topic.key());
            var field = new SegmentedSwitch<Answer>(word, one -> getTranslation(one.key()), Answer.values());
            answers.put(topic, field);
            var line = new Div(new Span(word), field);
            line.addClassName("relais-told-line");
            topics.add(line);
        }
        return topics;
    }

    private void read(Relative known) {
        name.setValue(known.name());
        relation.setValue(known.relation());
        var number = known.telephone();
        telephone.setValue(number == null ? "" : number);
        var told = known.mayBeTold();
        told.answers().forEach((topic, yes) -> {
            var field = answers.get(topic);
            if (field != null) {
                field.setValue(yes ? Answer.YES : Answer.NO);
            }
        });
        givenOn.setValue(told.givenOn());
        until.setValue(told.until());
    }
}
