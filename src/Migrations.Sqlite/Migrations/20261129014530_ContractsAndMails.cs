using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ContractsAndMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "mail_id",
                table: "proof_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_held",
                table: "outgoing_mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "sent_by_hand_by",
                table: "outgoing_mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "sent_by_hand_on",
                table: "outgoing_mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "start",
                table: "contracts",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "has_no_notice",
                table: "contracts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_open_ended",
                table: "contracts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "renewed_end",
                table: "contracts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_file",
                table: "commitment_versions",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_hash",
                table: "commitment_versions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "mail_id",
                table: "accounting_file_answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contract_renewals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_renewals", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_renewals_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_renewals_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_company_id",
                table: "contract_renewals",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_contract_id",
                table: "contract_renewals",
                column: "contract_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contract_renewals");

            migrationBuilder.DropColumn(
                name: "mail_id",
                table: "proof_requests");

            migrationBuilder.DropColumn(
                name: "is_held",
                table: "outgoing_mails");

            migrationBuilder.DropColumn(
                name: "sent_by_hand_by",
                table: "outgoing_mails");

            migrationBuilder.DropColumn(
                name: "sent_by_hand_on",
                table: "outgoing_mails");

            migrationBuilder.DropColumn(
                name: "has_no_notice",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "is_open_ended",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "renewed_end",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "accepted_file",
                table: "commitment_versions");

            migrationBuilder.DropColumn(
                name: "accepted_hash",
                table: "commitment_versions");

            migrationBuilder.DropColumn(
                name: "mail_id",
                table: "accounting_file_answers");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "start",
                table: "contracts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
