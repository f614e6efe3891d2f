using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MapLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "process_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    passes = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    days_until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_links_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_links_processes_from_id",
                        column: x => x.from_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_links_processes_to_id",
                        column: x => x.to_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rekeyings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_tool_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_tool_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fields = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    minutes_a_month = table.Column<int>(type: "INTEGER", nullable: true),
                    function = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    automation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rekeyings", x => x.id);
                    table.ForeignKey(
                        name: "fk_rekeyings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rekeyings_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rekeyings_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rekeyings_tools_from_tool_id",
                        column: x => x.from_tool_id,
                        principalTable: "tools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rekeyings_tools_to_tool_id",
                        column: x => x.to_tool_id,
                        principalTable: "tools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_process_links_company_id",
                table: "process_links",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_links_from_id_to_id",
                table: "process_links",
                columns: new[] { "from_id", "to_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_process_links_to_id",
                table: "process_links",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_rekeyings_company_id",
                table: "rekeyings",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_rekeyings_from_tool_id",
                table: "rekeyings",
                column: "from_tool_id");

            migrationBuilder.CreateIndex(
                name: "ix_rekeyings_person_id",
                table: "rekeyings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_rekeyings_process_id",
                table: "rekeyings",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_rekeyings_to_tool_id",
                table: "rekeyings",
                column: "to_tool_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "process_links");

            migrationBuilder.DropTable(
                name: "rekeyings");
        }
    }
}
