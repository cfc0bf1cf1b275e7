using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Matchmaking.Migrations
{
    /// <inheritdoc />
    public partial class ToldMatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table match_telling");
            migrationBuilder.DropTable(
                name: "told_match");
        }
    }
}
