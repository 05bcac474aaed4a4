package org.relais.assessment;

import java.util.List;
import java.util.Optional;

/**
 * Why an instrument may be impossible to fill in, and what is done instead.
 *
 * @param advice what to do instead of scoring
 */
public record NotAssessableChoices(List<Reason> reasons, LocalText advice) {

    /**
     * One reason to choose from.
     *
     * @param detailRequired whether the reason must be told in words
     */
    public record Reason(String code, LocalText text, boolean detailRequired) {

        public Reason {
            Must.beCode(code, "a reason");
            Must.bePresent(text, "text of reason " + code);
        }
    }

    public NotAssessableChoices {
        reasons = Must.beFilled(reasons, "reasons why not assessable");
        Must.bePresent(advice, "advice when not assessable");
        Must.beDistinct(reasons.stream().map(Reason::code).toList(), "the reasons");
    }

    public Optional<Reason> reason(String code) {
        return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
