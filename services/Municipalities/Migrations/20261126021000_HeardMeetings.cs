using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Municipalities.Migrations
{
    /// <inheritdoc />
    public partial class HeardMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Not of the model: one statement reads and writes it.
            migrationBuilder.Sql("""
                create table heard_meeting (id uuid primary key, version integer not null);
                insert into heard_meeting select meeting_id, max(meeting_version) from proposed_action group by meeting_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table heard_meeting");
        }
    }
}
