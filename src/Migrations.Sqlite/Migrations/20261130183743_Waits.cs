using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Waits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "silence_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_silence_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_silence_agreements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_silence_agreements_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wait_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    case_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    to_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wait_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_wait_questions_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_wait_questions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_silence_agreements_company_id",
                table: "silence_agreements",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_silence_agreements_contract_id",
                table: "silence_agreements",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_commitment_id",
                table: "wait_questions",
                column: "commitment_id");

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_company_id",
                table: "wait_questions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_event_id",
                table: "wait_questions",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_mail_id",
                table: "wait_questions",
                column: "mail_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "silence_agreements");

            migrationBuilder.DropTable(
                name: "wait_questions");
        }
    }
}
