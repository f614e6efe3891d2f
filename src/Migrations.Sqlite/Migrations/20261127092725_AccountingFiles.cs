using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AccountingFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounting_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    closing = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attested_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    last_check_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    checks = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounting_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filed_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    closing = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    result = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    turnover = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    total_assets = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    equity = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    cash = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    typed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filed_figures", x => x.id);
                    table.ForeignKey(
                        name: "fk_filed_figures_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_file_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accounting_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    check_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_acceptance = table.Column<bool>(type: "INTEGER", nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 30000, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_file_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounting_file_answers_accounting_files_accounting_file_id",
                        column: x => x.accounting_file_id,
                        principalTable: "accounting_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounting_file_answers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_file_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accounting_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    previous_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    year_before_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    blocking = table.Column<int>(type: "INTEGER", nullable: false),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    info = table.Column<int>(type: "INTEGER", nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_file_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounting_file_checks_accounting_files_accounting_file_id",
                        column: x => x.accounting_file_id,
                        principalTable: "accounting_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounting_file_checks_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_file_parts",
                columns: table => new
                {
                    accounting_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    evidence_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_file_parts", x => new { x.accounting_file_id, x.number });
                    table.ForeignKey(
                        name: "fk_accounting_file_parts_accounting_files_accounting_file_id",
                        column: x => x.accounting_file_id,
                        principalTable: "accounting_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounting_file_parts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_answers_accounting_file_id",
                table: "accounting_file_answers",
                column: "accounting_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_answers_company_id",
                table: "accounting_file_answers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_checks_accounting_file_id_number",
                table: "accounting_file_checks",
                columns: new[] { "accounting_file_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_checks_company_id",
                table: "accounting_file_checks",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_parts_company_id",
                table: "accounting_file_parts",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_parts_evidence_file_id",
                table: "accounting_file_parts",
                column: "evidence_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_files_company_id_received_at",
                table: "accounting_files",
                columns: new[] { "company_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_filed_figures_company_id_closing",
                table: "filed_figures",
                columns: new[] { "company_id", "closing" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounting_file_answers");

            migrationBuilder.DropTable(
                name: "accounting_file_checks");

            migrationBuilder.DropTable(
                name: "accounting_file_parts");

            migrationBuilder.DropTable(
                name: "filed_figures");

            migrationBuilder.DropTable(
                name: "accounting_files");
        }
    }
}
