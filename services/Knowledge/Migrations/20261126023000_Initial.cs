using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Knowledge.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "article",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    summary = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    audiences = table.Column<List<string>>(type: "text[]", nullable: false),
                    keywords = table.Column<List<string>>(type: "text[]", nullable: false),
                    routes = table.Column<List<string>>(type: "text[]", nullable: false),
                    dimensions = table.Column<List<string>>(type: "text[]", nullable: false),
                    cpv_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    related = table.Column<List<string>>(type: "text[]", nullable: false),
                    models = table.Column<List<string>>(type: "text[]", nullable: false),
                    cases = table.Column<List<string>>(type: "text[]", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    owner = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    owner_org = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seed_mark = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    thing = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discussion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    for_group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    model_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_activity_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reply_count = table.Column<int>(type: "integer", nullable: false),
                    answer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hidden_reason = table.Column<string>(type: "text", nullable: true),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    writer_label = table.Column<string>(type: "text", nullable: false),
                    writer_name = table.Column<string>(type: "text", nullable: false),
                    writer_org = table.Column<string>(type: "text", nullable: false),
                    writer_subject = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_lane",
                columns: table => new
                {
                    lane = table.Column<short>(type: "smallint", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_served = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_lane", x => x.lane);
                });

            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    lane = table.Column<short>(type: "smallint", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    transaction_id = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()"),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    page = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follower",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    org = table.Column<string>(type: "text", nullable: false),
                    is_network_lead = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    pending_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    mail_secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    feed_secret = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follower", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                columns: table => new
                {
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_key", x => new { x.subject, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "known_baseline",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    municipality_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    willing_to_mentor = table.Column<bool>(type: "boolean", nullable: false),
                    applied = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_baseline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_collaboration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    municipality_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    is_model = table.Column<bool>(type: "boolean", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin_version = table.Column<int>(type: "integer", nullable: true),
                    sustainable = table.Column<string>(type: "text", nullable: false),
                    sustainable_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    results = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_collaboration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_mentorship",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    mentor_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    helped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_mentorship", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_municipality",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    groups = table.Column<List<string>>(type: "text[]", nullable: false, defaultValueSql: "'{}'")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_municipality", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "learning_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    summary = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    municipality_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "text", nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    enterprise = table.Column<string>(type: "text", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    collaboration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    deal_version = table.Column<int>(type: "integer", nullable: false),
                    routes = table.Column<List<string>>(type: "text[]", nullable: false),
                    cpv_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    dimensions = table.Column<List<string>>(type: "text[]", nullable: false),
                    value_sek = table.Column<decimal>(type: "numeric", nullable: true),
                    jobs = table.Column<decimal>(type: "numeric", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    buyer_contact = table.Column<string>(type: "text", nullable: false),
                    supplier_contact = table.Column<string>(type: "text", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    buyer_approved = table.Column<bool>(type: "boolean", nullable: false),
                    supplier_approved = table.Column<bool>(type: "boolean", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seed_mark = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learning_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    agenda = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    join_link = table.Column<string>(type: "text", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    invited = table.Column<List<string>>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    organiser_org = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    adopted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    article_slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    follow_ups = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    thing = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    orgs = table.Column<List<string>>(type: "text[]", nullable: true),
                    for_group = table.Column<string>(type: "text", nullable: true),
                    mentions = table.Column<List<string>>(type: "text[]", nullable: false),
                    participants = table.Column<List<string>>(type: "text[]", nullable: false),
                    narrow = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_entry",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    keywords = table.Column<List<string>>(type: "text[]", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    audiences = table.Column<List<string>>(type: "text[]", nullable: false),
                    routes = table.Column<List<string>>(type: "text[]", nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false),
                    readers = table.Column<List<string>>(type: "text[]", nullable: false),
                    head = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    analysis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entry", x => new { x.kind, x.id });
                });

            migrationBuilder.CreateTable(
                name: "article_revision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_revision", x => x.id);
                    table.ForeignKey(
                        name: "fk_article_revision_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachment_content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_content", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachment_content_attachments_id",
                        column: x => x.id,
                        principalTable: "attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "moderation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    discussion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    moderator = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation", x => x.id);
                    table.ForeignKey(
                        name: "fk_moderation_discussion_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "discussion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reply",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    discussion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    body = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rewritten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_reason = table.Column<string>(type: "text", nullable: true),
                    writer_label = table.Column<string>(type: "text", nullable: false),
                    writer_name = table.Column<string>(type: "text", nullable: false),
                    writer_org = table.Column<string>(type: "text", nullable: false),
                    writer_subject = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply", x => x.id);
                    table.ForeignKey(
                        name: "fk_reply_discussions_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "discussion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    discussion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reporter = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_discussion_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "discussion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    period = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail", x => x.id);
                    table.ForeignKey(
                        name: "fk_mail_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "preference",
                columns: table => new
                {
                    follower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    thing = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preference", x => new { x.follower_id, x.kind, x.thing });
                    table.ForeignKey(
                        name: "fk_preference_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    org = table.Column<string>(type: "text", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    has_place = table.Column<bool>(type: "boolean", nullable: false),
                    attended = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration", x => x.id);
                    table.ForeignKey(
                        name: "fk_registration_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification", x => x.id);
                    table.ForeignKey(
                        name: "fk_notification_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notification_mail_mail_id",
                        column: x => x.mail_id,
                        principalTable: "mail",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_notification_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "event_lane",
                columns: new[] { "lane", "failures", "last_served", "not_before" },
                values: new object[,]
                {
                    { (short)0, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)1, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)2, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)3, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)4, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)5, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)6, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)7, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)8, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)9, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)10, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)11, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)12, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)13, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)14, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { (short)15, 0, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) }
                });

            migrationBuilder.CreateIndex(
                name: "ix_article_slug",
                table: "article",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_status_review_by",
                table: "article",
                columns: new[] { "status", "review_by" });

            migrationBuilder.CreateIndex(
                name: "ix_article_revision_article_id_version",
                table: "article_revision",
                columns: new[] { "article_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_attachment_kind_thing",
                table: "attachment",
                columns: new[] { "kind", "thing" });

            migrationBuilder.CreateIndex(
                name: "ix_discussion_last_activity_at",
                table: "discussion",
                column: "last_activity_at");

            migrationBuilder.CreateIndex(
                name: "ix_event_log_feed",
                table: "event_log",
                columns: new[] { "transaction_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_event_log_message_id",
                table: "event_log",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_log_noun",
                table: "event_log",
                columns: new[] { "name", "key", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_event_log_parked",
                table: "event_log",
                column: "parked_at",
                filter: "parked_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_event_log_waiting",
                table: "event_log",
                columns: new[] { "lane", "sequence" },
                filter: "published_at is null and parked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_handled_at_sent_at",
                table: "feedback",
                columns: new[] { "handled_at", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_follower_subject",
                table: "follower",
                column: "subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_key_created_at",
                table: "idempotency_key",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_received_at",
                table: "inbox",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_known_baseline_municipality_code_answered_on",
                table: "known_baseline",
                columns: new[] { "municipality_code", "answered_on" });

            migrationBuilder.CreateIndex(
                name: "ix_known_collaboration_origin_id",
                table: "known_collaboration",
                column: "origin_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_mentorship_mentor_code_dimension",
                table: "known_mentorship",
                columns: new[] { "mentor_code", "dimension" });

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_collaboration_id",
                table: "learning_case",
                column: "collaboration_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_deal_id",
                table: "learning_case",
                column: "deal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_slug",
                table: "learning_case",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_status",
                table: "learning_case",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_mail_follower_id_period",
                table: "mail",
                columns: new[] { "follower_id", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mail_try_at",
                table: "mail",
                column: "try_at",
                filter: "sent_at is null and dropped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_status_starts_at",
                table: "meeting",
                columns: new[] { "status", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_discussion_id_at",
                table: "moderation",
                columns: new[] { "discussion_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_kind_thing_version",
                table: "notice",
                columns: new[] { "kind", "thing", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_occurred_at",
                table: "notice",
                column: "occurred_at",
                filter: "fanned_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_notification_digest_occurred_at",
                table: "notification",
                columns: new[] { "digest", "occurred_at" },
                filter: "mail_id is null and digest <> 'off'");

            migrationBuilder.CreateIndex(
                name: "ix_notification_follower_id_notice_id",
                table: "notification",
                columns: new[] { "follower_id", "notice_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notification_follower_id_occurred_at",
                table: "notification",
                columns: new[] { "follower_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notification_mail_id",
                table: "notification",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_notification_notice_id",
                table: "notification",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_registration_meeting_id_number",
                table: "registration",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_meeting_id_subject",
                table: "registration",
                columns: new[] { "meeting_id", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reply_discussion_id_number",
                table: "reply",
                columns: new[] { "discussion_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_report_at",
                table: "report",
                column: "at",
                filter: "handled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_report_discussion_id_reply_id_reporter",
                table: "report",
                columns: new[] { "discussion_id", "reply_id", "reporter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_entry_words",
                table: "search_entry",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            // The words that people have written in public, for mending what others misspell. Drafts lend none.
            migrationBuilder.Sql("""
                create table search_word (word text primary key, folded text not null);
                create index ix_search_word_folded on search_word using gin (folded gin_trgm_ops);
                create function note_search_words() returns trigger language plpgsql as $$
                begin
                  -- In order, so that two writers never wait for each other in a circle.
                  insert into search_word
                  select distinct word, translate(word, 'åäö', 'aao')
                  from regexp_split_to_table(
                    translate(lower(concat_ws(' ', new.title, new.summary, array_to_string(new.keywords, ' '), new.body)), 'éèêëáàâüøæ', 'eeeeaaayöä'),
                    '[^[:alpha:]]+') word
                  where length(word) between 4 and 60
                  order by word
                  on conflict do nothing;
                  return null;
                end $$;
                create trigger note_search_words after insert or update on search_entry
                  for each row when (new.public) execute function note_search_words();
                """);

            // Texts and their words are moved aside, but the small vector that all hits are ranked by stays in the row.
            migrationBuilder.Sql("alter table search_entry set (toast_tuple_target = 4080)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger note_search_words on search_entry; drop function note_search_words; drop table search_word");

            migrationBuilder.DropTable(
                name: "article_revision");

            migrationBuilder.DropTable(
                name: "attachment_content");

            migrationBuilder.DropTable(
                name: "event_lane");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "idempotency_key");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "known_baseline");

            migrationBuilder.DropTable(
                name: "known_collaboration");

            migrationBuilder.DropTable(
                name: "known_mentorship");

            migrationBuilder.DropTable(
                name: "known_municipality");

            migrationBuilder.DropTable(
                name: "learning_case");

            migrationBuilder.DropTable(
                name: "moderation");

            migrationBuilder.DropTable(
                name: "notification");

            migrationBuilder.DropTable(
                name: "preference");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropTable(
                name: "reply");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "search_entry");

            migrationBuilder.DropTable(
                name: "article");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "mail");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "discussion");

            migrationBuilder.DropTable(
                name: "follower");
        }
    }
}
