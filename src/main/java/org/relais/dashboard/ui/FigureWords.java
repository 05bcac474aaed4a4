package org.relais.dashboard.ui;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.indicator.Figure;
import org.relais.indicator.IndicatorRule;
import org.relais.indicator.Measure;
import org.relais.indicator.Period;
import org.relais.uikit.Formats;

/** How figures are written in the reader's language. */
final class FigureWords {

    private final Formats formats;

    FigureWords(Locale locale) {
        // Only days and numbers are written with it, which have no time zone
        this.formats = new Formats(locale, ZoneOffset.UTC);
    }

    Formats formats() {
        return formats;
    }

    String name(String figure) {
        return text("indicator." + figure + ".name");
    }

    /** The figure itself: a percentage, or the median of days; "n/a" without a denominator. */
    String value(IndicatorRule rule, Figure figure) {
        return value(rule, number(rule, figure));
    }

    /** A value of an indicator; "n/a" where there is none. */
    String value(IndicatorRule rule, @Nullable BigDecimal number) {
        return number == null ? text("dashboard.none") : withUnit(rule, number);
    }

    /** The figure as a number; null without a denominator. */
    static @Nullable BigDecimal number(IndicatorRule rule, Figure figure) {
        return rule.measure() == Measure.DURATION ? figure.median() : figure.percent();
    }

    /** How far it is from before, with its sign; empty where one of both is not there. */
    String change(IndicatorRule rule, Figure figure, Figure before) {
        return change(rule, number(rule, figure), number(rule, before));
    }

    /** How far one value of an indicator is from another, with its sign; empty where one of both is not there. */
    String change(IndicatorRule rule, @Nullable BigDecimal now, @Nullable BigDecimal then) {
        if (now == null || then == null) {
            return "";
        }
        var change = now.subtract(then);
        var amount = formats.number(change.abs());
        return text(
                "dashboard.change." + (rule.measure() == Measure.DURATION ? "days" : "points")
                        + (change.signum() < 0 ? "-less" : change.signum() == 0 ? "-none" : "-more"),
                amount);
    }

    String withUnit(IndicatorRule rule, BigDecimal number) {
        var written = formats.number(number);
        return text(rule.measure() == Measure.DURATION ? "dashboard.days" : "dashboard.percent", written);
    }

    String period(Period period) {
        return text("dashboard.period.words", formats.date(period.from()), formats.date(period.to()));
    }

    static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
