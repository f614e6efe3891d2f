using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAndLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "set_up_tokens");

            migrationBuilder.DropIndex(
                name: "ix_provider_contacts_provider_id",
                table: "provider_contacts");

            migrationBuilder.DropColumn(
                name: "email",
                table: "provider_contacts");

            migrationBuilder.DropColumn(
                name: "name",
                table: "provider_contacts");

            migrationBuilder.DropColumn(
                name: "phone",
                table: "provider_contacts");

            migrationBuilder.DropColumn(
                name: "role",
                table: "provider_contacts");

            migrationBuilder.DropColumn(
                name: "deputy",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "pilot",
                table: "processes");

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "provider_contacts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "deputy_id",
                table: "processes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pilot_id",
                table: "processes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "scope_id",
                table: "memberships",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scope_kind",
                table: "memberships",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "action_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    addressee = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    for_company = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    is_once = table.Column<bool>(type: "boolean", nullable: false),
                    guard = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    revoked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guardrail_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    open_since = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    accepted_until = table.Column<DateOnly>(type: "date", nullable: true),
                    solved_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guardrail_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_guardrail_records_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    folded_name = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    function = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    side_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    side_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                    table.ForeignKey(
                        name: "fk_persons_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_persons_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_link_uses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_link_uses", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_link_uses_action_links_link_id",
                        column: x => x.link_id,
                        principalTable: "action_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    covered_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_persons_covered_by_id",
                        column: x => x.covered_by_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_provider_contacts_person_id",
                table: "provider_contacts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_contacts_provider_id_person_id",
                table: "provider_contacts",
                columns: new[] { "provider_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_processes_deputy_id",
                table: "processes",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_processes_pilot_id",
                table: "processes",
                column: "pilot_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_company_id",
                table: "absences",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_covered_by_id",
                table: "absences",
                column: "covered_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_person_id",
                table: "absences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_link_uses_link_id",
                table: "action_link_uses",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_links_hash",
                table: "action_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_action_links_subject_id",
                table: "action_links",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_guardrail_records_company_id_key_subject_id",
                table: "guardrail_records",
                columns: new[] { "company_id", "key", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_persons_account_id",
                table: "persons",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_persons_company_id_folded_name",
                table: "persons",
                columns: new[] { "company_id", "folded_name" });

            migrationBuilder.AddForeignKey(
                name: "fk_processes_persons_deputy_id",
                table: "processes",
                column: "deputy_id",
                principalTable: "persons",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_processes_persons_pilot_id",
                table: "processes",
                column: "pilot_id",
                principalTable: "persons",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_provider_contacts_persons_person_id",
                table: "provider_contacts",
                column: "person_id",
                principalTable: "persons",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_processes_persons_deputy_id",
                table: "processes");

            migrationBuilder.DropForeignKey(
                name: "fk_processes_persons_pilot_id",
                table: "processes");

            migrationBuilder.DropForeignKey(
                name: "fk_provider_contacts_persons_person_id",
                table: "provider_contacts");

            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "action_link_uses");

            migrationBuilder.DropTable(
                name: "guardrail_records");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "action_links");

            migrationBuilder.DropIndex(
                name: "ix_provider_contacts_person_id",
                table: "provider_contacts");

            migrationBuilder.DropIndex(
                name: "ix_provider_contacts_provider_id_person_id",
                table: "provider_contacts");

            migrationBuilder.DropIndex(
                name: "ix_processes_deputy_id",
                table: "processes");

            migrationBuilder.DropIndex(
                name: "ix_processes_pilot_id",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "provider_contacts");

            migrationBuilder.DropColumn(
                name: "deputy_id",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "pilot_id",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "scope_id",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "scope_kind",
                table: "memberships");

            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "provider_contacts",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "provider_contacts",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "phone",
                table: "provider_contacts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "provider_contacts",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deputy",
                table: "processes",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pilot",
                table: "processes",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "set_up_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_set_up_tokens", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_provider_contacts_provider_id",
                table: "provider_contacts",
                column: "provider_id");
        }
    }
}
