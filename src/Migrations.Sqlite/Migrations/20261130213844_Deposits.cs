using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Deposits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "denies",
                table: "word_confirmations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "word_confirmations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "reopened_at",
                table: "wait_questions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "duty",
                table: "provider_contacts",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unsaid");

            migrationBuilder.CreateTable(
                name: "contract_mail_refusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_mail_refusals", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_mail_refusals_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_mail_refusals_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deposit_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    renewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deposit_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_deposit_links_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deposit_links_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deposits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deposits", x => x.id);
                    table.ForeignKey(
                        name: "fk_deposits_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deposits_deposit_links_link_id",
                        column: x => x.link_id,
                        principalTable: "deposit_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deposited_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deposit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deposited_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_deposited_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deposited_files_deposits_deposit_id",
                        column: x => x.deposit_id,
                        principalTable: "deposits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_mail_refusals_company_id",
                table: "contract_mail_refusals",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_mail_refusals_contract_id_topic_address",
                table: "contract_mail_refusals",
                columns: new[] { "contract_id", "topic", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deposit_links_company_id",
                table: "deposit_links",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposit_links_contract_id",
                table: "deposit_links",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposit_links_provider_id",
                table: "deposit_links",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposited_files_company_id",
                table: "deposited_files",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposited_files_deposit_id",
                table: "deposited_files",
                column: "deposit_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposited_files_file_id",
                table: "deposited_files",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposits_company_id",
                table: "deposits",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposits_contract_id",
                table: "deposits",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_deposits_link_id_at",
                table: "deposits",
                columns: new[] { "link_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contract_mail_refusals");

            migrationBuilder.DropTable(
                name: "deposited_files");

            migrationBuilder.DropTable(
                name: "deposits");

            migrationBuilder.DropTable(
                name: "deposit_links");

            migrationBuilder.DropColumn(
                name: "denies",
                table: "word_confirmations");

            migrationBuilder.DropColumn(
                name: "ends_on",
                table: "word_confirmations");

            migrationBuilder.DropColumn(
                name: "reopened_at",
                table: "wait_questions");

            migrationBuilder.DropColumn(
                name: "duty",
                table: "provider_contacts");
        }
    }
}
