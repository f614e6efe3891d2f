using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class NodesAndOneFileEach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MergeDoubledFiles();

            migrationBuilder.DropIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files");

            migrationBuilder.AddColumn<Guid>(
                name: "node",
                table: "job_runs",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "nodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nodes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files",
                columns: new[] { "company_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nodes_seen_at",
                table: "nodes",
                column: "seen_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "nodes");

            migrationBuilder.DropIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files");

            migrationBuilder.DropColumn(
                name: "node",
                table: "job_runs");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files",
                columns: new[] { "company_id", "hash" });
        }
    }
}
