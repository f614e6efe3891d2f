using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Clauses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clause_checklists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clause_checklists", x => x.id);
                    table.ForeignKey(
                        name: "fk_clause_checklists_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clause_checklists_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract_clauses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    checklist_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_clauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_clauses_clause_checklists_checklist_id",
                        column: x => x.checklist_id,
                        principalTable: "clause_checklists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contract_clauses_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_clauses_contract_files_file_id",
                        column: x => x.file_id,
                        principalTable: "contract_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_clause_checklists_company_id",
                table: "clause_checklists",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_clause_checklists_contract_id",
                table: "clause_checklists",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_clauses_checklist_id_topic",
                table: "contract_clauses",
                columns: new[] { "checklist_id", "topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_clauses_company_id",
                table: "contract_clauses",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_clauses_file_id",
                table: "contract_clauses",
                column: "file_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contract_clauses");

            migrationBuilder.DropTable(
                name: "clause_checklists");
        }
    }
}
