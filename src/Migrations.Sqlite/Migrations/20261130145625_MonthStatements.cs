using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MonthStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "month_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    company_agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    company_agreed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    provider_agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    provider_agreed_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    clear = table.Column<string>(type: "TEXT", nullable: true),
                    @base = table.Column<int>(name: "base", type: "INTEGER", nullable: false),
                    kept = table.Column<int>(type: "INTEGER", nullable: false),
                    proven = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_month_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_month_statements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_statements_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statement_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_month = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_statement_plans_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_statement_plans_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statement_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_account = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_statement_comments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_statement_comments_month_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "month_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_month_statements_company_id_month",
                table: "month_statements",
                columns: new[] { "company_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_month_statements_contract_id_month_number",
                table: "month_statements",
                columns: new[] { "contract_id", "month", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_statement_comments_company_id",
                table: "statement_comments",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_comments_statement_id",
                table: "statement_comments",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_plans_company_id",
                table: "statement_plans",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_plans_contract_id",
                table: "statement_plans",
                column: "contract_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statement_comments");

            migrationBuilder.DropTable(
                name: "statement_plans");

            migrationBuilder.DropTable(
                name: "month_statements");
        }
    }
}
