using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Knowledge.Migrations
{
    /// <inheritdoc />
    public partial class SearchHeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Texts and their words are still moved aside, but the small vector that all hits are ranked by stays in the row.
            // Rows that are there already follow when they are next written.
            migrationBuilder.Sql("alter table search_entry set (toast_tuple_target = 4080)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table search_entry reset (toast_tuple_target)");
        }
    }
}
