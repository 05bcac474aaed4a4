package org.relais.situation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks a rating of needs as it was filled in; nothing is repaired in silence. */
final class NeedsCheck {

    private static final int COMMENT = 2_000;

    private final NeedsMatrix matrix;
    private final LocalDate today;

    NeedsCheck(NeedsMatrix matrix, LocalDate today) {
        this.matrix = matrix;
        this.today = today;
    }

    /** A rating as it may be kept. */
    record Checked(
            Occasion occasion,
            LocalDate assessedOn,
            Map<NeedDomain, NeedAnswer> answers,
            @Nullable String comment,
            @Nullable String reason) {}

    Checked checked(Grant write, SignNeeds command, @Nullable NeedsRating wrong) {
        if (!write.centres().contains(command.centre())
                || (wrong != null && !wrong.centre().equals(command.centre()))) {
            throw new InvalidInput("centre", "situation.error.centre");
        }
        var occasion = command.occasion();
        if (occasion == null) {
            throw new InvalidInput("occasion", "shared.error.required");
        }
        var answers = answers(command.answers());
        if (answers.isEmpty()) {
            throw new InvalidInput("answers", "situation.error.nothing-rated");
        }
        var open = matrix.domains().size() - answers.size();
        if (open > 0 && !command.incomplete()) {
            throw new InvalidInput("answers", "situation.error.open", open);
        }
        var correction = command.correction();
        return new Checked(
                occasion,
                day(command.assessedOn(), wrong),
                answers,
                FreeText.optional("comment", command.comment(), COMMENT),
                correction == null ? null : FreeText.require("reason", correction.reason(), NeedsAssessments.TEXT));
    }

    private LocalDate day(@Nullable LocalDate day, @Nullable NeedsRating wrong) {
        if (day == null) {
            throw new InvalidInput("assessedOn", "shared.error.required");
        }
        var kept = wrong != null && wrong.assessedOn().equals(day);
        if (!kept && (day.isAfter(today) || day.isBefore(today.minusDays(matrix.daysBack())))) {
            throw new InvalidInput("assessedOn", "situation.error.assessed-on", matrix.daysBack());
        }
        return day;
    }

    private Map<NeedDomain, NeedAnswer> answers(Map<NeedDomain, NeedAnswer> told) {
        var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
        for (var domain : matrix.domains()) {
            var answer = told.get(domain);
            if (answer != null) {
                answers.put(domain, checked(domain, answer));
            }
        }
        if (answers.size() < told.size()) {
            throw new InvalidInput("answers", "situation.error.answer");
        }
        return answers;
    }

    private NeedAnswer checked(NeedDomain domain, NeedAnswer answer) {
        if (!matrix.allows(answer.level())) {
            throw new InvalidInput(domain.name(), "situation.error.answer");
        }
        return new NeedAnswer(
                answer.level(),
                text(domain, "need", answer.need()),
                text(domain, "resources", answer.resources()),
                text(domain, "risks", answer.risks()),
                text(domain, "obstacles", answer.obstacles()));
    }

    private static @Nullable String text(NeedDomain domain, String name, @Nullable String text) {
        return FreeText.optional(domain.name() + "." + name, text, NeedsAssessments.TEXT);
    }
}
