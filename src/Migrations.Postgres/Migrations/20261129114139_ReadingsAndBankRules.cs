using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReadingsAndBankRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "bank_rules",
                table: "evidence_settings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "evidence_files",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "bank_rules",
                table: "evidence_settings");

            migrationBuilder.DropColumn(
                name: "reading",
                table: "evidence_files");
        }
    }
}
