using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Escalations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "commitment_ladders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    after_one = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    after_five = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_ladders", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_ladders_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_commitment_ladders_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    case_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    rung = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reached_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    passed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_escalation_notices_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_escalation_notices_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    quiet_until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    since = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_settings", x => x.id);
                    table.ForeignKey(
                        name: "fk_escalation_settings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @as = table.Column<string>(name: "as", type: "character varying(40)", maxLength: 40, nullable: false),
                    instead_of = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dropped_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_recipients", x => x.id);
                    table.ForeignKey(
                        name: "fk_escalation_recipients_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_escalation_recipients_escalation_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "escalation_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_ladders_commitment_id",
                table: "commitment_ladders",
                column: "commitment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_ladders_company_id",
                table: "commitment_ladders",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_notices_commitment_id_obligation_rung",
                table: "escalation_notices",
                columns: new[] { "commitment_id", "obligation", "rung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_escalation_notices_company_id",
                table: "escalation_notices",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_recipients_company_id",
                table: "escalation_recipients",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_recipients_mail_id",
                table: "escalation_recipients",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_recipients_notice_id",
                table: "escalation_recipients",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_settings_company_id",
                table: "escalation_settings",
                column: "company_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commitment_ladders");

            migrationBuilder.DropTable(
                name: "escalation_recipients");

            migrationBuilder.DropTable(
                name: "escalation_settings");

            migrationBuilder.DropTable(
                name: "escalation_notices");
        }
    }
}
