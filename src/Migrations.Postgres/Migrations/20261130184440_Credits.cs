using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Pupitre.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Credits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "credit_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    statement_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    asked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    agreed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    agreed_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    procedure_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    given_up_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_credit_claims_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_claims_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at_risk_percent = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    pool_percent = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    first_month = table.Column<int>(type: "integer", nullable: true),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_credit_plans_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_plans_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "price_indexes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    base_month = table.Column<int>(type: "integer", nullable: false),
                    base_value = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_indexes", x => x.id);
                    table.ForeignKey(
                        name: "fk_price_indexes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_price_indexes_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provider_invoices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    entered_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_invoices", x => x.id);
                    table.ForeignKey(
                        name: "fk_provider_invoices_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provider_invoices_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_plan_rules",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    allocation = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    steps = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nothing_at = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    all_at = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    earn_back_at = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_plan_rules", x => new { x.plan_id, x.commitment_id });
                    table.ForeignKey(
                        name: "fk_credit_plan_rules_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_plan_rules_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_plan_rules_credit_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "credit_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "price_index_values",
                columns: table => new
                {
                    index_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_index_values", x => new { x.index_id, x.month });
                    table.ForeignKey(
                        name: "fk_price_index_values_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_price_index_values_price_indexes_index_id",
                        column: x => x.index_id,
                        principalTable: "price_indexes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_credit_claims_company_id",
                table: "credit_claims",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_claims_contract_id_month",
                table: "credit_claims",
                columns: new[] { "contract_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_plan_rules_commitment_id",
                table: "credit_plan_rules",
                column: "commitment_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_plan_rules_company_id",
                table: "credit_plan_rules",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_plans_company_id",
                table: "credit_plans",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_plans_contract_id",
                table: "credit_plans",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_price_index_values_company_id",
                table: "price_index_values",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_price_indexes_company_id",
                table: "price_indexes",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_price_indexes_contract_id",
                table: "price_indexes",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provider_invoices_company_id",
                table: "provider_invoices",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_invoices_contract_id_month",
                table: "provider_invoices",
                columns: new[] { "contract_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_provider_invoices_contract_id_number",
                table: "provider_invoices",
                columns: new[] { "contract_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credit_claims");

            migrationBuilder.DropTable(
                name: "credit_plan_rules");

            migrationBuilder.DropTable(
                name: "price_index_values");

            migrationBuilder.DropTable(
                name: "provider_invoices");

            migrationBuilder.DropTable(
                name: "credit_plans");

            migrationBuilder.DropTable(
                name: "price_indexes");
        }
    }
}
