using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    prefix = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    closing = table.Column<DateOnly>(type: "date", nullable: true),
                    received_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    attested_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_by = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: true),
                    problem = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    last_check_id = table.Column<Guid>(type: "uuid", nullable: true),
                    checks = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    closing = table.Column<DateOnly>(type: "date", nullable: false),
                    result = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    turnover = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    total_assets = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    equity = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    cash = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    typed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accounting_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    check_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_acceptance = table.Column<bool>(type: "boolean", nullable: false),
                    to = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(30000)", maxLength: 30000, nullable: false),
                    made_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accounting_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    checked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    previous_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year_before_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    blocking = table.Column<int>(type: "integer", nullable: false),
                    major = table.Column<int>(type: "integer", nullable: false),
                    minor = table.Column<int>(type: "integer", nullable: false),
                    info = table.Column<int>(type: "integer", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false)
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
                    accounting_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false)
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
