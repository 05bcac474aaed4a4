-- The two schemas of Relais and the three accounts that reach them. Run once by an administrator of the server, and
-- again after a password changed: every statement may be repeated. Replace each dollar-brace name before running, for
-- example with envsubst. The embedded database and the tests run this very file.
--
-- schema, logSchema: usually relais and relais_audit
-- host: where the application connects from, for example 10.0.0.% or %
-- The access log and the ledgers live in logSchema: no account of the application may change or remove a row there.

CREATE DATABASE IF NOT EXISTS `${schema}` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
CREATE DATABASE IF NOT EXISTS `${logSchema}` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE USER IF NOT EXISTS '${migrationAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${applicationAccount}'@'${host}';
CREATE USER IF NOT EXISTS '${logAccount}'@'${host}';

ALTER USER '${migrationAccount}'@'${host}' IDENTIFIED BY '${migrationPassword}';
ALTER USER '${applicationAccount}'@'${host}' IDENTIFIED BY '${applicationPassword}';
ALTER USER '${logAccount}'@'${host}' IDENTIFIED BY '${logPassword}';

-- In the name of a schema a GRANT reads the underscore as "any character", so it is escaped first.
SET @schema = REPLACE('${schema}', '_', '\\_');
SET @log_schema = REPLACE('${logSchema}', '_', '\\_');

EXECUTE IMMEDIATE CONCAT('GRANT ALL PRIVILEGES ON `', @schema, '`.* TO ''${migrationAccount}''@''${host}''');
EXECUTE IMMEDIATE CONCAT('GRANT ALL PRIVILEGES ON `', @log_schema, '`.* TO ''${migrationAccount}''@''${host}''');

EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT, UPDATE, DELETE ON `', @schema, '`.* TO ''${applicationAccount}''@''${host}''');
EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT ON `', @log_schema, '`.* TO ''${applicationAccount}''@''${host}''');

EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT ON `', @log_schema, '`.* TO ''${logAccount}''@''${host}''');
