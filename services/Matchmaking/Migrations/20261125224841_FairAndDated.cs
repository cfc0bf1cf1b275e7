using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Matchmaking.Migrations
{
    /// <inheritdoc />
    public partial class FairAndDated : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "match",
                table: "interest",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "match",
                table: "deal",
                type: "jsonb",
                nullable: true);

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
                name: "purchase_total",
                columns: table => new
                {
                    municipality_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sek = table.Column<decimal>(type: "numeric(16,2)", precision: 16, scale: 2, nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_total", x => new { x.municipality_code, x.year });
                });

            migrationBuilder.CreateIndex(
                name: "ix_exposure_changed_in",
                table: "exposure",
                column: "changed_in");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exposure");

            migrationBuilder.DropTable(
                name: "purchase_total");

            migrationBuilder.DropColumn(
                name: "match",
                table: "interest");

            migrationBuilder.DropColumn(
                name: "match",
                table: "deal");
        }
    }
}
