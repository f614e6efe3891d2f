using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pupitre.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Mailboxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reply_token",
                table: "outgoing_mails",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

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
                    dkim = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    dkim_domain = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reply = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    folded = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_reply_token",
                table: "outgoing_mails",
                column: "reply_token",
                unique: true);

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
                name: "ix_watched_folders_company_id_path",
                table: "watched_folders",
                columns: new[] { "company_id", "path" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "folder_files");

            migrationBuilder.DropTable(
                name: "mail_rules");

            migrationBuilder.DropTable(
                name: "mailbox_messages");

            migrationBuilder.DropTable(
                name: "mailbox_readings");

            migrationBuilder.DropTable(
                name: "watched_folders");

            migrationBuilder.DropTable(
                name: "mailboxes");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_mails_reply_token",
                table: "outgoing_mails");

            migrationBuilder.DropColumn(
                name: "reply_token",
                table: "outgoing_mails");
        }
    }
}
