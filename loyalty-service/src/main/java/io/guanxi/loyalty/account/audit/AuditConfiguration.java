package io.guanxi.loyalty.account.audit;

import io.guanxi.eventing.job.Jobs;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.account.view.accountentries.ListAccountEntries;
import io.guanxi.web.Page;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the audit of all accounts to work. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    AuditingAllAccounts auditingAllAccounts(
            FindAccountDetails accounts,
            AuditingAnAccount auditing,
            AuditProperties properties,
            ObjectProvider<MeterRegistry> meters) {
        return new AuditingAllAccounts(
                (tenant, cursor, limit) -> ids(accounts, tenant, cursor, limit),
                auditing::of,
                properties.accountsPerSecond(),
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                new AuditMeters(meters.getIfAvailable(SimpleMeterRegistry::new)));
    }

    private static Page<String> ids(FindAccountDetails accounts, String tenant, @Nullable String cursor, int limit) {
        Page<AccountDetails> page = accounts.ofTenant(tenant, cursor, limit);
        return new Page<>(page.items().stream().map(AccountDetails::customerId).toList(), page.next());
    }

    @Bean
    AuditsOfAll auditsOfAll(Jobs jobs, AuditingAllAccounts auditing) {
        return new AuditsOfAll(jobs, auditing);
    }

    @Bean
    AuditSchedule auditSchedule(
            ListAccountEntries entries, AuditsOfAll audits, AuditProperties properties, Clock clock) {
        return new AuditSchedule(entries::tenants, audits::askUnlessOneGoesOn, properties.every(), clock);
    }
}
