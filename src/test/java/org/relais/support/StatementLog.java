package org.relais.support;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Every statement that the portal sends to the database, in order. A test that counts calls {@link #clear()} first:
 *
 * <pre>{@code
 * statements.clear();
 * service.open(grant);
 * assertThat(statements.ofAccount("_application")).hasSizeLessThanOrEqualTo(8);
 * }</pre>
 */
public final class StatementLog {

    private final List<SeenStatement> statements = new CopyOnWriteArrayList<>();
    private final Map<Connection, String> accounts = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final LoggedBeforeRead rule;

    StatementLog(LoggedBeforeRead rule) {
        this.rule = rule;
    }

    /** All statements since {@link #clear()}. */
    public List<SeenStatement> all() {
        return List.copyOf(statements);
    }

    /** The statements of an account whose name ends like this, for example {@code _application} or {@code _log}. */
    public List<SeenStatement> ofAccount(String ending) {
        return statements.stream()
                .filter(statement -> statement.account().endsWith(ending))
                .toList();
    }

    /** The statements that a thread sent. */
    public List<SeenStatement> ofThread(Thread thread) {
        return statements.stream()
                .filter(statement -> statement.thread().equals(thread.getName()))
                .toList();
    }

    /** Forgets what was seen. */
    public void clear() {
        statements.clear();
    }

    LoggedBeforeRead rule() {
        return rule;
    }

    DataSource watch(DataSource source, String name) {
        return ProxyDataSourceBuilder.create(name, source)
                .listener(new Queries())
                .methodListener(new Methods())
                .build();
    }

    private List<SeenStatement> seen(ExecutionInfo execution, List<QueryInfo> queries) {
        var seen = new ArrayList<SeenStatement>();
        for (var query : queries) {
            var parameters = query.getParametersList().stream()
                    .flatMap(List::stream)
                    .map(call -> call.getArgs().length > 1 ? Objects.toString(call.getArgs()[1]) : "")
                    .toList();
            seen.add(new SeenStatement(
                    execution.getDataSourceName(),
                    account(connection(execution)),
                    execution.getConnectionId(),
                    Thread.currentThread().getName(),
                    clock.instant(),
                    query.getQuery(),
                    parameters));
        }
        return seen;
    }

    private static Connection connection(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection();
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private String account(Connection connection) {
        return accounts.computeIfAbsent(connection, unknown -> {
            try {
                return unknown.getMetaData().getUserName().replaceFirst("@.*", "");
            } catch (SQLException closed) {
                throw new IllegalStateException(closed);
            }
        });
    }

    private final class Queries implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            seen(execution, queries).forEach(rule::before);
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            for (var statement : seen(execution, queries)) {
                // What the node does by itself from time to time belongs to no act
                if (!statement.thread().startsWith("scheduling-")
                        && !statement.thread().equals("sealing")) {
                    statements.add(statement);
                }
                if (execution.isSuccess()) {
                    rule.after(statement, autoCommit(execution));
                }
            }
        }

        private static boolean autoCommit(ExecutionInfo execution) {
            try {
                return connection(execution).getAutoCommit();
            } catch (SQLException closed) {
                throw new IllegalStateException(closed);
            }
        }
    }

    private final class Methods implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext call) {
            // Only what has happened counts
        }

        @Override
        public void afterMethod(MethodExecutionContext call) {
            if (!(call.getTarget() instanceof Connection connection) || call.getThrown() != null) {
                return;
            }
            var id = call.getConnectionInfo().getConnectionId();
            switch (call.getMethod().getName()) {
                case "commit" -> rule.committed(id);
                case "setAutoCommit" -> {
                    if (isTrue(call.getMethod(), call.getMethodArgs())) {
                        rule.committed(id);
                    }
                }
                case "rollback" -> rule.forgotten(id);
                case "close" -> {
                    rule.forgotten(id);
                    accounts.remove(connection);
                }
                default -> {
                    // Says nothing about a transaction
                }
            }
        }

        private static boolean isTrue(Method method, Object[] arguments) {
            return method.getParameterCount() == 1 && Arrays.asList(arguments).contains(true);
        }
    }
}
