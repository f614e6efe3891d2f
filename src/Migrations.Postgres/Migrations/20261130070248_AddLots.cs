using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddLots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lot_choices",
                columns: table => new
                {
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: true),
                    when = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: true),
                    place = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_choices", x => x.process_id);
                    table.ForeignKey(
                        name: "fk_lot_choices_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lot_choices_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lot_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    days_a_month = table.Column<int>(type: "integer", nullable: false),
                    at_once = table.Column<int>(type: "integer", nullable: false),
                    first_month = table.Column<DateOnly>(type: "date", nullable: true),
                    is_by_hand = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_lot_plans_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lot_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    then_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_removed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_lot_rules_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lot_rules_processes_first_id",
                        column: x => x.first_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lot_rules_processes_then_id",
                        column: x => x.then_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lot_choices_company_id",
                table: "lot_choices",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_plans_company_id",
                table: "lot_plans",
                column: "company_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lot_rules_company_id",
                table: "lot_rules",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_rules_first_id_then_id",
                table: "lot_rules",
                columns: new[] { "first_id", "then_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lot_rules_then_id",
                table: "lot_rules",
                column: "then_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lot_choices");

            migrationBuilder.DropTable(
                name: "lot_plans");

            migrationBuilder.DropTable(
                name: "lot_rules");
        }
    }
}
