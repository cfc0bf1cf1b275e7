using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Knowledge.Migrations
{
    /// <inheritdoc />
    public partial class SearchAndCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "known_municipality",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_municipality", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "learning_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    summary = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    municipality_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "text", nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    enterprise = table.Column<string>(type: "text", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    deal_version = table.Column<int>(type: "integer", nullable: false),
                    routes = table.Column<List<string>>(type: "text[]", nullable: false),
                    cpv_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    dimensions = table.Column<List<string>>(type: "text[]", nullable: false),
                    value_sek = table.Column<decimal>(type: "numeric", nullable: true),
                    jobs = table.Column<decimal>(type: "numeric", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    buyer_contact = table.Column<string>(type: "text", nullable: false),
                    supplier_contact = table.Column<string>(type: "text", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    buyer_approved = table.Column<bool>(type: "boolean", nullable: false),
                    supplier_approved = table.Column<bool>(type: "boolean", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seed_mark = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learning_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_entry",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    keywords = table.Column<List<string>>(type: "text[]", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    audiences = table.Column<List<string>>(type: "text[]", nullable: false),
                    routes = table.Column<List<string>>(type: "text[]", nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false),
                    readers = table.Column<List<string>>(type: "text[]", nullable: false),
                    head = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    analysis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entry", x => new { x.kind, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_deal_id",
                table: "learning_case",
                column: "deal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_slug",
                table: "learning_case",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_learning_case_status",
                table: "learning_case",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_search_entry_words",
                table: "search_entry",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            // The words that people have written in public, for mending what others misspell. Drafts lend none.
            migrationBuilder.Sql("""
                create table search_word (word text primary key, folded text not null);
                create index ix_search_word_folded on search_word using gin (folded gin_trgm_ops);
                create function note_search_words() returns trigger language plpgsql as $$
                begin
                  -- In order, so that two writers never wait for each other in a circle.
                  insert into search_word
                  select distinct word, translate(word, 'åäö', 'aao')
                  from regexp_split_to_table(
                    translate(lower(concat_ws(' ', new.title, new.summary, array_to_string(new.keywords, ' '), new.body)), 'éèêëáàâüøæ', 'eeeeaaayöä'),
                    '[^[:alpha:]]+') word
                  where length(word) between 4 and 60
                  order by word
                  on conflict do nothing;
                  return null;
                end $$;
                create trigger note_search_words after insert or update on search_entry
                  for each row when (new.public) execute function note_search_words();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_municipality");

            migrationBuilder.DropTable(
                name: "learning_case");

            migrationBuilder.Sql("drop trigger note_search_words on search_entry; drop function note_search_words; drop table search_word");

            migrationBuilder.DropTable(
                name: "search_entry");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
        }
    }
}
