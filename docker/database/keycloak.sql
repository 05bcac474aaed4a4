-- The schema of Keycloak and its one account. Run like accounts.sql, by the same hand: every statement may be repeated.

CREATE DATABASE IF NOT EXISTS `${identitySchema}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER IF NOT EXISTS '${identityAccount}'@'${host}';
REVOKE ALL PRIVILEGES, GRANT OPTION FROM '${identityAccount}'@'${host}';
ALTER USER '${identityAccount}'@'${host}' IDENTIFIED BY '${identityPassword}';
SET @identity_schema = REPLACE('${identitySchema}', '_', '\\_');
EXECUTE IMMEDIATE CONCAT('GRANT ALL PRIVILEGES ON `', @identity_schema, '`.* TO ''${identityAccount}''@''${host}''');
