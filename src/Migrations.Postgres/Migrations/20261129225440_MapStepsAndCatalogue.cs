using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MapStepsAndCatalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "monthly_volume",
                table: "processes",
                newName: "yearly_volume");

            migrationBuilder.AddColumn<decimal>(
                name: "cost_per_hour",
                table: "processes",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_inside",
                table: "processes",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "error_cost",
                table: "processes",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "error_percent",
                table: "processes",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_error_cost_unknown",
                table: "processes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_error_percent_unknown",
                table: "processes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "legal_deadline",
                table: "processes",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes_each",
                table: "processes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result",
                table: "processes",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "seasonality",
                table: "processes",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sensitive",
                table: "processes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "trigger",
                table: "processes",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "volume",
                table: "processes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "volume_per",
                table: "processes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "taken_processes",
                columns: table => new
                {
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    taken_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    difference = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    difference_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    difference_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taken_processes", x => x.process_id);
                    table.ForeignKey(
                        name: "fk_taken_processes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_taken_processes_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tools",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    folded_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    vendor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    administered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    data_held = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    where = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tools", x => x.id);
                    table.ForeignKey(
                        name: "fk_tools_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    tool_id = table.Column<Guid>(type: "uuid", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    wait_hours = table.Column<int>(type: "integer", nullable: true),
                    share_percent = table.Column<int>(type: "integer", nullable: false),
                    documents_in = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    documents_out = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_steps_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_steps_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_steps_tools_tool_id",
                        column: x => x.tool_id,
                        principalTable: "tools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_process_steps_company_id",
                table: "process_steps",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_steps_process_id_number",
                table: "process_steps",
                columns: new[] { "process_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_process_steps_tool_id",
                table: "process_steps",
                column: "tool_id");

            migrationBuilder.CreateIndex(
                name: "ix_taken_processes_company_id_key",
                table: "taken_processes",
                columns: new[] { "company_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_tools_company_id_folded_name",
                table: "tools",
                columns: new[] { "company_id", "folded_name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "process_steps");

            migrationBuilder.DropTable(
                name: "taken_processes");

            migrationBuilder.DropTable(
                name: "tools");

            migrationBuilder.DropColumn(
                name: "cost_per_hour",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "customer_inside",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "error_cost",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "error_percent",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "is_error_cost_unknown",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "is_error_percent_unknown",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "legal_deadline",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "minutes_each",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "result",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "seasonality",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "sensitive",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "trigger",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "volume",
                table: "processes");

            migrationBuilder.DropColumn(
                name: "volume_per",
                table: "processes");

            migrationBuilder.RenameColumn(
                name: "yearly_volume",
                table: "processes",
                newName: "monthly_volume");
        }
    }
}
