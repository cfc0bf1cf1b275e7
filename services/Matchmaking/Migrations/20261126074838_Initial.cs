using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Matchmaking.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cpv_label",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    changed_in = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cpv_label", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "deal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    interest_id = table.Column<Guid>(type: "uuid", nullable: true),
                    match = table.Column<string>(type: "jsonb", nullable: true),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_name = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    cpv_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    need_published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    agreement_type = table.Column<string>(type: "text", nullable: true),
                    route = table.Column<string>(type: "text", nullable: true),
                    agreed_value_sek = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    expected_jobs = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: true),
                    expected_placements = table.Column<int>(type: "integer", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_months = table.Column<int>(type: "integer", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "text", nullable: true),
                    supplier_agrees = table.Column<bool>(type: "boolean", nullable: true),
                    supplier_comment = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_copy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    presentation = table.Column<string>(type: "text", nullable: false),
                    kinds = table.Column<List<string>>(type: "text[]", nullable: false),
                    target_groups = table.Column<List<string>>(type: "text[]", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    offers = table.Column<string>(type: "jsonb", nullable: false),
                    out_of_sight = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    changed_in = table.Column<ulong>(type: "xid8", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_copy", x => x.id);
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
                name: "exposure",
                columns: table => new
                {
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    changed_in = table.Column<ulong>(type: "xid8", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exposure", x => new { x.enterprise_id, x.day });
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
                name: "interest",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    match = table.Column<string>(type: "jsonb", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    no_deal_reason = table.Column<string>(type: "text", nullable: true),
                    other_agrees = table.Column<bool>(type: "boolean", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interest", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    participants = table.Column<List<string>>(type: "text[]", nullable: false),
                    notes = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "municipality_copy",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    county_code = table.Column<string>(type: "text", nullable: false),
                    county_name = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    skr_group = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    changed_in = table.Column<ulong>(type: "xid8", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_copy", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "need_copy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    cpv_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    value_sek = table.Column<decimal>(type: "numeric", nullable: true),
                    months = table.Column<int>(type: "integer", nullable: true),
                    target_groups = table.Column<List<string>>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    changed_in = table.Column<ulong>(type: "xid8", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_copy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "purchase_total",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sek = table.Column<decimal>(type: "numeric(16,2)", precision: 16, scale: 2, nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_total", x => new { x.municipality_code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "told_match",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_title = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_name = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_match", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "told_routes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_routes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_buyer = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    invoiced_sek = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    jobs = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: true),
                    employed_women = table.Column<int>(type: "integer", nullable: true),
                    employed_men = table.Column<int>(type: "integer", nullable: true),
                    training_women = table.Column<int>(type: "integer", nullable: true),
                    training_men = table.Column<int>(type: "integer", nullable: true),
                    practice_women = table.Column<int>(type: "integer", nullable: true),
                    practice_men = table.Column<int>(type: "integer", nullable: true),
                    to_work = table.Column<int>(type: "integer", nullable: true),
                    to_studies = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up", x => x.id);
                    table.ForeignKey(
                        name: "fk_follow_up_deal_deal_id",
                        column: x => x.deal_id,
                        principalTable: "deal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "route_assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    result = table.Column<string>(type: "jsonb", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    assessed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    assessed_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_assessment", x => x.id);
                    table.ForeignKey(
                        name: "fk_route_assessment_deal_deal_id",
                        column: x => x.deal_id,
                        principalTable: "deal",
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
                name: "ix_cpv_label_changed_in",
                table: "cpv_label",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_deal_enterprise_id_created_at",
                table: "deal",
                columns: new[] { "enterprise_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_municipality_code_created_at",
                table: "deal",
                columns: new[] { "municipality_code", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_one_draft",
                table: "deal",
                columns: new[] { "need_id", "enterprise_id" },
                unique: true,
                filter: "status = 'draft'");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_copy_changed_in",
                table: "enterprise_copy",
                column: "changed_in");

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
                name: "ix_exposure_changed_in",
                table: "exposure",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_deal_id_on",
                table: "follow_up",
                columns: new[] { "deal_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_key_created_at",
                table: "idempotency_key",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_received_at",
                table: "inbox",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_interest_confirmed",
                table: "interest",
                column: "changed_at",
                filter: "other_agrees");

            migrationBuilder.CreateIndex(
                name: "ix_interest_enterprise_id_submitted_at",
                table: "interest",
                columns: new[] { "enterprise_id", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interest_municipality_code_submitted_at",
                table: "interest",
                columns: new[] { "municipality_code", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interest_once_per_need",
                table: "interest",
                columns: new[] { "need_id", "enterprise_id" },
                unique: true,
                filter: "status <> 'withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_need_id_held_on",
                table: "meeting",
                columns: new[] { "need_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_copy_changed_in",
                table: "municipality_copy",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_need_copy_changed_in",
                table: "need_copy",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_need_copy_municipality_code",
                table: "need_copy",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_question_need_id_asked_at",
                table: "question",
                columns: new[] { "need_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_route_assessment_deal_id_assessed_at",
                table: "route_assessment",
                columns: new[] { "deal_id", "assessed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_route_assessment_municipality_code",
                table: "route_assessment",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_told_match_need_id_enterprise_id",
                table: "told_match",
                columns: new[] { "need_id", "enterprise_id" },
                unique: true);

            // How far the changes have been looked through: from now on, since what is there already would be a flood and no news.
            migrationBuilder.Sql("""
                create table match_telling (horizon xid8 not null);
                insert into match_telling select pg_snapshot_xmin(pg_current_snapshot());
                """);

            // The day and the rules that all needs were last looked through for; one row, which whoever looks holds.
            migrationBuilder.Sql("""
                create table route_telling (looked text not null);
                insert into route_telling values ('');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table match_telling; drop table route_telling");

            migrationBuilder.DropTable(
                name: "cpv_label");

            migrationBuilder.DropTable(
                name: "enterprise_copy");

            migrationBuilder.DropTable(
                name: "event_lane");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "exposure");

            migrationBuilder.DropTable(
                name: "follow_up");

            migrationBuilder.DropTable(
                name: "idempotency_key");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "interest");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "municipality_copy");

            migrationBuilder.DropTable(
                name: "need_copy");

            migrationBuilder.DropTable(
                name: "purchase_total");

            migrationBuilder.DropTable(
                name: "question");

            migrationBuilder.DropTable(
                name: "route_assessment");

            migrationBuilder.DropTable(
                name: "told_match");

            migrationBuilder.DropTable(
                name: "told_routes");

            migrationBuilder.DropTable(
                name: "deal");
        }
    }
}
