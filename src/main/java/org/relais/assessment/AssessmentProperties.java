package org.relais.assessment;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service decides about instruments.
 *
 * @param enabled the codes of instruments that ship disabled and that this service offers all the same
 */
@ConfigurationProperties("relais.assessment")
record AssessmentProperties(@DefaultValue Set<String> enabled) {

    AssessmentProperties {
        enabled = Set.copyOf(enabled);
    }
}
