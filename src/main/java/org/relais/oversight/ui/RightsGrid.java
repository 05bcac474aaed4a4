package org.relais.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;

import org.relais.oversight.HeldRights;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Who holds what, one row a member of staff. */
final class RightsGrid extends Grid<HeldRights> {

    private final transient RightsWords words;

    RightsGrid(RightsWords words) {
        this.words = words;
        addClassName("relais-rights-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", getTranslation("oversight.rights.title"));
        addColumn(who())
                .setHeader(getTranslation("oversight.log.staff"))
                .setKey("staff")
                .setFlexGrow(3);
        addColumn(words::places)
                .setHeader(getTranslation("oversight.rights.places"))
                .setKey("places")
                .setFlexGrow(3)
                .setTooltipGenerator(words::places);
        addColumn(words::functions)
                .setHeader(getTranslation("oversight.rights.functions"))
                .setKey("functions")
                .setFlexGrow(2)
                .setTooltipGenerator(words::functions);
        addColumn(words::given)
                .setHeader(getTranslation("oversight.rights.given"))
                .setKey("given")
                .setFlexGrow(2);
        addColumn(rights -> words.number(rights.given().protectedPeople()))
                .setHeader(getTranslation("oversight.rights.protected"))
                .setKey("protected")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(this::used)
                .setHeader(getTranslation("oversight.rights.used"))
                .setKey("used")
                .setFlexGrow(2);
    }

    private Renderer<HeldRights> who() {
        return LitRenderer.<HeldRights>of(
                        "<a href=\"${item.path}\">${item.name}</a> <span class=\"relais-meta\">${item.role}</span>")
                .withProperty(
                        "path",
                        rights -> LogAddress.link(
                                LogQuestion.by(rights.holder().member().id())))
                .withProperty("name", rights -> rights.holder().member().name())
                .withProperty(
                        "role",
                        rights -> getTranslation(rights.holder().member().role().key()));
    }

    private Component used(HeldRights rights) {
        if (!rights.holder().member().active()) {
            return new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation("oversight.rights.closed"));
        }
        return rights.dormant()
                ? new SeverityBadge(Severity.WARNING, words.used(rights))
                : new Span(words.used(rights));
    }
}
