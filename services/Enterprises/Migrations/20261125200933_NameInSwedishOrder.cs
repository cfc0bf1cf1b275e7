using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Enterprises.Migrations
{
    /// <inheritdoc />
    public partial class NameInSwedishOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_enterprise_name_id",
                table: "enterprise",
                columns: new[] { "name", "id" })
                .Annotation("Relational:Collation", new[] { "sv-SE-x-icu" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enterprise_name_id",
                table: "enterprise");
        }
    }
}
