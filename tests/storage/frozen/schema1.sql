PRAGMA application_id = 1482184531;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'xiaoxie','001_drafts','2026-12-18 08:30:00.000000+00:00');
CREATE TABLE answers (
            draft TEXT NOT NULL REFERENCES drafts (uid) ON DELETE CASCADE,
            field TEXT NOT NULL, value TEXT NOT NULL, checksum TEXT NOT NULL,
            PRIMARY KEY (draft, field)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "answers" VALUES('d1','complaint_accepted_count','{"value":"42","unit":"件","qualifier":"余"}','092c597ed36ceb0d');
INSERT INTO "answers" VALUES('d1','date_of_issue','"2026-12-18"','505082bacbea2000');
INSERT INTO "answers" VALUES('d2','date_of_issue','"2026-12-18"','c81856cf0fdc2664');
CREATE TABLE drafts (
            uid TEXT PRIMARY KEY,
            organization TEXT NOT NULL REFERENCES organizations (uid),
            report TEXT NOT NULL, version INTEGER NOT NULL, year INTEGER NOT NULL,
            created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
            title TEXT NOT NULL, title_given INTEGER NOT NULL,
            omitted TEXT NOT NULL, ticks TEXT NOT NULL, ignored TEXT NOT NULL,
            step TEXT NOT NULL, state TEXT NOT NULL, changed_since INTEGER NOT NULL,
            revision INTEGER NOT NULL, copied_from TEXT NOT NULL,
            steps_done INTEGER NOT NULL, steps_total INTEGER NOT NULL,
            errors INTEGER NOT NULL, warnings INTEGER NOT NULL, counted_revision INTEGER NOT NULL,
            last_event INTEGER NOT NULL, turn INTEGER NOT NULL, deleted_at TEXT, checksum TEXT NOT NULL
        ) STRICT;
INSERT INTO "drafts" VALUES('d1','o1','annual_summary',1,2026,'2026-12-18T08:30:00.000000Z','2026-12-18T08:30:00.000000Z','清溪镇2026年工作总结',0,'["alerts"]','[]','[]','lead','editing',0,3,'',0,0,0,0,-1,4,1797582600000002,NULL,'a114bfb60dcd34a0');
INSERT INTO "drafts" VALUES('d2','o1','annual_summary',1,2026,'2026-12-18T08:30:00.000000Z','2026-12-18T08:30:00.000000Z','清溪镇2026年工作总结',0,'[]','[]','[]','','editing',0,0,'',0,0,0,0,-1,2,1797582600000003,'2026-12-18T08:30:00.000000Z','6afa869f7fe3d390');
CREATE TABLE events (
            draft TEXT NOT NULL REFERENCES drafts (uid) ON DELETE CASCADE,
            seq INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
            before TEXT NOT NULL, after TEXT NOT NULL, undoes INTEGER, checksum TEXT NOT NULL,
            PRIMARY KEY (draft, seq)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "events" VALUES('d1',1,'2026-12-18T08:30:00.000000Z','created','annual_summary','null','null',NULL,'2f9dce933e017bc1');
INSERT INTO "events" VALUES('d1',2,'2026-12-18T08:30:00.000000Z','answer','complaint_accepted_count','null','{"value":"42","unit":"件","qualifier":"余"}',NULL,'1ee963620ce9ad3b');
INSERT INTO "events" VALUES('d1',3,'2026-12-18T08:30:00.000000Z','text','lead','{"p1":null}','{"p1":{"pieces":["全年受理",{"field":"complaint_accepted_count"}]}}',NULL,'e0dcc212c03f98d0');
INSERT INTO "events" VALUES('d1',4,'2026-12-18T08:30:00.000000Z','omit','alerts','false','true',NULL,'cf07ebefd327988c');
INSERT INTO "events" VALUES('d2',1,'2026-12-18T08:30:00.000000Z','created','annual_summary','null','null',NULL,'62cd9c965b5c5396');
INSERT INTO "events" VALUES('d2',2,'2026-12-18T08:30:00.000000Z','deleted','','null','null',NULL,'4176810e619c80f5');
CREATE TABLE facts (
            organization TEXT NOT NULL REFERENCES organizations (uid),
            year INTEGER NOT NULL, fact TEXT NOT NULL, item TEXT NOT NULL, list TEXT NOT NULL,
            scope TEXT NOT NULL, period TEXT NOT NULL,
            value TEXT NOT NULL, draft TEXT NOT NULL, event INTEGER NOT NULL, checksum TEXT NOT NULL,
            PRIMARY KEY (organization, year, fact, item, list, scope, period)
        ) STRICT;
INSERT INTO "facts" VALUES('o1',2026,'complaint_accepted_count','','cca','own','year','{"value":"42","unit":"件","qualifier":"余"}','d1',2,'9e363a2031b57c62');
CREATE TABLE organizations (
            uid TEXT PRIMARY KEY, profile TEXT NOT NULL, checksum TEXT NOT NULL
        ) STRICT;
INSERT INTO "organizations" VALUES('o1','{"name":"清溪镇消费者协会分会","short_name":"","self_reference":"","place":"","authority_code":"","mark":"","signers":["甲"],"main_recipients":"","printing_authority":"","phone":""}','71171adf9f11f726');
CREATE TABLE search_texts (
            draft TEXT PRIMARY KEY REFERENCES drafts (uid) ON DELETE CASCADE, text TEXT NOT NULL
        ) STRICT;
INSERT INTO "search_texts" VALUES('d1','全年受理投诉');
INSERT INTO "search_texts" VALUES('d2','全年受理投诉');
CREATE TABLE settings (
            organization TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (organization, name)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('','appearance','dark');
CREATE TABLE texts (
            draft TEXT NOT NULL REFERENCES drafts (uid) ON DELETE CASCADE,
            section TEXT NOT NULL, paragraph TEXT NOT NULL, content TEXT NOT NULL, checksum TEXT NOT NULL,
            PRIMARY KEY (draft, section, paragraph)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "texts" VALUES('d1','lead','p1','{"pieces":["全年受理",{"field":"complaint_accepted_count"}]}','63faf84cd598c2c1');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
