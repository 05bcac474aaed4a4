package org.relais.situation.ui;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.SegmentedSwitch;

/** A person's social situation: needs, states, budget and rights, of which one is open at a time. */
final class SituationPage extends Div {

    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private final Div place = new Div();
    private transient Grant grant;

    SituationPage(SocialDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new SituationWords(desk, getLocale());
        addClassName("relais-situation");
        if (grant.level(Section.SOCIAL) != Level.READ) {
            add(new EmptyState(
                    Glyph.LOCK, getTranslation("situation.summary"), getTranslation("situation.summary.text"), null));
            return;
        }
        place.addClassName("relais-situation-part");
        var parts = new SegmentedSwitch<>(
                getTranslation("situation.parts"), part -> getTranslation(part.key()), Part.values());
        parts.addValueChangeListener(event -> open(event.getValue()));
        add(parts, place);
        open(Part.NEEDS);
    }

    private void open(Part part) {
        grant = desk.access().fresh(grant);
        place.removeAll();
        place.add(create(part));
    }

    private Component create(Part part) {
        return switch (part) {
            case NEEDS -> new NeedsPart(desk, words, grant);
            case STATES -> new StatesPart(desk, words, grant);
            case BUDGET -> new BudgetPart(desk, words, grant);
            case RIGHTS -> new RightsPart(desk, words, grant);
        };
    }

    /** What can be open. */
    enum Part {
        NEEDS,
        STATES,
        BUDGET,
        RIGHTS;

        String key() {
            return "situation.part." + name().toLowerCase(Locale.ROOT);
        }
    }
}
