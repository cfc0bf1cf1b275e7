using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Knowledge.Migrations
{
    /// <inheritdoc />
    public partial class Following : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "follower",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    org = table.Column<string>(type: "text", nullable: false),
                    is_network_lead = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    pending_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    mail_secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    feed_secret = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follower", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    thing = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    orgs = table.Column<List<string>>(type: "text[]", nullable: true),
                    for_group = table.Column<string>(type: "text", nullable: true),
                    mentions = table.Column<List<string>>(type: "text[]", nullable: false),
                    participants = table.Column<List<string>>(type: "text[]", nullable: false),
                    narrow = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    period = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail", x => x.id);
                    table.ForeignKey(
                        name: "fk_mail_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "preference",
                columns: table => new
                {
                    follower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    thing = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preference", x => new { x.follower_id, x.kind, x.thing });
                    table.ForeignKey(
                        name: "fk_preference_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification", x => x.id);
                    table.ForeignKey(
                        name: "fk_notification_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notification_mail_mail_id",
                        column: x => x.mail_id,
                        principalTable: "mail",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_notification_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_follower_subject",
                table: "follower",
                column: "subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mail_follower_id_period",
                table: "mail",
                columns: new[] { "follower_id", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mail_try_at",
                table: "mail",
                column: "try_at",
                filter: "sent_at is null and dropped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_notice_kind_thing_version",
                table: "notice",
                columns: new[] { "kind", "thing", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_occurred_at",
                table: "notice",
                column: "occurred_at",
                filter: "fanned_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_notification_digest_occurred_at",
                table: "notification",
                columns: new[] { "digest", "occurred_at" },
                filter: "mail_id is null and digest <> 'off'");

            migrationBuilder.CreateIndex(
                name: "ix_notification_follower_id_notice_id",
                table: "notification",
                columns: new[] { "follower_id", "notice_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notification_follower_id_occurred_at",
                table: "notification",
                columns: new[] { "follower_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notification_mail_id",
                table: "notification",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_notification_notice_id",
                table: "notification",
                column: "notice_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notification");

            migrationBuilder.DropTable(
                name: "preference");

            migrationBuilder.DropTable(
                name: "mail");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "follower");
        }
    }
}
