using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    password_link_at = table.Column<long>(type: "INTEGER", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "action_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    addressee = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    for_company = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    is_once = table.Column<bool>(type: "INTEGER", nullable: false),
                    guard = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    identities = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: false),
                    holiday_zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_companies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_attestations",
                columns: table => new
                {
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    import = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    attributes = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_attestations", x => new { x.event_id, x.import });
                });

            migrationBuilder.CreateTable(
                name: "evidence_cases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    attributes = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_day = table.Column<int>(type: "INTEGER", nullable: false),
                    activity = table.Column<int>(type: "INTEGER", nullable: false),
                    transition = table.Column<int>(type: "INTEGER", nullable: false),
                    resource = table.Column<int>(type: "INTEGER", nullable: false),
                    twin = table.Column<int>(type: "INTEGER", nullable: false),
                    import = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    attributes = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_source_numbers",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_source_numbers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_words",
                columns: table => new
                {
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_words", x => new { x.source, x.number });
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
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    reply_to = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    reply_token = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_only_file = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent_by_hand_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sent_by_hand_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "posted_forms",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posted_forms", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "rejected_rows",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rejected_rows", x => new { x.import_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "sending_tokens",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    secret = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sending_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_link_uses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_link_uses", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_link_uses_action_links_link_id",
                        column: x => x.link_id,
                        principalTable: "action_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_keys_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    closing = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attested_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    last_check_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    checks = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounting_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendars", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendars_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cell_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurrence_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_upper_bound = table.Column<bool>(type: "INTEGER", nullable: false),
                    attested_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    doubts = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_cell_proposals_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "company_profiles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    employees = table.Column<int>(type: "INTEGER", nullable: true),
                    closing_month = table.Column<int>(type: "INTEGER", nullable: false),
                    closing_day = table.Column<int>(type: "INTEGER", nullable: false),
                    vat_regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_day = table.Column<int>(type: "INTEGER", nullable: true),
                    pay_day = table.Column<int>(type: "INTEGER", nullable: true),
                    paid_within_month = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_profiles", x => x.id);
                    table.ForeignKey(
                        name: "fk_company_profiles_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delay_corrections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    whose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delay_corrections", x => x.id);
                    table.ForeignKey(
                        name: "fk_delay_corrections_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_weights",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diagnosis_weights", x => x.id);
                    table.ForeignKey(
                        name: "fk_diagnosis_weights_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    quiet_until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_settings", x => x.id);
                    table.ForeignKey(
                        name: "fk_escalation_settings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    content_kept = table.Column<bool>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dropped_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recognised = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sender = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    stated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    receipt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    receipt_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    period = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    subject_number = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    subject_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    subject_from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    provider_number = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    provider_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    attested_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    excerpt = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    reading = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_settings",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    mail_servers = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    own_domains = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    bank_rules = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_settings", x => x.company_id);
                    table.ForeignKey(
                        name: "fk_evidence_settings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    current_version = table.Column<int>(type: "INTEGER", nullable: false),
                    last_import = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_sources", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_sources_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filed_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    closing = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    result = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    turnover = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    total_assets = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    equity = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    cash = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    typed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filed_figures", x => x.id);
                    table.ForeignKey(
                        name: "fk_filed_figures_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 127, nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    has_content = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guardrail_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_since = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    accepted_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    solved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_ahead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guardrail_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_guardrail_records_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "history_positions",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    follower = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history_positions", x => new { x.company_id, x.follower });
                    table.ForeignKey(
                        name: "fk_history_positions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    node = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: true),
                    message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    result_path = table.Column<string>(type: "TEXT", nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_job_runs_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_details",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    salt = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_details", x => new { x.company_id, x.number });
                    table.ForeignKey(
                        name: "fk_ledger_details_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    verb = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    detail_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => new { x.company_id, x.number });
                    table.ForeignKey(
                        name: "fk_ledger_entries_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_heads",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_heads", x => x.company_id);
                    table.ForeignKey(
                        name: "fk_ledger_heads_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "lot_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    days_a_month = table.Column<int>(type: "INTEGER", nullable: false),
                    at_once = table.Column<int>(type: "INTEGER", nullable: false),
                    first_month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_by_hand = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_lot_plans_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mailboxes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: false),
                    tls = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    user = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    sign_in = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    secret = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: true),
                    pending_sign_in = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    folder = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    declared_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    declared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    takes_tokens = table.Column<bool>(type: "INTEGER", nullable: false),
                    every_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    o_auth_client_id = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    o_auth_device_endpoint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    o_auth_token_endpoint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    o_auth_scope = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailboxes", x => x.id);
                    table.ForeignKey(
                        name: "fk_mailboxes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    scope_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    scope_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.account_id, x.company_id });
                    table.ForeignKey(
                        name: "fk_memberships_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_memberships_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "occurrence_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurrence_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_upper_bound = table.Column<bool>(type: "INTEGER", nullable: false),
                    states_day = table.Column<bool>(type: "INTEGER", nullable: false),
                    attested_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    doubts = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    placed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    moved_to = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occurrence_proofs", x => x.id);
                    table.ForeignKey(
                        name: "fk_occurrence_proofs_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    function = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    side_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    side_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                    table.ForeignKey(
                        name: "fk_persons_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_persons_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    wording = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_placement_rules_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proof_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    downloaded = table.Column<bool>(type: "INTEGER", nullable: false),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_proof_requests_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "providers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_providers", x => x.id);
                    table.ForeignKey(
                        name: "fk_providers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recurring_runs",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    occurrence = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    missed = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recurring_runs", x => new { x.company_id, x.job, x.occurrence });
                    table.ForeignKey(
                        name: "fk_recurring_runs_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tools",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    vendor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    administered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    data_held = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
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
                name: "watched_folders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    moves_to_done = table.Column<bool>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    problem_since = table.Column<long>(type: "INTEGER", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watched_folders", x => x.id);
                    table.ForeignKey(
                        name: "fk_watched_folders_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "word_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    event_id = table.Column<long>(type: "INTEGER", nullable: true),
                    proof_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    declarer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    confirmer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    confirms = table.Column<bool>(type: "INTEGER", nullable: false),
                    denies = table.Column<bool>(type: "INTEGER", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_word_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_word_confirmations_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_file_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accounting_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    check_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_acceptance = table.Column<bool>(type: "INTEGER", nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 30000, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_file_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounting_file_answers_accounting_files_accounting_file_id",
                        column: x => x.accounting_file_id,
                        principalTable: "accounting_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounting_file_answers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_file_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accounting_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    previous_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    year_before_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    blocking = table.Column<int>(type: "INTEGER", nullable: false),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    info = table.Column<int>(type: "INTEGER", nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_file_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounting_file_checks_accounting_files_accounting_file_id",
                        column: x => x.accounting_file_id,
                        principalTable: "accounting_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounting_file_checks_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_file_parts",
                columns: table => new
                {
                    accounting_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    evidence_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounting_file_parts", x => new { x.accounting_file_id, x.number });
                    table.ForeignKey(
                        name: "fk_accounting_file_parts_accounting_files_accounting_file_id",
                        column: x => x.accounting_file_id,
                        principalTable: "accounting_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounting_file_parts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    calendar_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    definition_json = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_versions_calendars_calendar_id",
                        column: x => x.calendar_id,
                        principalTable: "calendars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calendar_versions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    source_version = table.Column<int>(type: "INTEGER", nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    takes_good_rows_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    known_until = table.Column<long>(type: "INTEGER", nullable: true),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    counts_cases_added = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_events_added = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_seen_again = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                    table.ForeignKey(
                        name: "fk_imports_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imports_evidence_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "evidence_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "source_uses",
                columns: table => new
                {
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_uses", x => new { x.commitment_id, x.source_id });
                    table.ForeignKey(
                        name: "fk_source_uses_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_source_uses_evidence_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "evidence_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "source_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    mapping_json = table.Column<string>(type: "TEXT", nullable: true),
                    rules_json = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_source_versions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_source_versions_evidence_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "evidence_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "step_doers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    activity = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    doer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_doers", x => x.id);
                    table.ForeignKey(
                        name: "fk_step_doers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_step_doers_evidence_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "evidence_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mailbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mailbox_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    identity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    left = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sender = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    folded = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: true),
                    dkim = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    dkim_domain = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reply = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_mailbox_messages_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mailbox_messages_mailboxes_mailbox_id",
                        column: x => x.mailbox_id,
                        principalTable: "mailboxes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mailbox_readings",
                columns: table => new
                {
                    mailbox_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uid_validity = table.Column<long>(type: "INTEGER", nullable: false),
                    last_uid = table.Column<long>(type: "INTEGER", nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    next_look_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    problem_since = table.Column<long>(type: "INTEGER", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: false),
                    held_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_readings", x => x.mailbox_id);
                    table.ForeignKey(
                        name: "fk_mailbox_readings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mailbox_readings_mailboxes_mailbox_id",
                        column: x => x.mailbox_id,
                        principalTable: "mailboxes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    covered_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_persons_covered_by_id",
                        column: x => x.covered_by_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "processes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    pilot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    deputy_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    volume = table.Column<int>(type: "INTEGER", nullable: true),
                    volume_per = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    yearly_volume = table.Column<int>(type: "INTEGER", nullable: true),
                    seasonality = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    minutes_each = table.Column<int>(type: "INTEGER", nullable: true),
                    criticality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    trigger = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    customer_inside = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    legal_deadline = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    cost_per_hour = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    error_percent = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    is_error_percent_unknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    counted_cases = table.Column<int>(type: "INTEGER", nullable: true),
                    counted_errors = table.Column<int>(type: "INTEGER", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    error_cost = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    is_error_cost_unknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    sensitive = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processes", x => x.id);
                    table.ForeignKey(
                        name: "fk_processes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_processes_persons_deputy_id",
                        column: x => x.deputy_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_processes_persons_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proof_request_items",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurrence_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof_request_items", x => new { x.request_id, x.commitment_id, x.occurrence_key });
                    table.ForeignKey(
                        name: "fk_proof_request_items_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proof_request_items_proof_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "proof_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    months = table.Column<int>(type: "INTEGER", nullable: true),
                    end = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_open_ended = table.Column<bool>(type: "INTEGER", nullable: false),
                    renewed_end = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    renewal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    renewal_months = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_months = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_days = table.Column<int>(type: "INTEGER", nullable: true),
                    has_no_notice = table.Column<bool>(type: "INTEGER", nullable: false),
                    notice_runs_from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    posting_days = table.Column<int>(type: "INTEGER", nullable: false),
                    price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    price_period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contracts", x => x.id);
                    table.ForeignKey(
                        name: "fk_contracts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contracts_providers_provider_id",
                        column: x => x.provider_id,
                        principalTable: "providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_mail_rules_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mail_rules_providers_provider_id",
                        column: x => x.provider_id,
                        principalTable: "providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provider_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_provider_contacts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provider_contacts_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provider_contacts_providers_provider_id",
                        column: x => x.provider_id,
                        principalTable: "providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "folder_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    folder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_folder_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_folder_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_folder_files_watched_folders_folder_id",
                        column: x => x.folder_id,
                        principalTable: "watched_folders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    about = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_agreements_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cost_offers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    figures = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_offers", x => x.id);
                    table.ForeignKey(
                        name: "fk_cost_offers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_offers_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cost_studies",
                columns: table => new
                {
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_studies", x => x.process_id);
                    table.ForeignKey(
                        name: "fk_cost_studies_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_studies_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "know_how",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_how", x => x.id);
                    table.ForeignKey(
                        name: "fk_know_how_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_know_how_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_know_how_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lot_choices",
                columns: table => new
                {
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    when = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_choices", x => x.process_id);
                    table.ForeignKey(
                        name: "fk_lot_choices_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lot_choices_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lot_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    then_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_lot_rules_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lot_rules_processes_first_id",
                        column: x => x.first_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lot_rules_processes_then_id",
                        column: x => x.then_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_comments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_comments_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    chosen = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    dissent = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_decisions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_decisions_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_diagnoses",
                columns: table => new
                {
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    answers = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    reach = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    objective = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    control = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    safety = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    @return = table.Column<string>(name: "return", type: "TEXT", maxLength: 1000, nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_diagnoses", x => x.process_id);
                    table.ForeignKey(
                        name: "fk_process_diagnoses_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_diagnoses_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_duties", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_duties_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_duties_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_duties_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "process_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    tool_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    wait_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    share_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    documents_in = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    documents_out = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
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

            migrationBuilder.CreateTable(
                name: "process_targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    published_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    explanation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_targets", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_targets_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_targets_processes_process_id",
                        column: x => x.process_id,
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

            migrationBuilder.CreateTable(
                name: "taken_processes",
                columns: table => new
                {
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    difference = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    difference_at = table.Column<long>(type: "INTEGER", nullable: true),
                    difference_by = table.Column<Guid>(type: "TEXT", nullable: true)
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
                name: "clause_checklists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clause_checklists", x => x.id);
                    table.ForeignKey(
                        name: "fk_clause_checklists_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clause_checklists_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    performer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    domain = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    template_number = table.Column<int>(type: "INTEGER", nullable: true),
                    taken_as_is = table.Column<bool>(type: "INTEGER", nullable: false),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitments_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitments_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitments_providers_provider_id",
                        column: x => x.provider_id,
                        principalTable: "providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term_last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_decisions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_decisions_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_files_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    own_address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    provider_address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    clause = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    signatory = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    signatory_function = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_letters_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_letters_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "contract_processes",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_processes", x => new { x.contract_id, x.process_id });
                    table.ForeignKey(
                        name: "fk_contract_processes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_processes_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contract_processes_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term_last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_skipped = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recipients = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_reminders", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_reminders_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_reminders_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
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
                name: "credit_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    statement_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    agreed_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    procedure_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    given_up_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_by = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at_risk_percent = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    pool_percent = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    first_month = table.Column<int>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "month_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    company_agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    company_agreed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    provider_agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    provider_agreed_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    clear = table.Column<string>(type: "TEXT", nullable: true),
                    @base = table.Column<int>(name: "base", type: "INTEGER", nullable: false),
                    kept = table.Column<int>(type: "INTEGER", nullable: false),
                    proven = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_month_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_month_statements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_statements_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "price_indexes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    base_month = table.Column<int>(type: "INTEGER", nullable: false),
                    base_value = table.Column<decimal>(type: "TEXT", precision: 14, scale: 4, nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "silence_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_silence_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_silence_agreements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_silence_agreements_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_month = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_statement_plans_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_statement_plans_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_acceptance_requests_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptance_requests_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_ladders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    after_one = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    after_five = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_ladders", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_ladders_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_commitment_ladders_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rule_json = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    calendar_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_one = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_many = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    target_percent = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    agreed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    observed_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_file = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    accepted_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_versions_calendars_calendar_id",
                        column: x => x.calendar_id,
                        principalTable: "calendars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_versions_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_versions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    wish = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    person_role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputes", x => x.id);
                    table.ForeignKey(
                        name: "fk_disputes_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disputes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    case_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    rung = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reached_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    passed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_escalation_notices_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_escalation_notices_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wait_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    case_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    to_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reopened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wait_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_wait_questions_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_wait_questions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_clauses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    checklist_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_clauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_clauses_clause_checklists_checklist_id",
                        column: x => x.checklist_id,
                        principalTable: "clause_checklists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contract_clauses_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_clauses_contract_files_file_id",
                        column: x => x.file_id,
                        principalTable: "contract_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "credit_plan_rules",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    allocation = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    steps = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    nothing_at = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    all_at = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    earn_back_at = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true)
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
                name: "statement_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_account = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_statement_comments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_statement_comments_month_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "month_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "price_index_values",
                columns: table => new
                {
                    index_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 14, scale: 4, nullable: false)
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

            migrationBuilder.CreateTable(
                name: "dispute_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dispute_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_files_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispute_files_disputes_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dispute_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    person_role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_steps_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispute_steps_disputes_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    @as = table.Column<string>(name: "as", type: "TEXT", maxLength: 40, nullable: false),
                    instead_of = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_recipients", x => x.id);
                    table.ForeignKey(
                        name: "fk_escalation_recipients_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_escalation_recipients_escalation_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "escalation_notices",
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
                name: "ix_absences_company_id",
                table: "absences",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_covered_by_id",
                table: "absences",
                column: "covered_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_person_id",
                table: "absences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_requests_commitment_id",
                table: "acceptance_requests",
                column: "commitment_id");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_requests_company_id",
                table: "acceptance_requests",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_keys_company_id_account_id",
                table: "access_keys",
                columns: new[] { "company_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_keys_prefix",
                table: "access_keys",
                column: "prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_sessions_account_id",
                table: "account_sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_answers_accounting_file_id",
                table: "accounting_file_answers",
                column: "accounting_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_answers_company_id",
                table: "accounting_file_answers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_checks_accounting_file_id_number",
                table: "accounting_file_checks",
                columns: new[] { "accounting_file_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_checks_company_id",
                table: "accounting_file_checks",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_parts_company_id",
                table: "accounting_file_parts",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_file_parts_evidence_file_id",
                table: "accounting_file_parts",
                column: "evidence_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounting_files_company_id_received_at",
                table: "accounting_files",
                columns: new[] { "company_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_action_link_uses_link_id",
                table: "action_link_uses",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_links_hash",
                table: "action_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_action_links_subject_id",
                table: "action_links",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_company_id_process_id",
                table: "agreements",
                columns: new[] { "company_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreements_person_id",
                table: "agreements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_process_id",
                table: "agreements",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_versions_calendar_id_number",
                table: "calendar_versions",
                columns: new[] { "calendar_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_versions_company_id",
                table: "calendar_versions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendars_company_id_name",
                table: "calendars",
                columns: new[] { "company_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_cell_proposals_company_id_state",
                table: "cell_proposals",
                columns: new[] { "company_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_cell_proposals_file_id",
                table: "cell_proposals",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_clause_checklists_company_id",
                table: "clause_checklists",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_clause_checklists_contract_id",
                table: "clause_checklists",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_ladders_commitment_id",
                table: "commitment_ladders",
                column: "commitment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_ladders_company_id",
                table: "commitment_ladders",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitment_versions_calendar_id",
                table: "commitment_versions",
                column: "calendar_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitment_versions_commitment_id_number",
                table: "commitment_versions",
                columns: new[] { "commitment_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_versions_company_id",
                table: "commitment_versions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_company_id_process_id",
                table: "commitments",
                columns: new[] { "company_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitments_company_id_provider_id",
                table: "commitments",
                columns: new[] { "company_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitments_contract_id",
                table: "commitments",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_process_id",
                table: "commitments",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_provider_id",
                table: "commitments",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_companies_slug",
                table: "companies",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_profiles_company_id",
                table: "company_profiles",
                column: "company_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_clauses_checklist_id_topic",
                table: "contract_clauses",
                columns: new[] { "checklist_id", "topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_clauses_company_id",
                table: "contract_clauses",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_clauses_file_id",
                table: "contract_clauses",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_decisions_company_id",
                table: "contract_decisions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_decisions_contract_id_term_last_day",
                table: "contract_decisions",
                columns: new[] { "contract_id", "term_last_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_files_company_id",
                table: "contract_files",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_files_contract_id",
                table: "contract_files",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_letters_company_id",
                table: "contract_letters",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_letters_contract_id",
                table: "contract_letters",
                column: "contract_id",
                unique: true);

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
                name: "ix_contract_processes_company_id",
                table: "contract_processes",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_processes_process_id",
                table: "contract_processes",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_reminders_company_id",
                table: "contract_reminders",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_reminders_contract_id_term_last_day_level",
                table: "contract_reminders",
                columns: new[] { "contract_id", "term_last_day", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_company_id",
                table: "contract_renewals",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_contract_id",
                table: "contract_renewals",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_company_id_provider_id",
                table: "contracts",
                columns: new[] { "company_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_provider_id",
                table: "contracts",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_cost_offers_company_id",
                table: "cost_offers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_cost_offers_process_id",
                table: "cost_offers",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_cost_studies_company_id",
                table: "cost_studies",
                column: "company_id");

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
                name: "ix_delay_corrections_commitment_id_obligation",
                table: "delay_corrections",
                columns: new[] { "commitment_id", "obligation" });

            migrationBuilder.CreateIndex(
                name: "ix_delay_corrections_company_id",
                table: "delay_corrections",
                column: "company_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_diagnosis_weights_company_id",
                table: "diagnosis_weights",
                column: "company_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispute_files_company_id",
                table: "dispute_files",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_files_dispute_id",
                table: "dispute_files",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_company_id",
                table: "dispute_steps",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_dispute_id",
                table: "dispute_steps",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_commitment_id_obligation",
                table: "disputes",
                columns: new[] { "commitment_id", "obligation" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_company_id",
                table: "disputes",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_notices_commitment_id_obligation_rung",
                table: "escalation_notices",
                columns: new[] { "commitment_id", "obligation", "rung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_escalation_notices_company_id",
                table: "escalation_notices",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_recipients_company_id",
                table: "escalation_recipients",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_recipients_mail_id",
                table: "escalation_recipients",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_recipients_notice_id",
                table: "escalation_recipients",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_escalation_settings_company_id",
                table: "escalation_settings",
                column: "company_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_cases_source_name",
                table: "evidence_cases",
                columns: new[] { "source", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_events_identity",
                table: "evidence_events",
                columns: new[] { "case_id", "at", "is_day", "activity", "transition", "resource", "twin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_company_id_hash",
                table: "evidence_files",
                columns: new[] { "company_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_company_id_state",
                table: "evidence_files",
                columns: new[] { "company_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_files_parent_id",
                table: "evidence_files",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_sources_company_id",
                table: "evidence_sources",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_sources_number",
                table: "evidence_sources",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_filed_figures_company_id_closing",
                table: "filed_figures",
                columns: new[] { "company_id", "closing" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_files_company_id_hash",
                table: "files",
                columns: new[] { "company_id", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_folder_files_company_id",
                table: "folder_files",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_folder_files_folder_id_name",
                table: "folder_files",
                columns: new[] { "folder_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guardrail_records_company_id_key_subject_id",
                table: "guardrail_records",
                columns: new[] { "company_id", "key", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_company_id_started_at",
                table: "imports",
                columns: new[] { "company_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_source_id_number",
                table: "imports",
                columns: new[] { "source_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_company_id_created_at",
                table: "job_runs",
                columns: new[] { "company_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_know_how_company_id",
                table: "know_how",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_know_how_person_id",
                table: "know_how",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_know_how_process_id_person_id",
                table: "know_how",
                columns: new[] { "process_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_company_id_subject_kind_subject_id",
                table: "ledger_entries",
                columns: new[] { "company_id", "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lot_choices_company_id",
                table: "lot_choices",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_plans_company_id",
                table: "lot_plans",
                column: "company_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lot_rules_company_id",
                table: "lot_rules",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_rules_first_id_then_id",
                table: "lot_rules",
                columns: new[] { "first_id", "then_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lot_rules_then_id",
                table: "lot_rules",
                column: "then_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_rules_company_id",
                table: "mail_rules",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_rules_provider_id",
                table: "mail_rules",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_company_id",
                table: "mailbox_messages",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_file_id",
                table: "mailbox_messages",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_mailbox_id_at",
                table: "mailbox_messages",
                columns: new[] { "mailbox_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_mailbox_id_identity",
                table: "mailbox_messages",
                columns: new[] { "mailbox_id", "identity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_readings_company_id",
                table: "mailbox_readings",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_mailboxes_company_id",
                table: "mailboxes",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_company_id",
                table: "memberships",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_month_statements_company_id_month",
                table: "month_statements",
                columns: new[] { "company_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_month_statements_contract_id_month_number",
                table: "month_statements",
                columns: new[] { "contract_id", "month", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nodes_seen_at",
                table: "nodes",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_proofs_commitment_id_occurrence_key",
                table: "occurrence_proofs",
                columns: new[] { "commitment_id", "occurrence_key" });

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_proofs_company_id",
                table: "occurrence_proofs",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_proofs_file_id",
                table: "occurrence_proofs",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_statements_commitment_id_occurrence_key",
                table: "occurrence_statements",
                columns: new[] { "commitment_id", "occurrence_key" });

            migrationBuilder.CreateIndex(
                name: "ix_occurrence_statements_company_id",
                table: "occurrence_statements",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_reply_token",
                table: "outgoing_mails",
                column: "reply_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_sent_at_next_attempt_at",
                table: "outgoing_mails",
                columns: new[] { "sent_at", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "ix_persons_account_id",
                table: "persons",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_persons_company_id_folded_name",
                table: "persons",
                columns: new[] { "company_id", "folded_name" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_rules_commitment_id",
                table: "placement_rules",
                column: "commitment_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_rules_company_id",
                table: "placement_rules",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_posted_forms_at",
                table: "posted_forms",
                column: "at");

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
                name: "ix_process_comments_company_id",
                table: "process_comments",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_comments_process_id_written_at",
                table: "process_comments",
                columns: new[] { "process_id", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_process_decisions_company_id",
                table: "process_decisions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_decisions_process_id_number",
                table: "process_decisions",
                columns: new[] { "process_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_process_diagnoses_company_id",
                table: "process_diagnoses",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_duties_company_id",
                table: "process_duties",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_duties_person_id",
                table: "process_duties",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_duties_process_id_person_id_duty",
                table: "process_duties",
                columns: new[] { "process_id", "person_id", "duty" },
                unique: true);

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
                name: "ix_process_targets_company_id",
                table: "process_targets",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_targets_process_id_number",
                table: "process_targets",
                columns: new[] { "process_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_processes_company_id_domain_name",
                table: "processes",
                columns: new[] { "company_id", "domain", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_processes_deputy_id",
                table: "processes",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_processes_pilot_id",
                table: "processes",
                column: "pilot_id");

            migrationBuilder.CreateIndex(
                name: "ix_proof_request_items_commitment_id_occurrence_key",
                table: "proof_request_items",
                columns: new[] { "commitment_id", "occurrence_key" });

            migrationBuilder.CreateIndex(
                name: "ix_proof_request_items_company_id",
                table: "proof_request_items",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_proof_requests_company_id_provider_id",
                table: "proof_requests",
                columns: new[] { "company_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_provider_contacts_company_id",
                table: "provider_contacts",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_contacts_person_id",
                table: "provider_contacts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_contacts_provider_id_person_id",
                table: "provider_contacts",
                columns: new[] { "provider_id", "person_id" },
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

            migrationBuilder.CreateIndex(
                name: "ix_providers_company_id_name",
                table: "providers",
                columns: new[] { "company_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_recurring_runs_company_id_job_due_at",
                table: "recurring_runs",
                columns: new[] { "company_id", "job", "due_at" });

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

            migrationBuilder.CreateIndex(
                name: "ix_silence_agreements_company_id",
                table: "silence_agreements",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_silence_agreements_contract_id",
                table: "silence_agreements",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_source_uses_company_id",
                table: "source_uses",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_uses_source_id",
                table: "source_uses",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_versions_company_id",
                table: "source_versions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_versions_source_id_number",
                table: "source_versions",
                columns: new[] { "source_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_statement_comments_company_id",
                table: "statement_comments",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_comments_statement_id",
                table: "statement_comments",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_plans_company_id",
                table: "statement_plans",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_plans_contract_id",
                table: "statement_plans",
                column: "contract_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_step_doers_company_id",
                table: "step_doers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_doers_source_id_activity",
                table: "step_doers",
                columns: new[] { "source_id", "activity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_taken_processes_company_id_key",
                table: "taken_processes",
                columns: new[] { "company_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_tools_company_id_folded_name",
                table: "tools",
                columns: new[] { "company_id", "folded_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_commitment_id",
                table: "wait_questions",
                column: "commitment_id");

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_company_id",
                table: "wait_questions",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_event_id",
                table: "wait_questions",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wait_questions_mail_id",
                table: "wait_questions",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_watched_folders_company_id_path",
                table: "watched_folders",
                columns: new[] { "company_id", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_word_confirmations_commitment_id_obligation",
                table: "word_confirmations",
                columns: new[] { "commitment_id", "obligation" });

            migrationBuilder.CreateIndex(
                name: "ix_word_confirmations_company_id",
                table: "word_confirmations",
                column: "company_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "acceptance_requests");

            migrationBuilder.DropTable(
                name: "access_keys");

            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_sessions");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "accounting_file_answers");

            migrationBuilder.DropTable(
                name: "accounting_file_checks");

            migrationBuilder.DropTable(
                name: "accounting_file_parts");

            migrationBuilder.DropTable(
                name: "action_link_uses");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "calendar_versions");

            migrationBuilder.DropTable(
                name: "cell_proposals");

            migrationBuilder.DropTable(
                name: "commitment_ladders");

            migrationBuilder.DropTable(
                name: "commitment_versions");

            migrationBuilder.DropTable(
                name: "company_profiles");

            migrationBuilder.DropTable(
                name: "contract_clauses");

            migrationBuilder.DropTable(
                name: "contract_decisions");

            migrationBuilder.DropTable(
                name: "contract_letters");

            migrationBuilder.DropTable(
                name: "contract_mail_refusals");

            migrationBuilder.DropTable(
                name: "contract_processes");

            migrationBuilder.DropTable(
                name: "contract_reminders");

            migrationBuilder.DropTable(
                name: "contract_renewals");

            migrationBuilder.DropTable(
                name: "cost_offers");

            migrationBuilder.DropTable(
                name: "cost_studies");

            migrationBuilder.DropTable(
                name: "credit_claims");

            migrationBuilder.DropTable(
                name: "credit_plan_rules");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "delay_corrections");

            migrationBuilder.DropTable(
                name: "deposited_files");

            migrationBuilder.DropTable(
                name: "diagnosis_weights");

            migrationBuilder.DropTable(
                name: "dispute_files");

            migrationBuilder.DropTable(
                name: "dispute_steps");

            migrationBuilder.DropTable(
                name: "escalation_recipients");

            migrationBuilder.DropTable(
                name: "escalation_settings");

            migrationBuilder.DropTable(
                name: "evidence_attestations");

            migrationBuilder.DropTable(
                name: "evidence_cases");

            migrationBuilder.DropTable(
                name: "evidence_events");

            migrationBuilder.DropTable(
                name: "evidence_files");

            migrationBuilder.DropTable(
                name: "evidence_settings");

            migrationBuilder.DropTable(
                name: "evidence_source_numbers");

            migrationBuilder.DropTable(
                name: "evidence_words");

            migrationBuilder.DropTable(
                name: "filed_figures");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "folder_files");

            migrationBuilder.DropTable(
                name: "guardrail_records");

            migrationBuilder.DropTable(
                name: "history_positions");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "know_how");

            migrationBuilder.DropTable(
                name: "ledger_details");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "ledger_heads");

            migrationBuilder.DropTable(
                name: "ledger_kind_heads");

            migrationBuilder.DropTable(
                name: "lot_choices");

            migrationBuilder.DropTable(
                name: "lot_plans");

            migrationBuilder.DropTable(
                name: "lot_rules");

            migrationBuilder.DropTable(
                name: "mail_rules");

            migrationBuilder.DropTable(
                name: "mailbox_messages");

            migrationBuilder.DropTable(
                name: "mailbox_readings");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "nodes");

            migrationBuilder.DropTable(
                name: "occurrence_proofs");

            migrationBuilder.DropTable(
                name: "occurrence_statements");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "placement_rules");

            migrationBuilder.DropTable(
                name: "posted_forms");

            migrationBuilder.DropTable(
                name: "price_index_values");

            migrationBuilder.DropTable(
                name: "process_comments");

            migrationBuilder.DropTable(
                name: "process_decisions");

            migrationBuilder.DropTable(
                name: "process_diagnoses");

            migrationBuilder.DropTable(
                name: "process_duties");

            migrationBuilder.DropTable(
                name: "process_links");

            migrationBuilder.DropTable(
                name: "process_steps");

            migrationBuilder.DropTable(
                name: "process_targets");

            migrationBuilder.DropTable(
                name: "proof_request_items");

            migrationBuilder.DropTable(
                name: "provider_contacts");

            migrationBuilder.DropTable(
                name: "provider_invoices");

            migrationBuilder.DropTable(
                name: "recurring_runs");

            migrationBuilder.DropTable(
                name: "rejected_rows");

            migrationBuilder.DropTable(
                name: "rekeyings");

            migrationBuilder.DropTable(
                name: "sending_tokens");

            migrationBuilder.DropTable(
                name: "silence_agreements");

            migrationBuilder.DropTable(
                name: "source_uses");

            migrationBuilder.DropTable(
                name: "source_versions");

            migrationBuilder.DropTable(
                name: "statement_comments");

            migrationBuilder.DropTable(
                name: "statement_plans");

            migrationBuilder.DropTable(
                name: "step_doers");

            migrationBuilder.DropTable(
                name: "taken_processes");

            migrationBuilder.DropTable(
                name: "wait_questions");

            migrationBuilder.DropTable(
                name: "word_confirmations");

            migrationBuilder.DropTable(
                name: "accounting_files");

            migrationBuilder.DropTable(
                name: "action_links");

            migrationBuilder.DropTable(
                name: "calendars");

            migrationBuilder.DropTable(
                name: "clause_checklists");

            migrationBuilder.DropTable(
                name: "contract_files");

            migrationBuilder.DropTable(
                name: "credit_plans");

            migrationBuilder.DropTable(
                name: "deposits");

            migrationBuilder.DropTable(
                name: "disputes");

            migrationBuilder.DropTable(
                name: "escalation_notices");

            migrationBuilder.DropTable(
                name: "watched_folders");

            migrationBuilder.DropTable(
                name: "mailboxes");

            migrationBuilder.DropTable(
                name: "price_indexes");

            migrationBuilder.DropTable(
                name: "proof_requests");

            migrationBuilder.DropTable(
                name: "tools");

            migrationBuilder.DropTable(
                name: "month_statements");

            migrationBuilder.DropTable(
                name: "evidence_sources");

            migrationBuilder.DropTable(
                name: "deposit_links");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "contracts");

            migrationBuilder.DropTable(
                name: "processes");

            migrationBuilder.DropTable(
                name: "providers");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "companies");
        }
    }
}
