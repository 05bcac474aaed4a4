package org.relais.directory;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * The terms of the directory.
 *
 * @param verifiedDays how many days what is said of a partner counts as verified
 * @param mostRows the most rows of a file that is taken in
 * @param mostFileBytes the largest file of partners
 * @param mostSheetBytes the largest file of the library
 */
public record DirectoryRule(RuleHeader rule, int verifiedDays, int mostRows, int mostFileBytes, int mostSheetBytes)
        implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "PARTNER_DIRECTORY";

    /** Where its versions are. */
    public static final RuleKind<DirectoryRule> KIND =
            new RuleKind<>("partner-directory", DirectoryRule.class, DirectoryRule::check);

    private void check() {
        if (verifiedDays < 1 || mostRows < 1 || mostFileBytes < 1 || mostSheetBytes < 1) {
            throw new IllegalArgumentException("The terms of the directory are counted from 1");
        }
    }
}
