-- The two schemas of Relais and the six accounts that reach them. Run once by an administrator of the server, and again
-- after a password changed or with a new version of Relais: every statement may be repeated. Replace each dollar-brace
-- name before running, for example with envsubst. The embedded database and the tests run this very file.
--
-- schema, logSchema: usually relais and relais_audit
-- host: where the accounts connect from, for example 10.0.0.% or %
-- The access log and the ledgers live in logSchema: no account of Relais may change or remove a row there, the one that
-- migrates included. Rows older than their retention are removed by an administrator of the server, by partition.

CREATE DATABASE IF NOT EXISTS `${schema}` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
CREATE DATABASE IF NOT EXISTS `${logSchema}` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE USER IF NOT EXISTS '${migrationAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${applicationAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${logAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${sealingAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${auditorAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${backupAccount}'@'${host}';

-- What an earlier version or a hand granted is taken back first, so that what follows is all there is.
REVOKE ALL PRIVILEGES, GRANT OPTION FROM '${migrationAccount}'@'${host}', '${applicationAccount}'@'${host}',
    '${logAccount}'@'${host}', '${sealingAccount}'@'${host}', '${auditorAccount}'@'${host}', '${backupAccount}'@'${host}';

ALTER USER '${migrationAccount}'@'${host}' IDENTIFIED BY '${migrationPassword}';
ALTER USER '${applicationAccount}'@'${host}' IDENTIFIED BY '${applicationPassword}';
ALTER USER '${logAccount}'@'${host}' IDENTIFIED BY '${logPassword}';
ALTER USER '${sealingAccount}'@'${host}' IDENTIFIED BY '${sealingPassword}';
ALTER USER '${auditorAccount}'@'${host}' IDENTIFIED BY '${auditorPassword}';
ALTER USER '${backupAccount}'@'${host}' IDENTIFIED BY '${backupPassword}';

-- In the name of a schema a GRANT reads the underscore as "any character", so it is escaped first.
SET @schema = REPLACE('${schema}', '_', '\\_');
SET @log_schema = REPLACE('${logSchema}', '_', '\\_');

-- Migrations: the tables of the rooms without limit; in the log it makes and widens tables, and removes nothing.
EXECUTE IMMEDIATE CONCAT('GRANT ALL PRIVILEGES ON `', @schema, '`.* TO ''${migrationAccount}''@''${host}''');
EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT, CREATE, ALTER, INDEX, REFERENCES ON `', @log_schema, '`.* TO ''${migrationAccount}''@''${host}''');

-- The application: rows of the rooms; it reads the log and adds its rows there.
EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT, UPDATE, DELETE ON `', @schema, '`.* TO ''${applicationAccount}''@''${host}''');
EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', @log_schema, '`.* TO ''${applicationAccount}''@''${host}''');

-- The log writer: reads the log and adds its rows, and knows nothing else.
EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', @log_schema, '`.* TO ''${logAccount}''@''${host}''');

-- Sealing: reads the log and adds seals. It cannot add a row of the log, nor the others a seal.
EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', @log_schema, '`.* TO ''${sealingAccount}''@''${host}''');

-- Who adds to which table. A right on a table that migrations make only later is given together with CREATE, which is
-- taken back at once. A new table of the log is named here with the version that makes it.
GRANT INSERT, CREATE ON `${logSchema}`.`access_event` TO '${applicationAccount}'@'${host}', '${logAccount}'@'${host}';
GRANT INSERT, CREATE ON `${logSchema}`.`access_shown` TO '${applicationAccount}'@'${host}', '${logAccount}'@'${host}';
GRANT INSERT, CREATE ON `${logSchema}`.`audit_key` TO '${sealingAccount}'@'${host}';
GRANT INSERT, CREATE ON `${logSchema}`.`audit_epoch` TO '${sealingAccount}'@'${host}';
GRANT INSERT, CREATE ON `${logSchema}`.`audit_epoch_range` TO '${sealingAccount}'@'${host}';
GRANT INSERT, CREATE ON `${logSchema}`.`audit_epoch_write` TO '${sealingAccount}'@'${host}';
GRANT INSERT, CREATE ON `${logSchema}`.`audit_check` TO '${sealingAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`access_event` FROM '${applicationAccount}'@'${host}', '${logAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`access_shown` FROM '${applicationAccount}'@'${host}', '${logAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`audit_key` FROM '${sealingAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`audit_epoch` FROM '${sealingAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`audit_epoch_range` FROM '${sealingAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`audit_epoch_write` FROM '${sealingAccount}'@'${host}';
REVOKE CREATE ON `${logSchema}`.`audit_check` FROM '${sealingAccount}'@'${host}';

-- The auditor reads the log from outside the portal. It holds ids and closed words, no clinical content.
EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', @log_schema, '`.* TO ''${auditorAccount}''@''${host}''');

-- The backup reads everything of Relais, the accounts and the binary log, and changes nothing. Guard it like the data.
-- Relais has no trigger, routine or event: the rights to read those are also rights to make them.
EXECUTE IMMEDIATE CONCAT('GRANT SELECT, SHOW VIEW ON `', @schema, '`.* TO ''${backupAccount}''@''${host}''');
EXECUTE IMMEDIATE CONCAT('GRANT SELECT, SHOW VIEW ON `', @log_schema, '`.* TO ''${backupAccount}''@''${host}''');
GRANT SELECT ON `mysql`.* TO '${backupAccount}'@'${host}';
GRANT BINLOG MONITOR, REPLICATION SLAVE ON *.* TO '${backupAccount}'@'${host}';
