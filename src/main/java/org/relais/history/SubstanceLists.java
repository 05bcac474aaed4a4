package org.relais.history;

import org.springframework.stereotype.Component;

import org.relais.rules.RuleInForce;
import org.relais.rules.Rules;

/** The list of answers in force, and the versions that profiles were told with. */
@Component
public class SubstanceLists {

    private final Rules rules;
    private final RuleInForce<SubstanceList> inForce;

    SubstanceLists(Rules rules, RuleInForce<SubstanceList> inForce) {
        this.rules = rules;
        this.inForce = inForce;
    }

    public SubstanceList now() {
        return inForce.now();
    }

    /**
     * The version a profile was told with.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SubstanceList version(int version) {
        return rules.version(SubstanceList.KIND, SubstanceList.CODE, version)
                .orElseThrow(() -> new IllegalArgumentException("No such list of substances: version " + version));
    }
}
