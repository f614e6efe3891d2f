using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NothingFalse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MergeDoubledFiles();

            migrationBuilder.DropIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files");

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

            migrationBuilder.AddColumn<int>(
                name: "doubts",
                table: "occurrence_proofs",
                type: "INTEGER",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_upper_bound",
                table: "occurrence_proofs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "moved_to",
                table: "occurrence_proofs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "states_day",
                table: "occurrence_proofs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "node",
                table: "job_runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_name",
                table: "evidence_files",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_number",
                table: "evidence_files",
                type: "TEXT",
                maxLength: 14,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject_from",
                table: "evidence_files",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject_name",
                table: "evidence_files",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject_number",
                table: "evidence_files",
                type: "TEXT",
                maxLength: 14,
                nullable: true);

            // Not by AlterColumn: it makes the table anew outside a transaction, and a program killed in the middle would find half of it.
            migrationBuilder.Sql("""
                alter table contracts add column start_or_none TEXT null;
                update contracts set start_or_none = start;
                alter table contracts drop column start;
                alter table contracts rename column start_or_none to start;
                """);

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
                name: "identities",
                table: "companies",
                type: "TEXT",
                maxLength: 6000,
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.AddColumn<int>(
                name: "doubts",
                table: "cell_proposals",
                type: "INTEGER",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_upper_bound",
                table: "cell_proposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "password_link_at",
                table: "accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "mail_id",
                table: "accounting_file_answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "ledger_kind_heads",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_kind_heads", x => new { x.company_id, x.subject_kind });
                    table.ForeignKey(
                        name: "fk_ledger_kind_heads_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "nodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nodes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "occurrence_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurrence_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    says = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    taken_back_at = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_back_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    contested_at = table.Column<long>(type: "INTEGER", nullable: true),
                    contested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    contest_words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occurrence_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_occurrence_statements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files",
                columns: new[] { "company_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_sessions_account_id",
                table: "account_sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_company_id",
                table: "contract_renewals",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_contract_id",
                table: "contract_renewals",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_nodes_seen_at",
                table: "nodes",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_statements_commitment_id_occurrence_key",
                table: "occurrence_statements",
                columns: new[] { "commitment_id", "occurrence_key" });

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_statements_company_id",
                table: "occurrence_statements",
                column: "company_id");

            migrationBuilder.BoundArrivals();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_sessions");

            migrationBuilder.DropTable(
                name: "contract_renewals");

            migrationBuilder.DropTable(
                name: "ledger_kind_heads");

            migrationBuilder.DropTable(
                name: "nodes");

            migrationBuilder.DropTable(
                name: "occurrence_statements");

            migrationBuilder.DropIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files");

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
                name: "doubts",
                table: "occurrence_proofs");

            migrationBuilder.DropColumn(
                name: "is_upper_bound",
                table: "occurrence_proofs");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "occurrence_proofs");

            migrationBuilder.DropColumn(
                name: "states_day",
                table: "occurrence_proofs");

            migrationBuilder.DropColumn(
                name: "node",
                table: "job_runs");

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
                name: "identities",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "accepted_file",
                table: "commitment_versions");

            migrationBuilder.DropColumn(
                name: "accepted_hash",
                table: "commitment_versions");

            migrationBuilder.DropColumn(
                name: "doubts",
                table: "cell_proposals");

            migrationBuilder.DropColumn(
                name: "is_upper_bound",
                table: "cell_proposals");

            migrationBuilder.DropColumn(
                name: "password_link_at",
                table: "accounts");

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

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files",
                columns: new[] { "company_id", "hash" });
        }
    }
}
