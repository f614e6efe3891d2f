using Microsoft.EntityFrameworkCore.Migrations;

namespace Pupitre.Migrations.Postgres;

/// <summary>
/// Makes one of received files that two senders sent at once and that were counted twice: the first that kept its content, else the first.
/// What the others proved is the first one's; what is then said twice is withdrawn or no longer proposed.
/// </summary>
internal static class OneFileEach
{
    private static readonly string[] _tables = ["evidence_files", "occurrence_proofs", "cell_proposals", "accounting_file_parts"];

    /// <summary>
    /// Before the index that rules it out. Row-level security hides every row from a migration, which works for no company: the owner of the
    /// tables looks past it meanwhile, in the migration's own transaction.
    /// </summary>
    public static void MergeDoubledFiles(this MigrationBuilder migration)
    {
        migration.Sql(string.Concat(_tables.Select(table => $"alter table {table} no force row level security;\n")) + Merge
            + string.Concat(_tables.Select(table => $"alter table {table} force row level security;\n")));
    }

    private const string Merge = """
        create temp table doubled on commit drop as
        select id, kept from (
          select id, first_value(id) over (partition by company_id, hash order by content_kept desc, received_at, id) as kept from evidence_files) as files
        where id <> kept;
        update evidence_files set parent_id = kept from doubled where doubled.id = evidence_files.parent_id;
        update occurrence_proofs set file_id = kept from doubled where doubled.id = occurrence_proofs.file_id;
        update cell_proposals set file_id = kept from doubled where doubled.id = cell_proposals.file_id;
        update accounting_file_parts set evidence_file_id = kept from doubled where doubled.id = accounting_file_parts.evidence_file_id;
        update occurrence_proofs set withdrawn_at = placed_at where withdrawn_at is null and file_id in (select kept from doubled) and exists (
          select 1 from occurrence_proofs other where other.file_id = occurrence_proofs.file_id and other.commitment_id = occurrence_proofs.commitment_id
            and other.occurrence_key = occurrence_proofs.occurrence_key and other.role = occurrence_proofs.role and other.attested_by = occurrence_proofs.attested_by
            and other.withdrawn_at is null and other.id < occurrence_proofs.id);
        delete from cell_proposals where state = 'Open' and file_id in (select kept from doubled) and exists (
          select 1 from cell_proposals other where other.file_id = cell_proposals.file_id and other.commitment_id = cell_proposals.commitment_id
            and other.occurrence_key = cell_proposals.occurrence_key and (other.state <> 'Open' or other.id < cell_proposals.id));
        update evidence_files set state = 'Placed' where id in (select kept from doubled) and state in ('Proposed', 'Tray')
          and exists (select 1 from occurrence_proofs where file_id = evidence_files.id and withdrawn_at is null);
        delete from evidence_files where id in (select id from doubled);

        """;
}
