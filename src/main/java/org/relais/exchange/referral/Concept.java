package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What something is, by code and in words. Decide by system and code alone: a display may be wrong, or in another
 * language than its neighbour.
 *
 * @param codes the codes in the order of the source, possibly none
 * @param text the words of the source for the whole
 */
public record Concept(List<Code> codes, @Nullable String text) {

    public Concept {
        codes = List.copyOf(codes);
    }

    /** Whether one of the codes is exactly this one. */
    public boolean is(String system, String code) {
        return codes.stream().anyMatch(each -> system.equals(each.system()) && code.equals(each.code()));
    }

    /** Something to show: the text, else the first display, else the first code, else nothing. */
    public String words() {
        if (text != null) {
            return text;
        }
        for (var code : codes) {
            if (code.display() != null) {
                return code.display();
            }
        }
        for (var code : codes) {
            if (code.code() != null) {
                return code.code();
            }
        }
        return "";
    }

    /**
     * One code.
     *
     * @param system the code system as a URI
     * @param version the edition of the system, where given
     * @param display as the source wrote it, never to be trusted
     */
    public record Code(
            @Nullable String system,
            @Nullable String version,
            @Nullable String code,
            @Nullable String display) {}
}
