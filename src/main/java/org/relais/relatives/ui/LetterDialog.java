package org.relais.relatives.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.centre.Centre;
import org.relais.person.Relative;
import org.relais.person.TellingTopic;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.TellingBand;
import org.relais.relatives.WriteLetter;
import org.relais.shared.RelativeContactId;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** A letter to a relative: one text for each topic they may be told; the others are not offered. */
final class LetterDialog extends FormDialog {

    private final transient RelativeContactId id = RelativeContactId.create();
    private final Map<TellingTopic, TextArea> parts = new EnumMap<>(TellingTopic.class);
    private final transient Relative relative;
    private final transient Centre centre;
    private final transient Consumer<WriteLetter> save;

    LetterDialog(
            RelativesDesk desk, RelativesWords words, Centre centre, Relative relative, Consumer<WriteLetter> save) {
        super(
                translate("relatives.letter.title", words.relative(relative.name(), relative.relation())),
                translate("relatives.letter.verb"));
        this.relative = relative;
        this.centre = centre;
        this.save = save;
        var band = TellingBand.of(relative.mayBeTold(), desk.today(centre.id()));
        var bar = new TellingBandBar(band, words);
        bar.addClassName("relais-wide");
        var note = new Paragraph(getTranslation("relatives.letter.note"));
        note.addClassNames("relais-wide", "relais-secondary");
        fields(bar, note);
        for (var topic : band.may()) {
            var part = new TextArea(getTranslation(topic.key()));
            part.setMaxLength(RelativeContacts.PART);
            part.addClassName("relais-wide");
            parts.put(topic, part);
            add(topic.name(), part);
        }
    }

    @Override
    protected void save() {
        var texts = new EnumMap<TellingTopic, String>(TellingTopic.class);
        parts.forEach((topic, field) -> {
            if (!field.getValue().isBlank()) {
                texts.put(topic, field.getValue());
            }
        });
        save.accept(new WriteLetter(id, relative.id(), centre.id(), texts));
    }
}
