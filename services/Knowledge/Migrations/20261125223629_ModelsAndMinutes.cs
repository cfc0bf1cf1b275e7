using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Knowledge.Migrations
{
    /// <inheritdoc />
    public partial class ModelsAndMinutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "adopted_at",
                table: "meeting",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "article_slug",
                table: "meeting",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "follow_ups",
                table: "meeting",
                type: "jsonb",
                nullable: true,
                defaultValueSql: "'[]'");

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

            migrationBuilder.CreateIndex(
                name: "ix_known_baseline_municipality_code_answered_on",
                table: "known_baseline",
                columns: new[] { "municipality_code", "answered_on" });

            migrationBuilder.CreateIndex(
                name: "ix_known_collaboration_origin_id",
                table: "known_collaboration",
                column: "origin_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_baseline");

            migrationBuilder.DropTable(
                name: "known_collaboration");

            migrationBuilder.DropColumn(
                name: "adopted_at",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "article_slug",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "follow_ups",
                table: "meeting");
        }
    }
}
