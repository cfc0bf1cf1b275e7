using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Matchmaking.Migrations
{
    /// <inheritdoc />
    public partial class DialogueAndFollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "no_deal_reason",
                table: "interest",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "other_agrees",
                table: "interest",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "follow_up_months",
                table: "deal",
                type: "integer",
                nullable: false,
                defaultValue: 6);

            migrationBuilder.AddColumn<bool>(
                name: "supplier_agrees",
                table: "deal",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "supplier_comment",
                table: "deal",
                type: "text",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_deal_id_on",
                table: "follow_up",
                columns: new[] { "deal_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_need_id_held_on",
                table: "meeting",
                columns: new[] { "need_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_question_need_id_asked_at",
                table: "question",
                columns: new[] { "need_id", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_up");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "question");

            migrationBuilder.DropColumn(
                name: "no_deal_reason",
                table: "interest");

            migrationBuilder.DropColumn(
                name: "other_agrees",
                table: "interest");

            migrationBuilder.DropColumn(
                name: "follow_up_months",
                table: "deal");

            migrationBuilder.DropColumn(
                name: "supplier_agrees",
                table: "deal");

            migrationBuilder.DropColumn(
                name: "supplier_comment",
                table: "deal");
        }
    }
}
