package org.relais.history.ui;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.history.AgeAnswer;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceList;
import org.relais.history.SubstanceList.Choice;
import org.relais.uikit.Formats;

/** The words of a substance profile in one language. Not asked, not known and not answered are three different words. */
record SubstanceWords(SubstanceList list, Locale locale) {

    /** One line of a profile; null where it was not asked. */
    record Line(String label, @Nullable String answer) {}

    String say(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    /** The primary substance, and the others where they are known. */
    String headline(SubstanceAnswers told) {
        var primary = answer(list.primary(), told.primary());
        var others = told.secondary().stream()
                .filter(code -> !list.alone(code))
                .map(code -> SubstanceList.word(list.secondary(), code, locale))
                .collect(Collectors.joining(", "));
        var first = primary == null ? say("history.substances.not-asked") : primary;
        return others.isEmpty() ? first : say("history.substances.headline", first, others);
    }

    List<Line> lines(SubstanceAnswers told) {
        var lines = new ArrayList<Line>();
        lines.add(line("primary", answer(list.primary(), told.primary())));
        lines.add(line("route", answer(list.routes(), told.route())));
        lines.add(new Line(frequency(), answer(list.frequencies(), told.frequency())));
        lines.add(line("first-use", age(told.firstUse())));
        lines.add(line(
                "secondary",
                told.secondary().isEmpty()
                        ? null
                        : told.secondary().stream()
                                .map(code -> SubstanceList.word(list.secondary(), code, locale))
                                .collect(Collectors.joining(", "))));
        lines.add(line("polydrug", answer(list.polydrug(), told.polydrug())));
        lines.add(line("injecting", answer(list.injecting(), told.injecting())));
        if (!list.neverInjected().equals(told.injecting())) {
            lines.add(line("first-injection", age(told.firstInjection())));
        }
        lines.add(line("sharing", answer(list.injecting(), told.sharing())));
        lines.add(line("last-use", lastUse(told)));
        return lines;
    }

    String frequency() {
        return say("history.substances.frequency", list.frequencyDays());
    }

    /** Which list it is, in which version, and that nobody approved it. */
    String mark() {
        var rule = list.rule();
        var key = rule.approved() ? "history.substances.approved" : "history.substances.not-approved";
        return say(key, rule.code(), rule.version(), rule.source());
    }

    /** The word of an answer; that it was not asked for an empty code. */
    String word(List<Choice> answers, String code) {
        return code.isEmpty() ? say("history.substances.not-asked") : SubstanceList.word(answers, code, locale);
    }

    private Line line(String label, @Nullable String answer) {
        return new Line(say("history.substances." + label), answer);
    }

    private @Nullable String answer(List<Choice> answers, @Nullable String code) {
        return code == null ? null : SubstanceList.word(answers, code, locale);
    }

    private @Nullable String age(@Nullable AgeAnswer told) {
        if (told == null) {
            return null;
        }
        return told.years() == null
                ? say("history.substances.age.not-known")
                : say("history.substances.age", told.years());
    }

    private @Nullable String lastUse(SubstanceAnswers told) {
        var formats = new Formats(locale, ZoneOffset.UTC);
        var day = told.lastUseOn() == null ? null : formats.date(told.lastUseOn());
        var time = told.lastUseAt();
        var when = day == null || time == null ? day : say("history.substances.last-use.at", day, formats.time(time));
        var amount = told.lastUseAmount();
        if (when == null || amount == null) {
            return when == null ? amount : when;
        }
        return say("history.substances.last-use.of", when, amount);
    }
}
