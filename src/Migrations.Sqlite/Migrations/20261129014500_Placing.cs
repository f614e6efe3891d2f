using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Placing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "doubts",
                table: "occurrence_proofs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "moved_to",
                table: "occurrence_proofs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "identities",
                table: "companies",
                type: "TEXT",
                maxLength: 6000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "doubts",
                table: "cell_proposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "doubts",
                table: "occurrence_proofs");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "occurrence_proofs");

            migrationBuilder.DropColumn(
                name: "identities",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "doubts",
                table: "cell_proposals");
        }
    }
}
