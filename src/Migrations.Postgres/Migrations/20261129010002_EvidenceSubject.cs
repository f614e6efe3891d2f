using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceSubject : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "provider_name",
                table: "evidence_files",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_number",
                table: "evidence_files",
                type: "character varying(14)",
                maxLength: 14,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject_from",
                table: "evidence_files",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject_name",
                table: "evidence_files",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject_number",
                table: "evidence_files",
                type: "character varying(14)",
                maxLength: 14,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "provider_name",
                table: "evidence_files");

            migrationBuilder.DropColumn(
                name: "provider_number",
                table: "evidence_files");

            migrationBuilder.DropColumn(
                name: "subject_from",
                table: "evidence_files");

            migrationBuilder.DropColumn(
                name: "subject_name",
                table: "evidence_files");

            migrationBuilder.DropColumn(
                name: "subject_number",
                table: "evidence_files");
        }
    }
}
