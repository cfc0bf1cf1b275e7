using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Municipalities.Migrations
{
    /// <inheritdoc />
    public partial class ListedAt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_need_status_published_at",
                table: "need");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "listed_at",
                table: "need",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.Sql("UPDATE need SET listed_at = coalesce(published_at, created_at)");

            migrationBuilder.CreateIndex(
                name: "ix_need_listed_at_id",
                table: "need",
                columns: new[] { "listed_at", "id" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "ix_need_municipality_code_listed_at",
                table: "need",
                columns: new[] { "municipality_code", "listed_at" },
                descending: new[] { false, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_need_listed_at_id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "ix_need_municipality_code_listed_at",
                table: "need");

            migrationBuilder.DropColumn(
                name: "listed_at",
                table: "need");

            migrationBuilder.CreateIndex(
                name: "ix_need_status_published_at",
                table: "need",
                columns: new[] { "status", "published_at" });
        }
    }
}
