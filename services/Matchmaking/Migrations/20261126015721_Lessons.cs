using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Matchmaking.Migrations
{
    /// <inheritdoc />
    public partial class Lessons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "out_of_sight",
                table: "enterprise_copy",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<ulong>(
                name: "changed_in",
                table: "cpv_label",
                type: "xid8",
                nullable: false,
                defaultValueSql: "pg_current_xact_id()");

            migrationBuilder.CreateIndex(
                name: "ix_interest_confirmed",
                table: "interest",
                column: "changed_at",
                filter: "other_agrees");

            migrationBuilder.CreateIndex(
                name: "ix_cpv_label_changed_in",
                table: "cpv_label",
                column: "changed_in");

            // Matches that are kept told their reasons as sentences; of these nobody knows which way they point.
            foreach (var table in new[] { "interest", "deal" })
                migrationBuilder.Sql($$"""
                    update {{table}} set match = jsonb_set(match, '{reasons}', coalesce(
                        (select jsonb_agg(jsonb_build_object('kind', 'trade', 'effect', 'neutral', 'text', said)) from jsonb_array_elements(match->'reasons') as said), '[]'))
                    where jsonb_typeof(match->'reasons'->0) = 'string'
                    """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_interest_confirmed",
                table: "interest");

            migrationBuilder.DropIndex(
                name: "ix_cpv_label_changed_in",
                table: "cpv_label");

            migrationBuilder.DropColumn(
                name: "out_of_sight",
                table: "enterprise_copy");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "cpv_label");
        }
    }
}
