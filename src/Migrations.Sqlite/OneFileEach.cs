using Microsoft.EntityFrameworkCore.Migrations;

namespace Pupitre.Migrations.Sqlite;

/// <summary>
/// Makes one of received files that two senders sent at once and that were counted twice: the first that kept its content, else the first.
/// What the others proved is the first one's; what is then said twice is withdrawn or no longer proposed.
/// </summary>
internal static class OneFileEach
{
    /// <summary>Before the index that rules it out.</summary>
    public static void MergeDoubledFiles(this MigrationBuilder migration) => migration.Sql("""
        create temp table doubled as
        select id, kept from (
          select id, first_value(id) over (partition by company_id, hash order by content_kept desc, received_at, id) as kept from evidence_files)
        where id <> kept;
        update evidence_files set parent_id = (select kept from doubled where doubled.id = evidence_files.parent_id) where parent_id in (select id from doubled);
        update occurrence_proofs set file_id = (select kept from doubled where doubled.id = occurrence_proofs.file_id) where file_id in (select id from doubled);
        update cell_proposals set file_id = (select kept from doubled where doubled.id = cell_proposals.file_id) where file_id in (select id from doubled);
        update accounting_file_parts set evidence_file_id = (select kept from doubled where doubled.id = accounting_file_parts.evidence_file_id)
          where evidence_file_id in (select id from doubled);
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
        drop table doubled;
        """);
}
