using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Municipalities.Migrations
{
    /// <inheritdoc />
    public partial class LastingCollaboration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviews = table.Column<string>(type: "jsonb", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "baseline",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    results = table.Column<string>(type: "jsonb", nullable: false),
                    support_wishes = table.Column<string>(type: "jsonb", nullable: false),
                    shared = table.Column<List<string>>(type: "text[]", nullable: false),
                    willing_to_mentor = table.Column<bool>(type: "boolean", nullable: false),
                    told = table.Column<bool>(type: "boolean", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_baseline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "collaboration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    is_model = table.Column<bool>(type: "boolean", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin_version = table.Column<int>(type: "integer", nullable: true),
                    sustainable = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sustainable_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    checks = table.Column<string>(type: "jsonb", nullable: false),
                    results = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    told = table.Column<bool>(type: "boolean", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "context_figure",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_context_figure", x => new { x.municipality_code, x.indicator, x.year });
                });

            migrationBuilder.CreateTable(
                name: "journey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    template = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    progress_on = table.Column<DateOnly>(type: "date", nullable: false),
                    goals = table.Column<string>(type: "jsonb", nullable: false),
                    actions = table.Column<string>(type: "jsonb", nullable: false),
                    notes = table.Column<string>(type: "jsonb", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentorship",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asking_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    mentor_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    notes = table.Column<string>(type: "jsonb", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    outcome_text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentorship", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposed_action",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    meeting_version = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposed_action", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "baseline_answer",
                columns: table => new
                {
                    baseline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_baseline_answer", x => new { x.baseline_id, x.subject });
                    table.ForeignKey(
                        name: "fk_baseline_answer_baselines_baseline_id",
                        column: x => x.baseline_id,
                        principalTable: "baseline",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "collaboration_revision",
                columns: table => new
                {
                    collaboration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collaboration_revision", x => new { x.collaboration_id, x.version });
                    table.ForeignKey(
                        name: "fk_collaboration_revision_collaborations_collaboration_id",
                        column: x => x.collaboration_id,
                        principalTable: "collaboration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_municipality_code_status",
                table: "agreement",
                columns: new[] { "municipality_code", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_baseline_municipality_code_opened_on",
                table: "baseline",
                columns: new[] { "municipality_code", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_baseline_one_open",
                table: "baseline",
                column: "municipality_code",
                unique: true,
                filter: "status = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_municipality_code",
                table: "collaboration",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_collaboration_origin_id",
                table: "collaboration",
                column: "origin_id");

            migrationBuilder.CreateIndex(
                name: "ix_journey_municipality_code",
                table: "journey",
                column: "municipality_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentorship_mentor_code",
                table: "mentorship",
                column: "mentor_code");

            migrationBuilder.CreateIndex(
                name: "ix_mentorship_one_at_a_time",
                table: "mentorship",
                columns: new[] { "asking_code", "mentor_code", "dimension" },
                unique: true,
                filter: "status in ('requested', 'accepted')");

            migrationBuilder.CreateIndex(
                name: "ix_proposed_action_meeting_id_number",
                table: "proposed_action",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposed_action_municipality_code",
                table: "proposed_action",
                column: "municipality_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "baseline_answer");

            migrationBuilder.DropTable(
                name: "collaboration_revision");

            migrationBuilder.DropTable(
                name: "context_figure");

            migrationBuilder.DropTable(
                name: "journey");

            migrationBuilder.DropTable(
                name: "mentorship");

            migrationBuilder.DropTable(
                name: "proposed_action");

            migrationBuilder.DropTable(
                name: "baseline");

            migrationBuilder.DropTable(
                name: "collaboration");
        }
    }
}
