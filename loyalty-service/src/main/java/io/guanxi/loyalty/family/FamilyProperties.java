package io.guanxi.loyalty.family;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers may collect together.
 *
 * @param mostMembers {@code guanxi.loyalty.family.most-members}, those who are invited counted in
 */
@ConfigurationProperties("guanxi.loyalty.family")
public record FamilyProperties(@DefaultValue("8") int mostMembers) {

    public FamilyProperties {
        if (mostMembers < 2) {
            throw new IllegalArgumentException(
                    "guanxi.loyalty.family.most-members: " + mostMembers + " (expected: 2 or more)");
        }
    }
}
