using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Knowledge.Migrations
{
    /// <inheritdoc />
    public partial class MeetingsForGapsReportsFeedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "attended",
                table: "registration",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<List<string>>(
                name: "invited",
                table: "meeting",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "collaboration_id",
                table: "learning_case",
                type: "uuid",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_collaboration_id",
                table: "learning_case",
                column: "collaboration_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_handled_at_sent_at",
                table: "feedback",
                columns: new[] { "handled_at", "sent_at" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropIndex(
                name: "ix_learning_case_collaboration_id",
                table: "learning_case");

            migrationBuilder.DropColumn(
                name: "attended",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "invited",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "collaboration_id",
                table: "learning_case");
        }
    }
}
