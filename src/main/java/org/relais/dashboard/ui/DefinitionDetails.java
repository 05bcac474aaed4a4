package org.relais.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;

import org.relais.indicator.IndicatorRule;
import org.relais.indicator.Period;

/** The name of an indicator, which opens to what it is, so that nobody has to guess what was counted. */
class DefinitionDetails extends NativeDetails {

    /** @param ripe the days a lag leads to; said of an indicator that has one */
    DefinitionDetails(IndicatorRule rule, FigureWords words, Period ripe) {
        this(
                rule,
                words,
                rule.lagDays() == 0 ? "" : text("dashboard.definition.lag", rule.lagDays(), words.period(ripe)));
    }

    /** As the other one, where the days stand beside: a month is that in which what is counted began. */
    static DefinitionDetails ofMonths(IndicatorRule rule, FigureWords words) {
        return new DefinitionDetails(
                rule, words, rule.lagDays() == 0 ? "" : text("dashboard.network.lag", rule.lagDays()));
    }

    private DefinitionDetails(IndicatorRule rule, FigureWords words, String lag) {
        var key = "indicator." + rule.code() + ".";
        var lines = new Div(
                new Paragraph(text("dashboard.definition.counted", text(key + "counted"))),
                new Paragraph(text("dashboard.definition.left-out", text(key + "left-out"))));
        if (!lag.isEmpty()) {
            lines.add(new Paragraph(lag));
        }
        lines.add(new Paragraph(text(
                rule.rule().approved() ? "dashboard.definition.approved" : "dashboard.definition.not-approved",
                rule.rule().code(),
                rule.rule().version(),
                rule.rule().source())));
        lines.addClassNames("relais-dashboard-definition", "relais-meta");
        setSummaryText(words.name(rule.code()));
        setContent(lines);
        addClassName("relais-dashboard-details");
    }

    private static String text(String key, Object... arguments) {
        return FigureWords.text(key, arguments);
    }
}
