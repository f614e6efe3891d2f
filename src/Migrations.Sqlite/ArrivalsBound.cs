using Microsoft.EntityFrameworkCore.Migrations;

namespace Pupitre.Migrations.Sqlite;

/// <summary>What was dated by its arrival here is bounded by it: the work was done by then, nobody knows when.</summary>
internal static class ArrivalsBound
{
    /// <summary>After the columns are there. What Pupitre itself observed of a file is its arrival.</summary>
    public static void BoundArrivals(this MigrationBuilder migration) => migration.Sql("""
        update occurrence_proofs set is_upper_bound = 1 where attested_by = 'Observed' and file_id is not null and "at" is not null;
        update cell_proposals set is_upper_bound = 1 where attested_by = 'Observed' and "at" is not null;
        """);
}
