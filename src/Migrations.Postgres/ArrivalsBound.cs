using Microsoft.EntityFrameworkCore.Migrations;

namespace Pupitre.Migrations.Postgres;

/// <summary>What was dated by its arrival here is bounded by it: the work was done by then, nobody knows when.</summary>
internal static class ArrivalsBound
{
    /// <summary>After the columns are there. What Pupitre itself observed of a file is its arrival; row-level security hides every row from a migration.</summary>
    public static void BoundArrivals(this MigrationBuilder migration) => migration.Sql("""
        alter table occurrence_proofs no force row level security;
        alter table cell_proposals no force row level security;
        update occurrence_proofs set is_upper_bound = true where attested_by = 'Observed' and file_id is not null and "at" is not null;
        update cell_proposals set is_upper_bound = true where attested_by = 'Observed' and "at" is not null;
        alter table occurrence_proofs force row level security;
        alter table cell_proposals force row level security;
        """);
}
